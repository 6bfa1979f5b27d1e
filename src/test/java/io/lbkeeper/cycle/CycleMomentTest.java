package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.DEAD;
import static io.lbkeeper.cycle.PairOfNodes.OK;
import static io.lbkeeper.cycle.PairOfNodes.node;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cycles that come at a moment of their own, and not by a tick. */
class CycleMomentTest extends CycleTestBase {
    private final List<Duration> woken = new ArrayList<>();

    @BeforeEach
    void listen() {
        cycle.wokenBy(woken::add);
    }

    @Test
    void theEndOfTheOwnChallengesWindowHasACycleOnceTheOwnerHasFallen() {
        steady(LB2_OWNS);
        begin();
        seeAll(LB2_OWNS, DEAD);
        now = now.plusMillis(300);
        cycle.acted(new Outcome.Applied("C1"));
        Duration end = now.plusSeconds(10);
        see(700, DEAD);
        assertThat(woken).as("after check 2 of 3").isEmpty();
        see(1000, DEAD);
        assertThat(woken).containsExactly(end);
        now = end.minusNanos(1);
        assertThat(cycle.isDue()).as("by a tick").isTrue();
        seeAll(challenged(), DEAD);
        now = end;
        assertThat(cycle.isDue()).isTrue();
        assertThat(seeAll(challenged(), DEAD)).isInstanceOf(Decision.TakeOver.class);
    }

    @Test
    void theEndOfTheGraceHasACycle() {
        steady(LB1_OWNS);
        begin();
        decide(DEAD);
        Duration end = now.plusSeconds(2);
        assertThat(woken).containsExactly(end);
        now = end.minusMillis(700);
        assertThat(cycle.isDue()).isTrue();
        assertThat(decide(DEAD)).isInstanceOf(Decision.AwaitMoreChecks.class);
        now = end;
        assertThat(cycle.isDue()).as("0.7 s after the last, and fastinter is 1 s").isTrue();
        assertThat(decide(DEAD)).isInstanceOf(Decision.HandOver.class);
    }

    @Test
    void aCycleBetweenTwoTicksIsFollowedAtItsOwnTimeAndNotByATickThatIsNear() {
        steady(LB2_OWNS);
        now = now.plusMillis(600);
        cycle.ended(new Target("lb1", "", "http://127.0.0.1:1/"));
        assertThat(cycle.isDue()).isTrue();
        Duration next = now.plusSeconds(5);
        seeAll(LB2_OWNS, OK);
        assertThat(woken).containsExactly(Duration.ZERO, next);
        now = next.minusMillis(400);
        assertThat(cycle.isDue()).isFalse();
        now = next;
        assertThat(cycle.isDue()).isTrue();
        seeAll(LB2_OWNS, OK);
        assertThat(woken).endsWith(next, next.plusSeconds(5));
    }

    @Test
    void anAnswerOfOneThatWasSilentCallsForACycleAndItsSilenceDoesNot() {
        steady(LB2_OWNS);
        begin();
        seeAll(LB2_OWNS, Check.TIMED_OUT);
        now = now.plusSeconds(1);
        assertThat(cycle.isDue()).isTrue();
        Target out = aside();
        cycle.sawCheck(out, Check.TIMED_OUT);
        assertThat(cycle.isDue()).as("after silence 2 of 3").isFalse();
        now = now.plusMillis(900);
        assertThat(cycle.isDue()).isTrue();
        Target next = aside();
        cycle.sawCheck(next, OK);
        assertThat(cycle.isDue()).as("after an answer").isTrue();
        cycle.sawRecords(Answer.value(LB2_OWNS));
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        assertThat(cycle.decide()).as("it counts").isInstanceOf(Decision.KeepRecord.class);
    }

    @Test
    void theSilenceThatCompletesTheRowCallsForACycle() {
        steady(LB2_OWNS);
        begin();
        seeAll(LB2_OWNS, Check.TIMED_OUT);
        now = now.plusSeconds(1);
        assertThat(cycle.isDue()).isTrue();
        cycle.sawCheck(aside(), Check.TIMED_OUT);
        now = now.plusSeconds(1);
        assertThat(cycle.isDue()).isTrue();
        Target third = aside();
        assertThat(cycle.isDue()).isFalse();
        cycle.sawCheck(third, Check.TIMED_OUT);
        assertThat(cycle.isDue()).isTrue();
    }

    @Test
    void anAnswerThatComesWhileACycleLooksIsPartOfIt() {
        steady(LB2_OWNS);
        begin();
        seeAll(LB2_OWNS, Check.TIMED_OUT);
        now = now.plusSeconds(1);
        assertThat(cycle.isDue()).isTrue();
        Target out = cycle.targetsAside().get(0);
        cycle.sawCheck(out, OK);
        seeOwn();
        assertThat(cycle.isDue()).isFalse();
    }

    @Test
    void anOwnerThatCouldNotReadTriesTwiceMoreAtFastinter() {
        steady(LB1_OWNS.stream().map(CycleMomentTest::telling).toList());
        begin();
        for (int seconds : new int[] {1, 1, 5}) {
            cycle.sawRecords(Answer.couldNotAsk("Throttling"));
            cycle.sawCheck(PairOfNodes.target("lb1"), OK);
            cycle.sawCheck(PairOfNodes.target("lb2"), OK);
            cycle.decide();
            assertThat(secondsUntilDue()).as("%s after the last read", now).isEqualTo(seconds);
        }
    }

    @Test
    void aStandbyThatCouldNotReadDoesNotHurry() {
        steady(LB2_OWNS);
        begin();
        cycle.sawRecords(Answer.couldNotAsk("Throttling"));
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        cycle.decide();
        assertThat(secondsUntilDue()).isEqualTo(5);
    }

    private void steady(List<RecordSet> records) {
        begin();
        seeAll(records, OK);
        woken.clear();
    }

    /** A cycle so much later. */
    private void see(int millisLater, Check lb2) {
        now = now.plusMillis(millisLater);
        assertThat(cycle.isDue()).isTrue();
        seeAll(challenged(), lb2);
    }

    /** A cycle of the owner's, whose peer is well. */
    private Decision decide(Check own) {
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawRecords(Answer.value(LB1_OWNS));
        cycle.sawCheck(PairOfNodes.target("lb1"), own);
        cycle.sawCheck(PairOfNodes.target("lb2"), OK);
        return cycle.decide();
    }

    /** A whole cycle in which lb2's check does not come back; what is out then. */
    private Target aside() {
        Target out = cycle.targetsAside().get(0);
        seeOwn();
        return out;
    }

    private void seeOwn() {
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawRecords(Answer.value(LB2_OWNS));
        cycle.targets();
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.decide();
    }

    /** The same with the owner's fast interval. */
    private static RecordSet telling(RecordSet set) {
        return RecordSet.simple(set.name(), set.type(), set.ttl(), set.values().get(0).replace("inter=5",
                "inter=5 fast=1"));
    }

    /** As it is read after the challenge of the cycle that {@link #nonces} counts as the second. */
    private static List<RecordSet> challenged() {
        RecordSet challenge = RecordSet.simple("_owner.lb.example.com", "TXT", PairOfNodes.TTL, "\"v=1 owner=lb2 "
                + "address=203.0.113.20 epoch=8 nonce=nonce-2 inter=5 challenger=lb1\"");
        return List.of(service("203.0.113.20"), challenge, node("lb1", "203.0.113.10"), node("lb2", "203.0.113.20"));
    }
}
