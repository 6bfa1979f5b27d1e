package io.lbkeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Cycle;
import io.lbkeeper.cycle.Sight;
import io.lbkeeper.cycle.Sites;
import io.lbkeeper.cycle.Target;
import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.decision.Rules;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** lb1 of a pair, whose cycles are played by hand: what its meters say then. */
class MeasuredCycleTest {
    private static final Duration TTL = Duration.ofSeconds(60);
    private static final Rules RULES = new Rules("lb1", List.of("lb1", "lb2"), "example.com",
            List.of("lb.example.com"), TTL,
            Duration.ofSeconds(5), Duration.ofSeconds(1), 3, 2, Duration.ofSeconds(2), Duration.ofSeconds(60),
            Duration.ofSeconds(60));
    private static final Check OK = new Check(Health.OK, "fine");
    private static final Check DEAD = new Check(Health.DEAD, "refused");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Sights sights = new Sights(meters);
    private Duration now = Duration.ofSeconds(1000);
    private int nonces;
    private Sight last;
    private final Cycle cycle = new Cycle(RULES, new Sites("http://127.0.0.1:1/", "http://{address}:1/", Map.of()),
            Duration.ofSeconds(1), () -> now, () -> "n-" + ++nonces);

    @BeforeEach
    void listen() {
        cycle.add(sights);
        cycle.add(new Witness() {
            @Override
            public void decided(Sight sight) {
                last = sight;
            }
        });
        cycle.add(new Deeds(meters));
    }

    @Test
    void beforeTheFirstCycleNothingIsTold() {
        assertThat(meters.find(Names.OWNER).meters()).isEmpty();
        assertThat(gauge(Names.RECORD_MATCHES)).isNaN();
        assertThat(count(Names.MOVES, "reason", "owner_gone")).isZero();
    }

    @Test
    void itTellsWhoOwnsTheNameAndHowEachIs() {
        decide(owned("lb2", "203.0.113.20", ""), OK, new Check(Health.DEGRADED, "app is down", Check.Agent.SILENT));

        assertThat(gauge(Names.OWNER, "node", "lb1")).isZero();
        assertThat(gauge(Names.OWNER, "node", "lb2")).isEqualTo(1);
        assertThat(gauge(Names.NODE_HEALTH, "node", "lb1", "health", "OK")).isEqualTo(1);
        assertThat(gauge(Names.NODE_HEALTH, "node", "lb2", "health", "OK")).isZero();
        assertThat(gauge(Names.NODE_HEALTH, "node", "lb2", "health", "DEGRADED")).isEqualTo(1);
        assertThat(gauge(Names.NODE_AGENT_SILENT, "node", "lb1")).isZero();
        assertThat(gauge(Names.NODE_AGENT_SILENT, "node", "lb2")).isEqualTo(1);
        assertThat(gauge(Names.RECORD_MATCHES)).isEqualTo(1);
        assertThat(gauge(Names.EPOCH)).isEqualTo(7);
        assertThat(gauge(Names.HOLD_DOWN)).isZero();
        sights.look();
        assertThat(gauge(Names.SETTINGS_INFO, "interval", "5s", "fall", "3", "ttl", "60s", "node", "lb1")).isEqualTo(1);
    }

    @Test
    void aServiceRecordThatSomebodyElseHasSetDoesNotMatch() {
        decide(List.of(address("lb.example.com", "198.51.100.1"), owner("lb2", "203.0.113.20", "")), OK, OK);
        assertThat(gauge(Names.RECORD_MATCHES)).isZero();
        decide(List.of(), OK, OK);
        assertThat(gauge(Names.RECORD_MATCHES)).as("none at all").isZero();
    }

    @Test
    void whatWasNeverReadIsNotAMismatch() {
        decide(Answer.couldNotAsk("denied"), OK, OK);
        assertThat(gauge(Names.RECORD_MATCHES)).isNaN();
        assertThat(gauge(Names.EPOCH)).isNaN();
        assertThat(gauge(Names.OWNER, "node", "lb1")).isNaN();
        assertThat(gauge(Names.NODE_HEALTH, "node", "lb1", "health", "OK")).isEqualTo(1);
        decide(owned("lb2", "203.0.113.20", ""), OK, OK);
        decide(Answer.couldNotAsk("denied"), OK, OK);
        assertThat(gauge(Names.RECORD_MATCHES)).as("what was read stays known").isEqualTo(1);
    }

    @Test
    void aNodeThatIsNoneAnyMoreHasNoSeries() {
        decide(owned("lb2", "203.0.113.20", ""), OK, OK);
        Rules without = new Rules("lb1", List.of("lb1"), "example.com",
                List.of("lb.example.com"), TTL, RULES.interval(),
                RULES.fastinter(), 3, 2, RULES.grace(), RULES.holdDown(), RULES.recordsInterval());
        sights.decided(new Sight(last.seen(), last.memory(), last.decision(), false, without));
        assertThat(meters.find(Names.NODE_HEALTH).tags("node", "lb2").meters()).isEmpty();
        assertThat(meters.find(Names.OWNER).tags("node", "lb2").meters()).isEmpty();
        assertThat(gauge(Names.NODE_HEALTH, "node", "lb1", "health", "OK")).isEqualTo(1);
        sights.decided(last);
        assertThat(gauge(Names.NODE_HEALTH, "node", "lb2", "health", "OK")).as("back again").isEqualTo(1);
    }

