package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.DEAD;
import static io.lbkeeper.cycle.PairOfNodes.OK;
import static io.lbkeeper.cycle.PairOfNodes.node;
import static io.lbkeeper.cycle.PairOfNodes.owner;
import static io.lbkeeper.cycle.PairOfNodes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Requests;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How fast a node looks, what it reads and whom it checks while the name is contested. */
class CycleContestTest extends CycleTestBase {
    private static final List<RecordSet> LB2_CHALLENGED_BY_LB1 = List.of(service("203.0.113.20"),
            challenged(owner("lb2", "203.0.113.20"), "lb1"), node("lb1", "203.0.113.10"), node("lb2", "203.0.113.20"));
    private static final List<RecordSet> LB1_CHALLENGED_BY_LB2 = List.of(service("203.0.113.10"),
            challenged(owner("lb1", "203.0.113.10"), "lb2"), node("lb1", "203.0.113.10"), node("lb2", "203.0.113.20"));

    @Test
    void whileItsChallengeStandsCyclesComeAtFastinter() {
        begin();
        seeAll(LB2_OWNS, DEAD);
        cycle.acted(new Outcome.Applied("C1"));
        for (int check = 2; check <= 6; check++) {
            assertThat(secondsUntilDue()).as("before check %d of the challenged owner", check).isEqualTo(1);
            assertThat(seeAll(LB2_CHALLENGED_BY_LB1, DEAD)).isInstanceOf(Decision.AwaitRefutation.class);
        }
        assertThat(secondsUntilDue()).isEqualTo(1);
        assertThat(seeAll(LB2_OWNS, DEAD).reason()).contains("it has refuted");
        assertThat(secondsUntilDue()).as("once it is refuted").isEqualTo(5);
    }

    @Test
    void whileItsChallengeStandsAStandbyReadsAfterItsChecksHoweverWellTheOwnerLooks() {
        begin();
        assertThat(seeAll(LB2_CHALLENGED_BY_LB1, OK)).isInstanceOf(Decision.WithdrawChallenge.class);
        begin();
        assertThat(cycle.needsRecords()).as("before the checks").isFalse();
        cycle.targets();
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        assertThat(cycle.needsRecords()).as("after them").isTrue();
    }

    @Test
    void aChallengedOwnerWaitsForNoPeerAndForgetsNothingOfIt() {
        for (int check = 1; check <= 3; check++) {
            begin();
            seeAll(LB1_OWNS, DEAD);
        }
        begin();
        cycle.sawRecords(Answer.value(LB1_CHALLENGED_BY_LB2));
        assertThat(cycle.targetsAside()).extracting(Target::node).containsExactly("lb2");
        assertThat(cycle.targets()).extracting(Target::node).containsExactly("lb1");
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        assertThat(cycle.decide()).isInstanceOf(Decision.RefuteChallenge.class);
        begin();
        cycle.sawRecords(Answer.value(LB1_OWNS));
        assertThat(cycle.targetsAside()).as("once there is time").isEmpty();
        assertThat(cycle.targets()).extracting(Target::node).containsExactly("lb1", "lb2");
        assertThat(seeAll(LB1_OWNS, DEAD).reason()).as("the fourth failed check").contains("lb2 could not take over");
    }

    @Test
    void aChallengedOwnerGivesTheNameToNoPeerThatItHasNotHeardOfYet() {
        begin();
        seeAll(LB1_OWNS, OK);
        begin();
        cycle.sawRequests(new Requests(Optional.empty(), Optional.of("drained"), Optional.empty()));
        cycle.sawRecords(Answer.value(LB1_CHALLENGED_BY_LB2));
        assertThat(cycle.targetsAside()).extracting(Target::node).containsExactly("lb2");
        cycle.targets();
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        assertThat(cycle.decide()).as("it was OK 5 s ago").isInstanceOf(Decision.RefuteChallenge.class);
    }

    @Test
    void aChallengedOwnerWhoseOwnHaproxyIsDeadLooksForAPeerToHandOverTo() {
        begin();
        seeAll(LB1_OWNS, DEAD);
        for (int cycles = 1; cycles <= 2; cycles++) {
            begin();
            see(LB1_CHALLENGED_BY_LB2, DEAD);
        }
        begin();
        cycle.sawRecords(Answer.value(LB1_CHALLENGED_BY_LB2));
        assertThat(cycle.targetsAside()).as("it has no challenge to refute in time").isEmpty();
        assertThat(cycle.targets()).extracting(Target::node)
                .containsExactly("lb1", "lb2");
        cycle.sawCheck(PairOfNodes.target("lb1"), DEAD);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        assertThat(cycle.decide()).isInstanceOf(Decision.HandOver.class);
    }

    /** A cycle that checks only this node. */
    @Test
    void anOwnerThatHasFallenWithinTheGraceLooksAgainSoon() {
        begin();
        see(LB1_OWNS, OK);
        begin();
        see(LB1_OWNS, DEAD);
        assertThat(secondsUntilDue()).isEqualTo(1);
        see(LB1_OWNS, DEAD);
        now = now.plusMillis(900);
        assertThat(cycle.isDue()).isTrue();
        see(LB1_OWNS, DEAD);
        assertThat(cycle.decided().orElseThrow().reason()).as("after three checks within 1.9 s")
                .contains("it has lb.grace=2000 ms to come back");
        assertThat(secondsUntilDue()).isEqualTo(1);
    }

    private void see(List<RecordSet> records, Check own) {
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawRecords(Answer.value(records));
        cycle.sawCheck(PairOfNodes.target("lb1"), own);
        cycle.decide();
    }

    private static RecordSet challenged(RecordSet owner, String challenger) {
        return RecordSet.simple(owner.name(), "TXT", owner.ttl(), owner.values().get(0).replaceFirst("\"$",
                " challenger=" + challenger + "\""));
    }
}
