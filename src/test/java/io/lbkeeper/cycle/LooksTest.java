package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.DEAD;
import static io.lbkeeper.cycle.PairOfNodes.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which checks a cycle waits for, and which answers count in it. */
class LooksTest {
    private static final Target LB1 = PairOfNodes.target("lb1");
    private static final Target LB2 = PairOfNodes.target("lb2");
    private static final List<Target> BOTH = List.of(LB1, LB2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Looks looks = new Looks();
    private Duration now = Duration.ofSeconds(1000);

    @Test
    void theFirstCheckOfANodeIsWaitedForAndSoIsEachThatFollowsAnAnswer() {
        assertThat(begin()).isEmpty();
        assertThat(looks.awaited(BOTH)).extracting(Target::node).containsExactly("lb1", "lb2");
        for (Check answer : List.of(OK, DEAD, new Check(DEAD.health(), "connection reset"))) {
            see(LB2, answer);
            assertThat(begin()).as("after %s", answer).isEmpty();
        }
    }

    @Test
    void oneThatWasSilentIsCheckedAndNotWaitedForUntilItHasAnswered() {
        begin();
        see(LB2, Check.TIMED_OUT);
        assertThat(begin()).extracting(Target::node).containsExactly("lb2");
        assertThat(looks.awaited(BOTH)).extracting(Target::node).containsExactly("lb1");
        see(LB2, Check.UNREACHABLE);
        List<Target> again = begin();
        assertThat(again).extracting(Target::node).containsExactly("lb2");
        see(again.get(0), OK);
        assertThat(begin()).isEmpty();
        assertThat(looks.awaited(BOTH)).hasSize(2);
    }

    /** As those of before did, of which an operator may have a copy. */
    @Test
    void whereTheRoutesSendNobodyAsideAllAreWaitedFor() {
        begin();
        see(LB2, Check.TIMED_OUT);
        looks.begin();
        assertThat(looks.awaited(BOTH)).extracting(Target::node).containsExactly("lb1", "lb2");
        assertThat(looks.outstanding()).isEmpty();
    }

    @Test
    void whileACheckIsOutWhatIsKnownStandsAndIsNotCountedAgain() {
        begin();
        see(LB2, Check.TIMED_OUT);
        List<Target> first = begin();
        assertThat(looks.standing(BOTH)).containsEntry("lb2", Check.TIMED_OUT);
        assertThat(looks.outstanding()).containsExactly("lb2");
        looks.decided();
        begin();
        looks.saw(first.get(0), Check.UNREACHABLE, now);
        assertThat(looks.outstanding()).as("though a second check is out").isEmpty();
        looks.decided();
        begin();
        assertThat(looks.outstanding()).containsExactly("lb2");
        assertThat(looks.standing(BOTH)).containsEntry("lb2", Check.UNREACHABLE);
    }

    @Test
    void anAnswerThatWasOvertakenByAnotherCountsForNothing() {
        begin();
        see(LB2, Check.TIMED_OUT);
        Target early = begin().get(0);
        Target late = begin().get(0);
        looks.saw(late, OK, now);
        looks.saw(early, Check.TIMED_OUT, now);
        assertThat(looks.standing(BOTH)).isEqualTo(Map.of("lb2", OK));
    }

    @Test
    void anAnswerFromWhereTheNodeIsNoMoreCountsForNothing() {
        begin();
        looks.saw(LB2, OK, now);
        Target moved = new Target("lb2", "203.0.113.77", "http://203.0.113.77:1/");
        assertThat(looks.standing(List.of(LB1, moved))).isEmpty();
        see(LB2, Check.TIMED_OUT);
        assertThat(begin(List.of(LB1, moved))).as("nothing is known of the new place").isEmpty();
    }

    @Test
    void nothingIsConcludedFromASilenceOfLongAgo() {
        begin();
        see(LB2, Check.TIMED_OUT);
        now = now.plus(PATIENCE);
        assertThat(begin()).isEmpty();
    }

    @Test
    void cyclesThatFollowEachOtherCloselyDoNotPileUpChecks() {
        begin();
        see(LB2, Check.TIMED_OUT);
        assertThat(begin()).hasSize(1);
        now = now.plus(PAUSE).minusSeconds(1).minusNanos(1);
        assertThat(begin()).as("within the pause").isEmpty();
        assertThat(looks.awaited(BOTH)).as("nor is it waited for").extracting(Target::node).containsExactly("lb1");
        assertThat(looks.outstanding()).containsExactly("lb2");
    }

    @Test
    void whoIsInAHurryWaitsForNobodyElse() {
        begin();
        see(LB2, OK);
        looks.begin();
        assertThat(looks.aside(BOTH, LB2.node()::equals, now, PATIENCE, PAUSE)).extracting(Target::node)
                .containsExactly("lb2");
        assertThat(looks.standing(BOTH)).as("it was well").containsEntry("lb2", OK);
        assertThat(looks.outstanding()).containsExactly("lb2");
    }

    /** A second after the last one. */
    private List<Target> begin() {
        return begin(BOTH);
    }

    private List<Target> begin(List<Target> targets) {
        now = now.plusSeconds(1);
        looks.begin();
        return looks.aside(targets, node -> false, now, PATIENCE, PAUSE);
    }

    private void see(Target target, Check check) {
        looks.saw(target, check, now);
        looks.decided();
    }
}