    @Test
    void aTakeOverIsAWriteAMoveAndAChallengeWon() {
        Decision first = decide(owned("lb2", "203.0.113.20", ""), OK, OK);
        assertThat(first.name()).isEqualTo("KeepRecord");
        decide(owned("lb2", "203.0.113.20", ""), OK, OK);
        assertThat(decide(owned("lb2", "203.0.113.20", ""), OK, DEAD).name()).isEqualTo("Challenge");
        cycle.acted(new Outcome.Applied("C1"));
        Decision decision = null;
        for (int i = 0; i < 20 && !(decision instanceof Decision.TakeOver); i++) {
            decision = decide(owned("lb2", "203.0.113.20", " challenger=lb1", "n-3"), OK, DEAD);
        }
        assertThat(decision).isInstanceOf(Decision.TakeOver.class);
        cycle.acted(new Outcome.Lost("raced"));
        assertThat(count(Names.MOVES, "reason", "owner_gone")).as("of one that was lost").isZero();
        decide(owned("lb2", "203.0.113.20", " challenger=lb1", "n-3"), OK, DEAD);
        cycle.acted(new Outcome.Applied("C2"));

        assertThat(count(Names.WRITES, "decision", "Challenge", "result", "applied")).isEqualTo(1);
        assertThat(count(Names.WRITES, "decision", "TakeOver", "result", "lost")).isEqualTo(1);
        assertThat(count(Names.WRITES, "decision", "TakeOver", "result", "applied")).isEqualTo(1);
        assertThat(count(Names.MOVES, "reason", "owner_gone")).isEqualTo(1);
        assertThat(count(Names.CHALLENGES, "outcome", "made")).isEqualTo(1);
        assertThat(count(Names.CHALLENGES, "outcome", "won")).isEqualTo(1);
        assertThat(count(Names.CHALLENGES, "outcome", "refuted")).isZero();
        decide(owned("lb1", "203.0.113.10", ""), OK, DEAD);
        assertThat(gauge(Names.HOLD_DOWN)).as("in seconds").isBetween(50.0, 60.0);
    }

    @Test
    void aRefutedChallengeIsCountedOnce() {
        decide(owned("lb2", "203.0.113.20", ""), OK, OK);
        decide(owned("lb2", "203.0.113.20", ""), OK, OK);
        decide(owned("lb2", "203.0.113.20", ""), OK, DEAD);
        cycle.acted(new Outcome.Applied("C1"));
        for (int i = 0; i < 3; i++) {
            decide(owned("lb2", "203.0.113.20", "", "n-refuted"), OK, DEAD);
        }

        assertThat(count(Names.CHALLENGES, "outcome", "refuted")).isEqualTo(1);
    }

    @Test
    void aDrainedOwnersMoveIsCountedAsOne() {
        cycle.sawRequests(new Requests(Optional.empty(), Optional.of("drained by alice"), Optional.empty()));
        Decision decision = null;
        for (int i = 0; i < 5 && !(decision instanceof Decision.HandOver); i++) {
            decision = decide(owned("lb1", "203.0.113.10", ""), OK, OK);
        }
        assertThat(decision).isInstanceOf(Decision.HandOver.class);
        cycle.acted(new Outcome.Applied("C1"));

        assertThat(count(Names.MOVES, "reason", "drain")).isEqualTo(1);
        assertThat(gauge(Names.DRAINED)).isEqualTo(1);
        assertThat(gauge(Names.PAUSED)).isZero();
    }

    private Decision decide(List<RecordSet> records, Check lb1, Check lb2) {
        return decide(Answer.value(records), lb1, lb2);
    }

    private Decision decide(Answer<List<RecordSet>> records, Check lb1, Check lb2) {
        do {
            now = now.plusSeconds(1);
        } while (!cycle.isDue());
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawRecords(records);
        cycle.sawCheck(new Target("lb1", "", "http://127.0.0.1:1/"), lb1);
        cycle.sawCheck(new Target("lb2", "203.0.113.20", "http://203.0.113.20:1/"), lb2);
        return cycle.decide();
    }

    private static List<RecordSet> owned(String node, String address, String more) {
        return owned(node, address, more, "n-0");
    }

    private static List<RecordSet> owned(String node, String address, String more, String nonce) {
        return List.of(address("lb.example.com", address), owner(node, address, more, nonce),
                address("lb1.example.com", "203.0.113.10"), address("lb2.example.com", "203.0.113.20"));
    }

    private static RecordSet owner(String node, String address, String more) {
        return owner(node, address, more, "n-0");
    }

    private static RecordSet owner(String node, String address, String more, String nonce) {
        return RecordSet.simple("_owner.lb.example.com", "TXT", TTL, "\"v=1 owner=" + node + " address=" + address
                + " epoch=7 nonce=" + nonce + " inter=5" + more + "\"");
    }

    private static RecordSet address(String name, String address) {
        return RecordSet.simple(name, "A", TTL, address);
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    private double count(String name, String... tags) {
        return meters.get(name).tags(tags).counter().count();
    }
}
