package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.DEAD;
import static io.lbkeeper.cycle.PairOfNodes.OK;
import static io.lbkeeper.cycle.PairOfNodes.RULES;
import static io.lbkeeper.cycle.PairOfNodes.node;
import static io.lbkeeper.cycle.PairOfNodes.owner;
import static io.lbkeeper.cycle.PairOfNodes.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** This node is at 203.0.113.10 or 2001:db8::10, and the records have it elsewhere: who is there? */
class CycleNamesakeTest {
    private static final List<RecordSet> ELSEWHERE = List.of(service("203.0.113.20"), owner("lb2", "203.0.113.20"),
            node("lb1", "203.0.113.11"), node("lb2", "203.0.113.20"));
    private static final Target THERE = new Target("lb1", "203.0.113.11", "http://203.0.113.11:1/");

    private Duration now = Duration.ofSeconds(1000);

    @Test
    void whereTheRecordsHaveThisNodeIsATargetBesideItsOwn() {
        Cycle cycle = cycle("");
        look(cycle, "203.0.113.10", ELSEWHERE);
        assertThat(cycle.targets()).extracting(Target::node, Target::url).contains(
                tuple("lb1", THERE.url()), tuple("lb1", "http://127.0.0.1:1/"));
    }

    @Test
    void anIpv6AddressThereStandsInBrackets() {
        Cycle cycle = cycle("");
        look(cycle, "2001:db8::10", List.of(service("2001:db8::11"), owner("lb1", "2001:db8::11"),
                node("lb1", "2001:db8::11")));
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        assertThat(cycle.targets()).as("until it is believed, the owner is where it wrote that it is")
                .extracting(Target::address).containsExactly("");
        for (int answer = 1; answer <= RULES.fall(); answer++) {
            cycle.decide();
            now = now.plusSeconds(5);
            assertThat(cycle.isDue()).isTrue();
            cycle.sawAddress(Answer.value("2001:db8::10"));
        }
        assertThat(cycle.targets()).contains(new Target("lb1", "2001:db8::11", "http://[2001:db8::11]:1/"));
    }

    @Test
    void whatIsSeenThereIsNotTakenForThisNodesOwnHaproxy() {
        Cycle cycle = cycle("");
        look(cycle, "203.0.113.10", ELSEWHERE);
        check(cycle, OK, DEAD);
        assertThat(cycle.decide()).as("nobody is there, and this node is well")
                .isInstanceOf(Decision.UpdateAddress.class).extracting(Decision::isAlarm).isEqualTo(false);
        now = now.plusSeconds(5);
        assertThat(cycle.isDue()).isTrue();
        look(cycle, "203.0.113.10", ELSEWHERE);
        check(cycle, DEAD, OK);
        assertThat(cycle.decide()).as("somebody is there, and this node is not well")
                .isInstanceOf(Decision.RefuseToMove.class).extracting(Decision::reason).asString()
                .contains("Two machines have the name lb1", "203.0.113.11", "203.0.113.10");
    }

    @Test
    void anAddressOfThisMachineItselfIsNotLookedAtAndNobodyElseIsThere() {
        Cycle cycle = cycle("203.0.113.11");
        look(cycle, "203.0.113.10", ELSEWHERE);
        assertThat(cycle.targets()).doesNotContain(THERE);
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        assertThat(cycle.decide()).isInstanceOf(Decision.UpdateAddress.class);
    }

    @Test
    void withoutALookThereNothingIsChanged() {
        Cycle cycle = cycle("");
        look(cycle, "203.0.113.10", ELSEWHERE);
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        assertThat(cycle.decide()).isInstanceOf(Decision.AwaitMoreChecks.class);
    }

    private Cycle cycle(String here) {
        Cycle cycle = new Cycle(RULES, new Sites("http://127.0.0.1:1/", "http://{address}:1/", Map.of(), here::equals),
                Duration.ofSeconds(1), () -> now, () -> "nonce-" + now.toSeconds());
        assertThat(cycle.isDue()).isTrue();
        return cycle;
    }

    private static void look(Cycle cycle, String address, List<RecordSet> records) {
        cycle.sawAddress(Answer.value(address));
        cycle.sawRecords(Answer.value(records));
    }

    private static void check(Cycle cycle, Check own, Check there) {
        cycle.sawCheck(PairOfNodes.target("lb1"), own);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        cycle.sawCheck(THERE, there);
    }
}
