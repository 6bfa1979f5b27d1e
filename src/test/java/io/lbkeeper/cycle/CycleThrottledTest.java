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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a node asks of a provider that counts the calls of all, and what it concludes when it is refused. */
class CycleThrottledTest extends CycleTestBase {
    private static final List<RecordSet> LB2_CHALLENGED_BY_LB1 = List.of(service("203.0.113.20"),
            challenged(owner("lb2", "203.0.113.20"), "lb1"), node("lb1", "203.0.113.10"), node("lb2", "203.0.113.20"));
    private static final List<RecordSet> LB1_CHALLENGED_BY_LB2 = List.of(service("203.0.113.10"),
            challenged(owner("lb1", "203.0.113.10"), "lb2"), node("lb1", "203.0.113.10"), node("lb2", "203.0.113.20"));
    private static final Answer<List<RecordSet>> REFUSED = Answer.couldNotAsk("Throttling (HTTP 400): Rate exceeded");

    private final List<Integer> readsAtSecond = new ArrayList<>();
    private int second;
    private Duration checking = Duration.ZERO;
    private Check lb1 = OK;
    private Check lb2 = DEAD;

    /** The cycles of the next seconds, asked once a second; those that read hear {@code answer}. */
    private Decision pass(int seconds, Answer<List<RecordSet>> answer) {
        Decision last = null;
        for (int i = 0; i < seconds; i++) {
            now = now.plusSeconds(1);
            second++;
            if (cycle.isDue()) {
                last = look(answer);
            }
        }
        return last;
    }

    private Decision look(Answer<List<RecordSet>> answer) {
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.targets();
        cycle.sawCheck(PairOfNodes.target("lb1"), lb1);
        cycle.sawCheck(PairOfNodes.target("lb2"), lb2);
        now = now.plus(checking);
        if (cycle.needsRecords()) {
            readsAtSecond.add(second);
            cycle.sawRecords(answer);
        }
        return cycle.decide();
    }

    private void challenge() {
        begin();
        assertThat(seeAll(LB2_OWNS, DEAD)).isInstanceOf(Decision.Challenge.class);
        cycle.acted(new Outcome.Applied("C1"));
    }

    @Test
    void inItsWindowAChallengerReadsNowAndThenAndOnceMoreAtTheEnd() {
        challenge();
        assertThat(pass(10, Answer.value(LB2_CHALLENGED_BY_LB1))).as("the challenge was first read after a second")
                .isInstanceOf(Decision.AwaitRefutation.class);
        assertThat(pass(1, Answer.value(LB2_CHALLENGED_BY_LB1))).isInstanceOf(Decision.TakeOver.class);
        assertThat(readsAtSecond).as("every other second").containsExactly(1, 3, 5, 7, 9, 11);
    }

    @Test
    void whereItsWindowEndsWhileItChecksAChallengerReadsAfterThat() {
        challenge();
        pass(9, Answer.value(LB2_CHALLENGED_BY_LB1));
        checking = Duration.ofMillis(1200);
        assertThat(pass(1, Answer.value(LB2_CHALLENGED_BY_LB1))).isInstanceOf(Decision.TakeOver.class);
        assertThat(readsAtSecond).endsWith(9, 10);
    }

    @Test
    void ofAnOwnerThatIsBackAChallengerReadsAtOnceAndTakesItsChallengeBack() {
        challenge();
        pass(1, Answer.value(LB2_CHALLENGED_BY_LB1));
        lb2 = OK;
        assertThat(pass(1, Answer.value(LB2_CHALLENGED_BY_LB1))).isInstanceOf(Decision.WithdrawChallenge.class);
        assertThat(readsAtSecond).as("what is changed was read just before").containsExactly(1, 2);
    }

    @Test
    void aChallengerReadsAtOnceWhenItsOwnHaproxyFails() {
        challenge();
        pass(1, Answer.value(LB2_CHALLENGED_BY_LB1));
        lb1 = DEAD;
        pass(1, Answer.value(LB2_CHALLENGED_BY_LB1));
        assertThat(readsAtSecond).as("it may have its challenge to take back").containsExactly(1, 2);
    }

    @Test
    void aChallengerThatIsRefusedGivesTheOwnerAWholeWindowAgain() {
        challenge();
        pass(6, Answer.value(LB2_CHALLENGED_BY_LB1));
        assertThat(pass(1, REFUSED)).isInstanceOf(Decision.RefuseToMove.class);
        assertThat(pass(9, Answer.value(LB2_CHALLENGED_BY_LB1))).as("16 s after the challenge, 9 s after the refusal")
                .isInstanceOf(Decision.AwaitRefutation.class);
        assertThat(pass(1, Answer.value(LB2_CHALLENGED_BY_LB1))).isInstanceOf(Decision.TakeOver.class);
    }

    @Test
    void aTakeOverThatIsRefusedGivesItOneToo() {
        challenge();
        assertThat(pass(11, Answer.value(LB2_CHALLENGED_BY_LB1))).isInstanceOf(Decision.TakeOver.class);
        cycle.acted(new Outcome.CouldNotAsk("Throttling (HTTP 400): Rate exceeded"));
        assertThat(pass(9, Answer.value(LB2_CHALLENGED_BY_LB1))).isInstanceOf(Decision.AwaitRefutation.class);
        assertThat(pass(1, Answer.value(LB2_CHALLENGED_BY_LB1))).isInstanceOf(Decision.TakeOver.class);
    }

    @Test
    void onceItIsRefutedItReadsAgainWhenItMayChallengeAgain() {
        challenge();
        pass(2, Answer.value(LB2_CHALLENGED_BY_LB1));
        pass(1, Answer.value(LB2_OWNS));
        readsAtSecond.clear();
        assertThat(pass(9, Answer.value(LB2_OWNS))).as("for a window it can only wait")
                .isInstanceOf(Decision.RefuseToMove.class);
        assertThat(readsAtSecond).isEmpty();
        assertThat(pass(5, Answer.value(LB2_OWNS))).isInstanceOf(Decision.Challenge.class);
        assertThat(readsAtSecond).as("what is changed was read just before").hasSize(1);
    }

    @Test
    void anOwnerWhoseAnswerIsRefusedTriesEachSecondUntilItIsTaken() {
        begin();
        seeAll(LB1_CHALLENGED_BY_LB2, DEAD);
        for (int times = 1; times <= 6; times++) {
            cycle.acted(new Outcome.CouldNotAsk("Throttling (HTTP 400): Rate exceeded"));
            assertThat(secondsUntilDue()).as("after %d refusals", times).isEqualTo(1);
            assertThat(seeAll(LB1_CHALLENGED_BY_LB2, DEAD)).isInstanceOf(Decision.RefuteChallenge.class);
        }
    }

    @Test
    void anOwnerThatCanNotReadHurriesOnWhereAPeerLooksBadToIt() {
        begin();
        seeAll(LB1_OWNS, DEAD);
        for (int times = 1; times <= 4; times++) {
            begin();
            seeAll(LB1_OWNS, DEAD);
        }
        assertThat(pass(5, REFUSED)).isNotNull();
        for (int times = 1; times <= 20; times++) {
            assertThat(pass(1, REFUSED)).as("a cycle %d s after the first refusal", times).isNotNull();
        }
    }

    private static RecordSet challenged(RecordSet owner, String challenger) {
        return RecordSet.simple(owner.name(), "TXT", owner.ttl(), owner.values().get(0).replaceFirst("\"$",
                " challenger=" + challenger + "\""));
    }
}
