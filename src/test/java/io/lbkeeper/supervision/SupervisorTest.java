package io.lbkeeper.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of edits, good and bad, and of the generations. */
class SupervisorTest extends SupervisorTestBase {

    @Test
    void whatIsSavedTakesThePlaceOfWhatRanBetweenTwoCycles() throws Exception {
        save("two");
        looks(2);
        assertThat(story.told).as("the old one rests only when the new one has started, and ends when that one runs")
                .containsExactly("two starts", "one rests", "two goes", "one stops");
        assertThat(told).containsExactly("taking watch.camel.yaml", "taken watch.camel.yaml");
        assertThat(supervisor.running().name).isEqualTo("two");
        assertThat(edition.routes()).as("the copy of what ran").doesNotExist();
        looks(5);
        assertThat(told).hasSize(2);
    }

    @Test
    void aThousandEditsLeaveOneGenerationAndOneCopy() throws Exception {
        for (int i = 0; i < 1000; i++) {
            save("edit " + i);
            looks(2);
        }
        assertThat(story.told).filteredOn(line -> line.endsWith(" stops")).hasSize(1000);
        assertThat(assembled).hasSize(1000).filteredOn(one -> Files.exists(one.routes())).hasSize(1);
        supervisor.close();
        assertThat(assembled).noneMatch(one -> Files.exists(one.copy().orElseThrow()));
    }

    @Test
    void whatIsBadChangesNothingAndIsToldOnce() throws Exception {
        verdicts.put("bad", new RefusedException("watch.camel.yaml:3: stepz"));
        save("bad");
        looks(20);
        assertThat(told).containsExactly("refused watch.camel.yaml:3: stepz");
        assertThat(story.told).isEmpty();
        assertThat(assembled).hasSize(1).noneMatch(one -> Files.exists(one.routes()));
        save("one");
        looks(20);
        assertThat(told).containsExactly("refused watch.camel.yaml:3: stepz", "as before");
        save("bad");
        looks(20);
        assertThat(told).as("another edit, though it says the same").hasSize(3);
        save("two");
        looks(2);
        assertThat(told).endsWith("taken watch.camel.yaml");
    }

    @Test
    void whatCouldNotBeJudgedIsJudgedAgainLaterAndToldOnce() throws Exception {
        verdicts.put("two", RefusedException.forNow("no memory", null));
        save("two");
        looks(29);
        assertThat(told).containsExactly("refused no memory");
        assertThat(assembled).hasSize(1);
        looks(31);
        assertThat(assembled).hasSizeBetween(2, 3);
        assertThat(told).hasSize(1);
        verdicts.clear();
        looks(31);
        assertThat(told).endsWith("taking watch.camel.yaml", "taken watch.camel.yaml");
    }

    @Test
    void whatDoesNotStartLeavesTheOldOneRunningThroughout() throws Exception {
        made = generation -> generation.startFails = true;
        save("two");
        looks(2);
        assertThat(story.told).containsExactly("two starts", "two stops");
        assertThat(told).containsExactly("refused the port is in use");
    }

    @Test
    void whatCompletesNoCycleIsStoppedBeforeTheOldOneGoesOn() throws Exception {
        made = generation -> generation.completes = false;
        save("two");
        Duration begin = now;
        looks(2);
        assertThat(story.told).containsExactly("two starts", "one rests", "two goes", "two stops", "one goes",
                "two stops");
        assertThat(now.minus(begin)).isBetween(FakeGeneration.LONGEST, FakeGeneration.LONGEST.plusSeconds(3));
        assertThat(told).hasSize(2).last().asString().contains("no cycle has completed within 20000 ms", "step fed");
        looks(20);
        assertThat(told).as("not tried again and again").hasSize(2);
        assertThat(supervisor.running()).isSameAs(first);
    }

    @Test
    void anEditWaitsForTheCycleUnderWay() throws Exception {
        first.cycling = true;
        whilePausing = () -> first.cycling = now.compareTo(Duration.ofHours(1).plusSeconds(7)) < 0;
        save("two");
        looks(2);
        assertThat(now).isGreaterThanOrEqualTo(Duration.ofHours(1).plusSeconds(7));
        assertThat(story.told).containsExactly("two starts", "one rests", "two goes", "one stops");
    }

    @Test
    void aTaskBesideTheCyclesIsWaitedForAndThenCutOff() throws Exception {
        first.busy = true;
        save("two");
        looks(2);
        assertThat(story.told).containsExactly("two starts", "one rests, with a task cut off", "two goes",
                "one stops");
    }

    @Test
    void aCycleThatDoesNotEndHoldsTheEditUpAndNothingElse() throws Exception {
        first.cycling = true;
        save("two");
        looks(2);
        assertThat(told).containsExactly("taking watch.camel.yaml", "refused the cycle under way does not end");
        assertThat(story.told).containsExactly("two starts", "two stops");
        assertThat(first.held).as("the old one's timers").isFalse();
        first.cycling = false;
        looks(40);
        assertThat(told).as("tried again").endsWith("taken watch.camel.yaml");
    }

    @Test
    void endedAmidAnEditItEndsBoth() throws Exception {
        made = generation -> generation.completes = false;
        List<String> whenClosed = new ArrayList<>();
        whilePausing = () -> {
            supervisor.close();
            whenClosed.addAll(story.told);
            Thread.currentThread().interrupt();
        };
        save("two");
        looks(1);
        Thread edits = new Thread(() -> looks(1));
        edits.start();
        edits.join();
        assertThat(whenClosed).contains("one stops", "two stops");
        assertThat(story.told).doesNotContain("one goes");
    }
}
