package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.lbkeeper.check.online.OnlineCheck;
import io.lbkeeper.check.online.OnlineFinding;
import io.lbkeeper.check.online.OnlineFindings;
import io.lbkeeper.cycle.Ear;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.service.FirstLook;
import io.lbkeeper.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.Haproxy;

/** Two services behind real HAProxies, whose settings differ: what they say of it, and what who looks is told. */
class SettingsAgreementIT {
    private static final Path ROUTES = Path.of("routes").toAbsolutePath();
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, Haproxy> haproxies = new HashMap<>();
    private LocalRoute53 route53;

    @BeforeEach
    void startWhatTheyStandOn() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(zone), Duration.ZERO);
        running.add(route53);
        HttpServer backend = HttpServer.create(anyPort, 0);
        backend.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        backend.start();
        running.add(() -> backend.stop(0));
        for (String node : List.of("lb1", "lb2")) {
            Haproxy haproxy = Haproxy.start(node, Pair.address(node), "127.0.0.1:" + backend.getAddress().getPort(),
                    Files.createDirectory(folder.resolve(node)), Map.of());
            haproxies.put(node, haproxy);
            running.add(haproxy);
        }
    }

    @AfterEach
    void stopAll() throws Exception {
        for (int i = running.size() - 1; i >= 0; i--) {
            running.get(i).close();
        }
    }

    @Test
    void bothSayWhatDiffersUntilItDoesNot() throws Exception {
        Node lb1 = start("lb1", Map.of());
        Node lb2 = start("lb2", Map.of("lb.hold-down", "7s", "lb.check.fall", "4"));
        awaitSaid(lb1, "The settings of lb1 and lb2 differ: lb.check.fall is 3 on lb1 and 4 on lb2; "
                + "lb.hold-down is 60s on lb1 and 7s on lb2. Make them the same on both.");
        awaitSaid(lb2, "The settings of lb2 and lb1 differ: lb.check.fall is 4 on lb2 and 3 on lb1; "
                + "lb.hold-down is 7s on lb2 and 60s on lb1. Make them the same on both.");
        assertThat(wrong(online("lb1", Map.of()))).containsExactlyInAnyOrder(
                "lb.check.fall differs between lb1 and lb2", "lb.hold-down differs between lb1 and lb2");
        lb2.close();
        start("lb2", Map.of());
        awaitSaid(lb1, "The settings of lb1 and lb2 agree again.");
        OnlineFindings found = online("lb1", Map.of());
        assertThat(wrong(found)).as("%s", found.all()).isEmpty();
        assertThat(found.isComplete()).as("%s", found.all()).isTrue();
        assertThat(lb1.said()).filteredOn(line -> line.startsWith("The settings of")).as("each told once").hasSize(2);
    }

    @Test
    void aLookIsNoSignOfLifeOfTheService() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (FirstLook look = FirstLook.start(settings("lb1", Map.of()), ROUTES, Ear.DEAF)) {
                FirstLook.Seen seen = look.look();
                assertThat(seen.decision()).isInstanceOf(Decision.CreateRecord.class);
                assertThat(seen.observation().check("lb1").orElseThrow().agent()).as("after %s looks", i)
                        .isEqualTo(Agent.UNTOLD);
            }
        }
        assertThat(zone.records()).as("the zone's own NS and SOA").hasSize(2);
    }

    private Node start(String node, Map<String, String> changed) throws Exception {
        Node started = new Node(node, values(node, changed)).start();
        running.add(started);
        return started;
    }

    private Map<String, String> values(String node, Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of("lb.nodes", "lb1,lb2", "lb.domain", "example.com", "lb.service",
                "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE", "lb.address", Pair.address(node),
                "lb.route53.endpoint", "http://127.0.0.1:" + route53.apiPort(),
                "lb.state-dir", folder.resolve("state-" + node).toString()));
        all.putAll(Map.of("lb.check.interval", "1s", "lb.check.fastinter", "100ms", "lb.check.timeout", "900ms",
                "lb.check.own-url", "http://" + page(node), "lb.check.url", "http://{address}:"
                        + page(Pair.other(node)).split(":")[1], "lb.address.timeout", "900ms", "lb.route53.timeout",
                "900ms", "lb.records.interval", "1s", "lb.follow.deadline", "0s",
                "lb.peer." + Pair.other(node) + ".address", Pair.address(Pair.other(node))));
        all.putAll(changed);
        return all;
    }

    private String page(String node) {
        InetSocketAddress stats = haproxies.get(node).stats();
        return stats.getAddress().getHostAddress() + ":" + stats.getPort() + "/stats;csv";
    }

    private Settings settings(String node, Map<String, String> changed) throws Exception {
        Map<String, String> all = values(node, changed);
        all.put("lb.node", node);
        return Settings.of(all, "settings of " + node, Set.of());
    }

    private OnlineFindings online(String node, Map<String, String> changed) throws Exception {
        InetSocketAddress parent = new InetSocketAddress(InetAddress.getLoopbackAddress(), route53.dnsPort());
        return new OnlineCheck(Optional.of(parent), Instant::now).of(settings(node, changed), ROUTES);
    }

    private static List<String> wrong(OnlineFindings found) {
        return found.all().stream().filter(one -> one.grade() == OnlineFinding.Grade.WRONG).map(OnlineFinding::what)
                .toList();
    }

    private static void awaitSaid(Node node, String line) {
        await("'" + line + "'").atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(node.said()).contains(line));
    }
}
