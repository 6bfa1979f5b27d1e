package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.routes.Dyndns2Service;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import services.Ports;

/** A pair whose names are at a dynamic DNS service that blocks whoever sends it twice what it has. */
class Dyndns2PairIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);
    private static final String LB = "lb.example.com";

    @Test
    void theyStartTogetherAndTheNameLeavesADeadMachineOnce() throws Exception {
        int port = Ports.free("127.0.1.1", "127.0.1.2");
        Map<String, FakeHaproxy> haproxies = new HashMap<>();
        Map<String, Node> nodes = new HashMap<>();
        try (Dyndns2Service service = new Dyndns2Service(Set.of(LB, "lb1.example.com", "lb2.example.com"))) {
            try {
                for (String name : List.of("lb1", "lb2")) {
                    haproxies.put(name, new FakeHaproxy(name, new InetSocketAddress(Pair.address(name), port)));
                    nodes.put(name, new Node(name, settings(service, Pair.address(name), port)));
                }
                nodes.values().forEach(Node::start);
                await("the start").atMost(LONG_ENOUGH).until(() -> !address(service, LB).isEmpty()
                        && address(service, "lb1.example.com").equals("127.0.1.1")
                        && address(service, "lb2.example.com").equals("127.0.1.2"));
                awaitCycles(nodes, 4);
                String owner = address(service, LB).equals("127.0.1.1") ? "lb1" : "lb2";
                int sent = service.requests.size();
                awaitCycles(nodes, 4);
                assertThat(service.requests).as("nothing is sent that is so already; %s", story(nodes)).hasSize(sent);
                nodes.remove(owner).close();
                haproxies.get(owner).kill();
                String standby = Pair.other(owner);
                await("the move").atMost(LONG_ENOUGH).conditionEvaluationListener(seen -> {
                    if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                        System.out.println(story(nodes));
                    }
                }).until(() -> address(service, LB).equals(Pair.address(standby)));
                awaitCycles(nodes, 4);
                assertThat(service.requests).as("one update moves it; %s", story(nodes)).hasSize(sent + 1);
            } finally {
                nodes.values().forEach(Node::close);
                haproxies.values().forEach(FakeHaproxy::close);
            }
        }
    }

    private static Map<String, String> settings(Dyndns2Service service, String address, int port) {
        Map<String, String> all = new HashMap<>(Map.of("lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", LB, "lb.dns", "dyndns2", "lb.address", address,
                "lb.check.url", "http://{address}:" + port + "/stats;csv",
                "lb.check.own-url", "http://" + address + ":" + port + "/stats;csv"));
        all.putAll(Map.of("lb.dyndns2.url", service.url(), "lb.dyndns2.user", Dyndns2Service.USER,
                "lb.dyndns2.password", Dyndns2Service.PASSWORD, "lb.dyndns2.name-servers", service.nameServer()));
        all.putAll(Map.of("lb.check.interval", "1s", "lb.check.fastinter", "100ms", "lb.check.timeout", "900ms",
                "lb.address.timeout", "900ms", "lb.dns.timeout", "900ms", "lb.records.interval", "1s",
                "lb.hold-down", "0s", "lb.follow.deadline", "0s"));
        return all;
    }

    private static String address(Dyndns2Service service, String name) {
        return service.zone.find(name, RecordType.A).map(set -> set.values().get(0)).orElse("");
    }

    private static void awaitCycles(Map<String, Node> nodes, int more) {
        Map<String, Long> before = new HashMap<>();
        nodes.forEach((name, node) -> before.put(name, node.cycles()));
        await(more + " cycles").atMost(LONG_ENOUGH).until(() -> nodes.entrySet().stream().allMatch(one ->
                one.getValue().cycles() >= before.get(one.getKey()) + more));
    }

    private static String story(Map<String, Node> nodes) {
        StringBuilder told = new StringBuilder();
        nodes.forEach((name, node) -> told.append(name).append(" said:\n  ").append(String.join("\n  ", node.said()))
                .append('\n'));
        return told.toString();
    }
}
