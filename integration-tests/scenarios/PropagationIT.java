package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a take-over after it was applied: a slow API, one that says nothing, a name server that lags. */
class PropagationIT {
    private static final Duration PENDING = Duration.ofSeconds(3);
    private static final Map<String, String> FOLLOWED = Map.of("lb.follow.interval", "500ms", "lb.follow.deadline",
            "60s");

    @Test
    void aPendingChangeIsFollowedUntilEveryNameServerHasIt() throws Exception {
        HostedZone stale = HostedZone.create("ZSTALE", "example.com");
        stale.change(List.of(RecordChange.create(PairIT.set(Pair.SERVICE, RecordType.A, Pair.address("lb2")))));
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        try (LocalRoute53 laggard = LocalRoute53.start(anyPort, anyPort, List.of(stale), Duration.ZERO);
                Pair pair = new Pair(with("127.0.0.1:" + laggard.dnsPort()), PENDING)) {
            String lagging = "127.0.0.1:" + laggard.dnsPort();
            Node lb1 = pair.nodes.get("lb1");
            takeOver(pair, lb1.start());
            int checks = pair.haproxies.get("lb1").asked();
            awaitPropagation(pair, lb1, "is not everywhere");
            assertThat(propagation(lb1)).as(pair.story()).singleElement().asString().endsWith(": " + lagging
                    + " still answers 127.0.1.2 (TTL 60 s).");
            assertThat(pair.haproxies.get("lb1").asked()).as("cycles meanwhile").isGreaterThan(checks);

            stale.change(List.of(RecordChange.upsert(PairIT.set(Pair.SERVICE, RecordType.A, Pair.address("lb1")))));
            awaitPropagation(pair, lb1, "all its 2 name servers answer 127.0.1.1.");
            assertThat(propagation(lb1)).as(pair.story()).hasSize(2);
        }
    }

    @Test
    void withoutSettingsTheZonesOwnNameServersAreMeantAndThatTheyAreUnreachableIsNoAlarm() throws Exception {
        try (Pair pair = new Pair(FOLLOWED, PENDING)) {
            pair.byHand(RecordChange.upsert(PairIT.set("example.com.", RecordType.NS, "ns.invalid.")));
            Node lb1 = pair.nodes.get("lb1");
            takeOver(pair, lb1.start());
            awaitPropagation(pair, lb1, "is in sync after");
            assertThat(propagation(lb1)).as(pair.story()).singleElement().asString()
                    .contains("none of its name servers could be asked from here (ns.invalid: ");
        }
    }

    @Test
    void anApiThatDoesNotSayHoldsUpNoCycleAndIsToldOnce() throws Exception {
        Map<String, String> settings = new HashMap<>(FOLLOWED);
        settings.put("lb.follow.name-servers", "127.0.0.1:1");
        settings.put("lb.follow.deadline", "8s");
        try (Pair pair = new Pair(settings, PENDING)) {
            pair.api.fail(Set.of(FaultyApi.Call.FOLLOW), Fault.SILENT);
            Node lb1 = pair.nodes.get("lb1");
            takeOver(pair, lb1.start());
            await("a call that is not answered").atMost(Duration.ofSeconds(20))
                    .until(() -> pair.api.failed(FaultyApi.Call.FOLLOW) > 0);
            int checks = pair.haproxies.get("lb1").asked();
            awaitPropagation(pair, lb1, "can't be told");
            await("cycles at their pace").atMost(Duration.ofSeconds(15))
                    .until(() -> pair.haproxies.get("lb1").asked() >= checks + 8);
            assertThat(propagation(lb1)).as(pair.story()).hasSize(1);
            pair.api.heal();
        }
    }

    /** Follows with the pair's own name server and this one. */
    private static Map<String, String> with(String nameServer) {
        Map<String, String> settings = new HashMap<>(FOLLOWED);
        settings.put("lb.follow.name-servers", Pair.NAME_SERVER + "," + nameServer);
        return settings;
    }

    /** lb2 owned the name, and is gone when lb1 starts. */
    private static void takeOver(Pair pair, Node lb1) throws Exception {
        PairIT.ownedBy(pair, "lb2");
        pair.haproxies.get("lb2").kill();
        await("lb1 to take over").atMost(Duration.ofSeconds(40)).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(pair.story());
            }
        }).until(() -> pair.serviceAddress().equals(Pair.address("lb1")));
        assertThat(lb1.said()).as(pair.story()).isNotEmpty();
    }

    private static void awaitPropagation(Pair pair, Node node, String text) {
        await("'" + text + "'").atMost(Duration.ofSeconds(40)).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(pair.story());
            }
        }).until(() -> propagation(node).stream().anyMatch(line -> line.contains(text)));
    }

    private static List<String> propagation(Node node) {
        return node.said().stream().filter(line -> line.startsWith("Propagation: ")).toList();
    }
}
