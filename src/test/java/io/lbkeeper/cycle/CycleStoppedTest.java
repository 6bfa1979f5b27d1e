package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.DEAD;
import static io.lbkeeper.cycle.PairOfNodes.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time that goes by: with ticks, and without them when the process or the machine was stopped. */
class CycleStoppedTest extends CycleTestBase {

    @Test
    void aStandingAlarmIsToldAgainAfterTenMinutesAndACalmDecisionIsNot() {
        for (int minutes : new int[] {0, 9, 1}) {
            passMinutes(minutes);
            begin();
            cycle.sawRecords(Answer.couldNotAsk("throttled"));
            cycle.decide();
            assertThat(cycle.isNews()).as("%d minutes later", minutes).isEqualTo(minutes != 9);
        }
        begin();
        seeAll(LB2_OWNS, OK);
        passMinutes(60);
        begin();
        seeAll(LB2_OWNS, OK);
        assertThat(cycle.isNews()).as("all is well, still").isFalse();
    }

    /** With ticks meanwhile: without them this node would take itself for one that was stopped. */
    private void passMinutes(int minutes) {
        for (int i = 0; i < minutes * 12; i++, now = now.plus(PairOfNodes.INTERVAL)) {
            cycle.isTimely();
        }
    }

    @Test
    void theFirstCycleAfterAStopOnlyObservesAndTheNextComesSoonAndCountsAnew() {
        seeEach(LB2_OWNS, OK, DEAD, DEAD);
        now = now.plusSeconds(63);
        assertThat(cycle.isDue()).isTrue();
        Decision first = seeAll(LB2_OWNS, DEAD);
        assertThat(first).isInstanceOf(Decision.RefuseToMove.class);
        assertThat(first.reason()).contains("63 s", "only observes");
        assertThat(secondsUntilDue()).as("after it").isEqualTo(1);
        assertThat(seeAll(LB2_OWNS, DEAD).reason()).as("nothing from before counts").contains("failed check 2 of 3");
    }

    @Test
    void aStopWithinACycleIsOneForThatCycleAndForTheNext() {
        seeEach(LB2_OWNS, OK);
        begin();
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawRecords(Answer.value(LB2_OWNS));
        now = now.plusSeconds(63);
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.sawCheck(PairOfNodes.target("lb2"), DEAD);
        assertThat(cycle.decide().reason()).contains("only observes");
        begin();
        assertThat(seeAll(LB2_OWNS, DEAD).reason()).as("the first whole cycle").contains("only observes");
        begin();
        assertThat(seeAll(LB2_OWNS, DEAD)).as("the second").isInstanceOf(Decision.Challenge.class);
    }

    @Test
    void whatWasDecidedBeforeAStopIsNotActedUponAndTheNextCycleOnlyObserves() {
        seeEach(LB2_OWNS, OK);
        begin();
        assertThat(seeAll(LB2_OWNS, DEAD)).isInstanceOf(Decision.Challenge.class);
        assertThat(cycle.isTimely()).isTrue();
        now = now.plusSeconds(11);
        assertThat(cycle.isTimely()).as("after the stop").isFalse();
        assertThat(cycle.isDue()).isTrue();
        assertThat(seeAll(LB2_OWNS, DEAD).reason()).contains("only observes");
    }

    @Test
    void stepsThatUseUpTheirTimeOutsAreNoStop() {
        seeEach(LB2_OWNS, OK);
        begin();
        for (Runnable step : new Runnable[] {() -> cycle.sawAddress(Answer.couldNotAsk("?")),
            () -> cycle.sawRecords(Answer.value(LB2_OWNS)), () -> cycle.sawCheck(PairOfNodes.target("lb1"), OK),
            () -> cycle.sawCheck(PairOfNodes.target("lb2"), DEAD)}) {
            now = now.plus(Duration.ofMillis(9_900));
            step.run();
        }
        assertThat(cycle.decide()).isInstanceOf(Decision.Challenge.class);
        assertThat(cycle.isTimely()).isTrue();
        now = now.plus(Duration.ofMillis(9_900));
        cycle.acted(new Outcome.Applied("C1"));
        assertThat(cycle.isDue()).isTrue();
        assertThat(seeAll(LB2_OWNS, DEAD).reason()).doesNotContain("only observes");
    }

    private void seeEach(List<RecordSet> records, Check... lb2) {
        for (Check check : lb2) {
            begin();
            seeAll(records, check);
        }
    }
}
