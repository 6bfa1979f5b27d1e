package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a pair does when something stands in the zone already, and when the owner's HAProxy goes and comes back. */
class PairIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(15);

    @Test
    void aLivingOwnerStaysOwnerWhenThePeerStarts() throws Exception {
        try (Pair pair = new Pair(Map.of())) {
            ownedBy(pair, "lb2");
            Node lb1 = pair.nodes.get("lb1").start();
            awaitSaid(pair, lb1, "KeepRecord: lb2 owns lb.example.com at 127.0.1.2, and its HAProxy is OK.");
            awaitCycles(pair, 8);
            assertThat(pair.serviceAddress()).isEqualTo("127.0.1.2");
            assertThat(pair.epoch()).isEqualTo(5);
            assertThat(pair.api.applied()).as("only its own record is new; %s", pair.story()).isEqualTo(1);
        }
    }

    @Test
    void aStandbyLeavesTheApiAloneWhileTheOwnerIsWell() throws Exception {
        try (Pair pair = new Pair(Map.of("lb.records.interval", "1m"))) {
            ownedBy(pair, "lb2");
            Node lb1 = pair.nodes.get("lb1").start();
            awaitSaid(pair, lb1, "KeepRecord: lb2 owns lb.example.com at 127.0.1.2, and its HAProxy is OK.");
            int reads = pair.api.reads();
            int checks = pair.haproxies.get("lb2").asked();
            await("five more checks").atMost(LONG_ENOUGH)
                    .until(() -> pair.haproxies.get("lb2").asked() >= checks + 5);
            assertThat(pair.api.reads()).as("reads meanwhile; %s", pair.story()).isEqualTo(reads);
            assertThat(pair.api.applied()).as("its own record only").isEqualTo(1);
        }
    }

    @Test
    void aDeadOwnerIsReplacedWhenThePeerStarts() throws Exception {
        try (Pair pair = new Pair(Map.of())) {
            ownedBy(pair, "lb2");
            pair.haproxies.get("lb2").kill();
            pair.nodes.get("lb1").start();
            await("lb1 to take over").atMost(LONG_ENOUGH).until(() -> pair.serviceAddress().equals("127.0.1.1"));
            assertThat(pair.owner()).isEqualTo("lb1");
            assertThat(pair.epoch()).as("a challenge and a take-over").isEqualTo(7);
        }
    }

    @Test
    void aNodeThatIsGoneIsChallengedAndReplacedOnceAndForGood() throws Exception {
        try (Pair pair = new Pair(Map.of())) {
            String owner = startBoth(pair);
            String standby = Pair.other(owner);
            pair.nodes.get(owner).close();
            pair.haproxies.get(owner).kill();
            awaitMove(pair, standby);
            List<String> said = pair.nodes.get(standby).said();
            assertThat(said).as(pair.story()).anyMatch(line -> line.startsWith("Challenge: " + owner + " owns")
                    && line.contains("failed check 1 of 3"));
            assertThat(said).as(pair.story()).anyMatch(line -> line.startsWith("TakeOver: " + owner + " owns")
                    && line.contains("has not refuted " + standby + "'s challenge within 2 s"));
            assertThat(pair.epoch()).as("created, challenged, taken over; %s", pair.story()).isEqualTo(3);
            staysWith(pair, standby);
        }
    }

    @Test
    void anOwnerWhoseHaproxyIsKilledHandsTheNameOverOnceAndForGood() throws Exception {
        // The owner acts upon its first failed check here; the standby's challenge would have to stand for 2 s.
        try (Pair pair = new Pair(Map.of("lb.grace", "0s"))) {
            String owner = startBoth(pair);
            String standby = Pair.other(owner);
            pair.haproxies.get(owner).kill();
            awaitMove(pair, standby);
            assertThat(pair.nodes.get(owner).said()).as(pair.story()).anyMatch(line -> line.startsWith("HandOver: "
                    + owner + " owns") && line.contains("hands the name over to " + standby));
            pair.haproxies.get(owner).start();
            awaitSaid(pair, pair.nodes.get(owner), "KeepRecord: " + standby + " owns lb.example.com at "
                    + Pair.address(standby) + ", and its HAProxy is OK.");
            staysWith(pair, standby);
        }
    }

    private static String startBoth(Pair pair) throws Exception {
        pair.nodes.values().forEach(Node::start);
        await("the start").atMost(LONG_ENOUGH).until(pair::isSettled);
        return pair.owner();
    }

    private static void awaitMove(Pair pair, String standby) {
        await("the move").atMost(LONG_ENOUGH).until(() -> pair.serviceAddress().equals(Pair.address(standby)));
    }

    private static void staysWith(Pair pair, String node) throws Exception {
        int applied = pair.api.applied();
        awaitCycles(pair, 8);
        assertThat(pair.api.applied()).as("nothing fails back; %s", pair.story()).isEqualTo(applied);
        assertThat(pair.owner()).isEqualTo(node);
    }

    @Test
    void neverTwoCyclesRunAtOnceHoweverLongOneTakes() throws Exception {
        // So slow a page would be asked for by connections that race.
        try (Pair pair = new Pair(Map.of("lb.check.confirmations", "0"))) {
            FakeHaproxy own = pair.haproxies.get("lb1");
            own.slowDown(Duration.ofMillis(400));
            pair.haproxies.get("lb2").kill();
            pair.nodes.get("lb1").start();
            await("six checks").atMost(LONG_ENOUGH).until(() -> own.asked() >= 6);
            assertThat(own.mostAtOnce()).as("checks of lb1's HAProxy, by lb1 alone; %s", pair.story()).isEqualTo(1);
        }
    }

    @Test
    void aDryRunObservesAndDecidesAndChangesNothing() throws Exception {
        try (Pair pair = new Pair(Map.of("lb.dry-run", "true"))) {
            Node lb1 = pair.nodes.get("lb1").start();
            awaitSaid(pair, lb1, "CreateRecord: lb.example.com is not there; lb1 creates it at its own address "
                    + "127.0.1.1.");
            awaitCycles(pair, 5);
            assertThat(pair.serviceAddress()).isEqualTo("absent");
            assertThat(pair.api.applied()).isZero();
        }
    }

    static void ownedBy(Pair pair, String owner) throws Exception {
        pair.byHand(RecordChange.create(set(Pair.SERVICE, RecordType.A, Pair.address(owner))),
                RecordChange.create(set("_owner." + Pair.SERVICE, RecordType.TXT, "\"v=1 owner=" + owner + " address="
                        + Pair.address(owner) + " epoch=5 nonce=earlier inter=1\"")),
                RecordChange.create(set(owner + ".example.com.", RecordType.A, Pair.address(owner))));
    }

    static ResourceRecordSet set(String name, RecordType type, String value) {
        return new ResourceRecordSet(name, type, Optional.empty(), List.of(), Optional.of(Duration.ofSeconds(60)),
                List.of(value), Optional.empty(), Optional.empty());
    }

    static void awaitSaid(Pair pair, Node node, String line) {
        await("'" + line + "'").atMost(LONG_ENOUGH).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(pair.story());
            }
        }).until(() -> node.said().contains(line));
    }

    /** Lets the pair look around: the owner reads the records in each cycle, a standby every second. */
    static void awaitCycles(Pair pair, int reads) {
        int before = pair.api.reads();
        await(reads + " more reads of the records").atMost(Duration.ofSeconds(60))
                .until(() -> pair.api.reads() >= before + reads);
    }
}
