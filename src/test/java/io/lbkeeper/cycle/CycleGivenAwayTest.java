package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Requests;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The name was given away by an owner that is well: nothing but this tells the others soon. */
class CycleGivenAwayTest extends CycleTestBase {
    private static final Requests DRAINED = new Requests(Optional.empty(), Optional.of("drained by alice"),
            Optional.empty());

    @Test
    void aStandbyReadsTheRecordsWhereTheOwnerDoesNotWantTheName() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        cycle.targets();
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        assertThat(cycle.needsRecords()).as("while all is well").isFalse();
        cycle.sawCheck(PairOfNodes.target("lb2"), new Check(Health.OK, "fine", Check.Agent.LEAVING));
        assertThat(cycle.needsRecords()).isTrue();
    }

    @Test
    void whoIsAskedForSomethingKnowsWhoHasTheName() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        cycle.sawRequests(DRAINED);
        assertThat(cycle.needsRecords()).isTrue();
        assertThat(cycle.isLeaving()).isTrue();
    }

    @Test
    void whoHasGivenItAwayTellsForSomeChecks() {
        begin();
        cycle.sawRequests(new Requests(Optional.empty(), Optional.empty(), Optional.of(
                new Requests.Switchover(Optional.empty(), "it is asked to switch over"))));
        Decision decision = seeAll(LB1_OWNS, OK);
        assertThat(decision).isInstanceOf(Decision.HandOver.class);
        cycle.acted(new Outcome.Applied("C1"));
        cycle.sawRequests(Requests.none());
        begin();
        seeAll(LB2_OWNS, OK);
        assertThat(cycle.isLeaving()).as("5 s after the move").isTrue();
        begin();
        begin();
        assertThat(cycle.isLeaving()).as("15 s after the move").isFalse();
    }

    @Test
    void whoHasLostItForWantOfItsHaproxyWantsItAgain() {
        begin();
        seeAll(LB1_OWNS, OK);
        Decision decision = seeOwnDead();
        for (int cycles = 1; cycles < 10 && !(decision instanceof Decision.HandOver); cycles++) {
            decision = seeOwnDead();
        }
        assertThat(decision).isInstanceOf(Decision.HandOver.class);
        cycle.acted(new Outcome.Applied("C1"));
        begin();
        seeAll(LB2_OWNS, OK);
        assertThat(cycle.isLeaving()).as("with its HAProxy back").isFalse();
    }

    private Decision seeOwnDead() {
        begin();
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawRecords(Answer.value(LB1_OWNS));
        cycle.sawCheck(PairOfNodes.target("lb1"), PairOfNodes.DEAD);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        return cycle.decide();
    }
}
