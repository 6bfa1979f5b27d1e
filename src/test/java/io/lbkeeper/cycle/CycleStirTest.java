package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.DEAD;
import static io.lbkeeper.cycle.PairOfNodes.OK;
import static io.lbkeeper.cycle.PairOfNodes.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Something happens between two cycles. */
class CycleStirTest extends CycleTestBase {
    private static final Target OWN = new Target("lb1", "", "http://127.0.0.1:1/");

    private final List<Duration> woken = new ArrayList<>();

    @Test
    void aCycleIsDueAtOnceAndOnlyOne() {
        steady();
        cycle.wokenBy(woken::add);
        assertThat(cycle.isDue()).as("nothing has happened").isFalse();
        cycle.ended(OWN);
        cycle.ended(OWN);
        assertThat(woken).as("asked for at once, and once").containsExactly(Duration.ZERO);
        assertThat(cycle.isDue()).isTrue();
        seeAll(LB2_OWNS, OK);
        assertThat(cycle.isDue()).as("answered by the one").isFalse();
        assertThat(secondsUntilDue()).as("the interval counts from it").isEqualTo(5);
    }

    /** So do nodes that were started together go apart. */
    @Test
    void aCycleComesByTheMomentThatIsNamedAndThoseAfterItKeepThePaceFromThere() {
        steady();
        cycle.wokenBy(woken::add);
        cycle.callBy(now.plusSeconds(2));
        assertThat(woken).containsExactly(now.plusSeconds(2));
        assertThat(secondsUntilDue()).isEqualTo(2);
        seeAll(LB2_OWNS, OK);
        assertThat(secondsUntilDue()).isEqualTo(5);
    }

    @Test
    void whatHappensInACycleIsAnsweredByTheNext() {
        steady();
        cycle.wokenBy(woken::add);
        cycle.ended(OWN);
        assertThat(cycle.isDue()).isTrue();
        cycle.ended(OWN);
        seeAll(LB2_OWNS, OK);
        assertThat(woken).filteredOn(Duration.ZERO::equals).hasSize(2);
        assertThat(cycle.isDue()).isTrue();
    }

    /** An edit puts another timer in the place of the one that was to wake it. */
    @Test
    void whoWakesItFromNowOnIsToldWhatStands() {
        steady();
        cycle.ended(OWN);
        cycle.wokenBy(woken::add);
        assertThat(woken).containsExactly(Duration.ZERO);
        assertThat(cycle.isDue()).isTrue();
        List<Duration> again = new ArrayList<>();
        cycle.wokenBy(again::add);
        assertThat(again).as("all is answered").isEmpty();
    }

    @Test
    void aMomentCallsOnceItHasComeAndTheLastNamedCounts() {
        Summons summons = new Summons();
        summons.goTo(woken::add);
        summons.callAt(Duration.ofSeconds(9));
        summons.callAt(Duration.ofSeconds(7));
        summons.callAt(Duration.ofSeconds(7));
        assertThat(woken).containsExactly(Duration.ofSeconds(9), Duration.ofSeconds(7));
        assertThat(summons.answer(Duration.ofMillis(6_999))).isFalse();
        assertThat(summons.answer(Duration.ofSeconds(7))).isTrue();
        assertThat(summons.answer(Duration.ofSeconds(9))).as("no moment is left").isFalse();
    }

    /** By then the lbkeeper beside a peer's HAProxy has handed over, if it is to. */
    @Test
    void theEndOfAPeersLineWaitsForTheGraceAndAFastinter() {
        steady();
        cycle.wokenBy(woken::add);
        Duration due = now.plus(RULES.grace()).plus(RULES.fastinter());
        cycle.ended(PairOfNodes.target("lb2"));
        now = now.plusMillis(1);
        cycle.ended(PairOfNodes.target("lb2"));
        assertThat(woken).containsExactly(due);
        now = due.minusMillis(1);
        assertThat(cycle.isDue()).isFalse();
        now = due;
        assertThat(cycle.isDue()).isTrue();
    }

    @Test
    void whoLostARaceLooksAgainAtOnceButNotTwiceInARow() {
        begin();
        assertThat(seeAll(List.of(), OK)).isInstanceOf(Decision.CreateRecord.class);
        cycle.acted(new Outcome.Lost("somebody was quicker"));
        assertThat(cycle.isDue()).as("at once").isTrue();
        assertThat(seeAll(List.of(), OK)).isInstanceOf(Decision.CreateRecord.class);
        cycle.acted(new Outcome.Lost("somebody was quicker again"));
        assertThat(cycle.isDue()).as("the second time").isFalse();
    }

    @Test
    void thoseAreWellThatWereWellWhenTheyWereLastLookedAt() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        assertThat(cycle.targets()).hasSize(2);
        assertThat(cycle.well()).as("before a check").extracting(Target::node).containsExactly("lb1", "lb2");
        cycle.sawCheck(PairOfNodes.target("lb2"), DEAD);
        cycle.sawCheck(PairOfNodes.target("lb1"), new Check(Health.DEGRADED, "a backend is down"));
        assertThat(cycle.well()).extracting(Target::node).containsExactly("lb1");
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        assertThat(cycle.well()).extracting(Target::node).containsExactlyInAnyOrder("lb1", "lb2");
    }

    private void steady() {
        begin();
        seeAll(LB2_OWNS, OK);
    }
}
