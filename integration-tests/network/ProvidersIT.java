package network;

import dns.Bind;
import dns.Knot;
import dns.Powerdns;
import java.time.Duration;
import java.util.Map;

/** What befalls a pair, with each of the name servers: it is told lb.dns and its keys, and nothing else differs. */
class ProvidersIT {
    @Scenario
    void withBind() throws Exception {
        play("BIND", new Rfc2136Provider(Bind::new));
    }

    @Scenario
    void withPowerdns() throws Exception {
        play("PowerDNS", new Rfc2136Provider(Powerdns::new));
    }

    @Scenario
    void withKnot() throws Exception {
        play("Knot", new Rfc2136Provider(Knot::new));
    }

    @Scenario
    void withRoute53() throws Exception {
        play("the local Route 53", new Route53Provider());
    }

    private static void play(String title, Provider provider) throws Exception {
        Scene.play(title + ", started together", provider, Scene.STEADY, Map.of(), scene -> {
            scene.assertMoves();
            scene.nextAct(title + ", owner's address changes");
            MachineFaults.readdress(scene);
            scene.nextAct(title + ", LB-LB cut for 15 s");
            LinkFaults.cut(scene, Duration.ofSeconds(15));
            scene.nextAct(title + ", HAProxy killed");
            LoadBalancer killed = scene.owner();
            HaproxyFaults.kill(scene);
            killed.startHaproxy();
            scene.nextAct(title + ", HAProxy hung");
            HaproxyFaults.hang(scene);
        });
    }
}
