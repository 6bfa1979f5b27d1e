package io.lbkeeper.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofMillis(1);

    private Duration now = Duration.ofHours(7);
    private final Watchdog watchdog = new Watchdog(LIMIT, () -> now);

    @Test
    void noCycleForLongerThanTheLimitIsTooLong() {
        assertThat(pass(LIMIT)).isFalse();
        assertThat(pass(MOMENT)).isTrue();
    }

    @Test
    void eachCompletedCycleBeginsTheTimeAnew() {
        for (int cycle = 0; cycle < 5; cycle++) {
            assertThat(pass(LIMIT.minus(MOMENT))).as("after cycle %d", cycle).isFalse();
            watchdog.fed();
        }
        assertThat(pass(LIMIT.plus(MOMENT))).as("after the last one").isTrue();
    }

    @Test
    void aPauseOfTheWholeProcessCountsForNextToNothing() {
        pass(LIMIT.dividedBy(2));
        now = now.plusDays(3);
        assertThat(watchdog.isStarving()).as("the first look after the pause").isFalse();
        assertThat(pass(LIMIT.dividedBy(3))).as("time for the next cycle").isFalse();
        assertThat(pass(LIMIT)).as("and if none comes").isTrue();
    }

    @Test
    void onItsThreadItTellsOnce() {
        CompletableFuture<Duration> told = new CompletableFuture<>();
        Watchdog quick = new Watchdog(Duration.ofMillis(100), () -> Duration.ofNanos(System.nanoTime()));
        quick.start(told::complete);
        await().atMost(Duration.ofSeconds(10)).until(told::isDone);
        assertThat(told.join()).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void oneThatWasStoppedIsSilent() {
        AtomicInteger looks = new AtomicInteger();
        CompletableFuture<Duration> told = new CompletableFuture<>();
        Watchdog stopped = new Watchdog(Duration.ofMillis(100), () -> {
            looks.incrementAndGet();
            return Duration.ofNanos(System.nanoTime());
        });
        stopped.start(told::complete);
        stopped.stop();
        await("five limits with no bark").pollDelay(Duration.ofMillis(500)).until(() -> true);
        assertThat(told).isNotDone();
        assertThat(looks).as("looks at the clock").hasValueLessThan(20);
    }

    @Test
    void anotherLimitCountsFromNowOn() {
        pass(LIMIT);
        watchdog.goBy(LIMIT.multipliedBy(2));
        assertThat(pass(LIMIT.multipliedBy(2))).isFalse();
        assertThat(pass(MOMENT)).isTrue();
    }

    @Test
    void itCountsCyclesAndTellsOfEach() {
        AtomicInteger told = new AtomicInteger();
        watchdog.tell(told::incrementAndGet);
        watchdog.fed();
        watchdog.fed();
        assertThat(watchdog.completed()).isEqualTo(2);
        assertThat(told).hasValue(2);
    }

    /** Looks as often as the thread does while this passes. */
    private boolean pass(Duration time) {
        Duration end = now.plus(time);
        boolean starving = false;
        while (now.compareTo(end) < 0) {
            Duration next = now.plus(watchdog.pace());
            now = next.compareTo(end) < 0 ? next : end;
            starving = watchdog.isStarving();
        }
        return starving;
    }
}
