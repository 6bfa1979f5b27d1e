package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.OK;
import static io.lbkeeper.cycle.PairOfNodes.RULES;
import static io.lbkeeper.cycle.PairOfNodes.TTL;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is read of several service names, and when: at rest one short read a cycle. */
class CycleReadingTest {
    private static final Rules THREE = new Rules("lb1", List.of("lb1", "lb2"), "example.com",
            List.of("lb.example.com", "www.example.com", "api.example.com"), TTL, RULES.interval(), RULES.fastinter(),
            RULES.fall(), RULES.rise(), Duration.ZERO, Duration.ZERO, Duration.ofSeconds(60));
    private static final String LB1 = "203.0.113.10";
    private static final String LB2 = "203.0.113.20";

    private final List<RecordSet> zone = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private Duration now = Duration.ofSeconds(1000);
    private int nonces;
    private final Cycle cycle = new Cycle(THREE, new Sites("http://127.0.0.1:1/", "http://{address}:1/", Map.of()),
            Duration.ofSeconds(1), () -> now, () -> "nonce-" + ++nonces);

    CycleReadingTest() {
        ownedBy("lb1", LB1, 7);
        zone.add(PairOfNodes.node("lb1", LB1));
        zone.add(PairOfNodes.node("lb2", LB2));
    }

    private void ownedBy(String node, String address, int epoch) {
        zone.removeIf(set -> set.name().matches("(lb|www|api|_owner\\.lb)\\.example\\.com"));
        for (String name : THREE.services()) {
            zone.add(RecordSet.simple(name, "A", TTL, address));
        }
        owner("owner=" + node + " address=" + address + " epoch=" + epoch + " nonce=n-" + epoch + " inter=5");
    }

    private void owner(String text) {
        zone.removeIf(set -> set.type().equals("TXT"));
        zone.add(RecordSet.simple("_owner.lb.example.com", "TXT", TTL, "\"v=1 " + text + "\""));
    }

    /** One cycle as the routes make it; notes how many names each read asked for. */
    private Decision cycle(Check own) {
        return cycle(own, OK);
    }

    private Decision cycle(Check own, Check peer) {
        now = now.plusSeconds(5);
        assertThat(cycle.isDue()).isTrue();
        asked.clear();
        cycle.sawAddress(Answer.value(LB1));
        read();
        cycle.targetsAside();
        cycle.targets();
        cycle.sawCheck(PairOfNodes.target("lb1"), own);
        cycle.sawCheck(PairOfNodes.target("lb2"), peer);
        read();
        return cycle.decide();
    }

    private void read() {
        if (cycle.needsRecords()) {
            List<String> names = cycle.names();
            asked.add(names.size());
            cycle.sawRecords(Answer.value(zone.stream().filter(set -> names.contains(set.name())).toList()));
            if (cycle.needsAllNames()) {
                read();
            }
        }
    }

    @Test
    void atRestTheFurtherNamesAreReadOnceInRecordsInterval() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 26; i++) {
            assertThat(cycle(OK)).isInstanceOf(Decision.KeepRecord.class);
            assertThat(asked).as("one read a cycle").hasSize(1);
            all.addAll(asked);
        }
        assertThat(all).as("names in each read, 5 s apart").startsWith(6, 4, 4).filteredOn(count -> count == 6)
                .as("reads of all names in 130 s").hasSize(3);
    }

    @Test
    void anotherOwnerRecordHasAllReadInTheSameCycle() {
        cycle(OK);
        cycle(OK);
        ownedBy("lb2", LB2, 8);
        Decision decision = cycle(OK);
        assertThat(asked).containsExactly(4, 6);
        assertThat(decision.reason()).isEqualTo("lb2 owns lb.example.com and 2 more names at " + LB2
                + ", and its HAProxy is OK.");
    }

    @Test
    void anotherOwnerThatOnlyTheReadAfterTheChecksShowsIsKnownWithAllNames() {
        ownedBy("lb2", LB2, 7);
        cycle(OK);
        cycle(OK);
        ownedBy("lb1", LB1, 8);
        Decision decision = cycle(OK, PairOfNodes.DEAD);
        assertThat(asked).containsExactly(4, 6);
        assertThat(decision.reason()).startsWith("lb1 owns lb.example.com and 2 more names at " + LB1);
    }

    @Test
    void aChallengedOwnerOfSeveralNamesWaitsForNoPeer() {
        cycle(OK);
        owner("owner=lb1 address=" + LB1 + " epoch=8 nonce=n-8 inter=5 challenger=lb2");
        now = now.plusSeconds(5);
        assertThat(cycle.isDue()).isTrue();
        cycle.sawAddress(Answer.value(LB1));
        read();
        assertThat(cycle.targetsAside()).extracting(Target::node).containsExactly("lb2");
    }

    @Test
    void aMoveRestsOnWhatWasReadOfTheFurtherNamesAndIfThatIsOldAllAreReadAgain() {
        cycle(OK);
        zone.removeIf(set -> set.name().equals("www.example.com"));
        assertThat(cycle(OK)).as("not seen yet").isInstanceOf(Decision.KeepRecord.class);
        cycle(new Check(Health.DEAD, "refused"));
        Decision.Changing move = (Decision.Changing) cycle.decided().orElseThrow();
        assertThat(move).isInstanceOf(Decision.HandOver.class);
        assertThat(move.change().expected()).extracting(RecordSet::name).contains("www.example.com");
        cycle.acted(new Outcome.Lost("www.example.com was not found"));
        move = (Decision.Changing) cycle(new Check(Health.DEAD, "refused"));
        assertThat(asked).containsExactly(6);
        assertThat(move.change().desired()).extracting(RecordSet::name).containsExactly("lb.example.com",
                "api.example.com", "_owner.lb.example.com");
    }

    @Test
    void aReadThatFailsIsNoAnswerAboutAnyName() {
        cycle(OK);
        now = now.plusSeconds(5);
        assertThat(cycle.isDue()).isTrue();
        cycle.names();
        cycle.sawRecords(Answer.couldNotAsk("throttled"));
        assertThat(cycle.decide().reason()).contains("could not be read (throttled)");
        assertThat(cycle(OK)).isInstanceOf(Decision.KeepRecord.class);
        assertThat(asked).as("what was read of the further names still holds").containsExactly(4);
    }
}
