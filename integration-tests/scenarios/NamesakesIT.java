package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Machines that are not what a name or an address makes them look like. */
class NamesakesIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

    @Test
    void aSecondMachineWithTheNameOfTheOwnerChangesNothing() throws Exception {
        assertIsRefused("lb1", "lb1");
    }

    @Test
    void aSecondMachineWithTheNameOfTheStandbyChangesNothing() throws Exception {
        assertIsRefused("lb1", "lb2");
    }

    private static void assertIsRefused(String owner, String twice) throws Exception {
        try (Pair pair = new Pair(Map.of()); FakeHaproxy copy = new FakeHaproxy(twice, pair.at("127.0.1.3"))) {
            PairIT.ownedBy(pair, owner);
            pair.nodes.values().forEach(Node::start);
            await("the pair").atMost(LONG_ENOUGH).until(pair::isSettled);
            List<ResourceRecordSet> before = pair.zone.records();
            try (Node clone = new Node(twice, pair.settings("127.0.1.3")).start()) {
                awaitSaid(pair, clone, "RefuseToMove: Two machines have the name " + twice);
                PairIT.awaitCycles(pair, 8);
                assertThat(pair.zone.records()).as(pair.story()).isEqualTo(before);
                assertThat(copy.asked()).as("times the clone looked at its own HAProxy").isPositive();
            }
        }
    }

    @Test
    void anotherSetOfLoadBalancersDoesNotTouchTheirName() throws Exception {
        try (Pair pair = new Pair(Map.of()); FakeHaproxy other = new FakeHaproxy("web1", pair.at("127.0.1.3"))) {
            pair.nodes.values().forEach(Node::start);
            await("the pair").atMost(LONG_ENOUGH).until(pair::isSettled);
            String owner = pair.owner();
            long epoch = pair.epoch();
            Map<String, String> settings = pair.settings("127.0.1.3");
            settings.put("lb.nodes", "web1,web2");
            try (Node web1 = new Node("web1", settings).start()) {
                awaitSaid(pair, web1, "RefuseToMove: lb.example.com is owned by " + owner + ", which is not one of "
                        + "lb.nodes=web1,web2");
                pair.haproxies.values().forEach(FakeHaproxy::kill);
                PairIT.awaitCycles(pair, 12);
                assertThat(pair.serviceAddress()).as("though %s is well and the owner is not; %s", other.asked(),
                        pair.story()).isEqualTo(Pair.address(owner));
                assertThat(pair.owner()).isEqualTo(owner);
                assertThat(pair.epoch()).as(pair.story()).isEqualTo(epoch);
            }
        }
    }

    /** Whoever has got the owner's cloud address asks for a password, as HAProxy does. */
    @Test
    void aStrangerAtTheOwnersAddressIsReplacedAndSeesNoPassword() throws Exception {
        List<Optional<String>> shown = new CopyOnWriteArrayList<>();
        try (Pair pair = new Pair(Map.of("lb.check.user", "check", "lb.check.password", "secret"))) {
            PairIT.ownedBy(pair, "lb2");
            pair.haproxies.get("lb2").kill();
            HttpServer stranger = HttpServer.create(pair.at("127.0.1.2"), 0);
            stranger.createContext("/", exchange -> {
                shown.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"lbkeeper\"");
                exchange.sendResponseHeaders(401, -1);
                exchange.close();
            });
            stranger.start();
            try {
                Node lb1 = pair.nodes.get("lb1").start();
                await("the move").atMost(LONG_ENOUGH).until(() -> pair.serviceAddress().equals("127.0.1.1"));
                assertThat(lb1.said()).as(pair.story()).anyMatch(line -> line.startsWith("Challenge: ")
                        && line.contains("its HAProxy is STRANGER"));
                assertThat(shown).as("passwords shown").isNotEmpty().containsOnly(Optional.empty());
            } finally {
                stranger.stop(0);
            }
        }
    }

    private static void awaitSaid(Pair pair, Node node, String start) {
        await("'" + start + "…'").atMost(LONG_ENOUGH).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(String.join("\n", node.said()) + "\n" + pair.story());
            }
        }).until(() -> node.said().stream().anyMatch(line -> line.startsWith(start)));
    }
}
