package io.lbkeeper.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.TimerTask;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SteadyTimerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PERIOD_MILLIS = 20;

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();
    private final SteadyTimer timer = new SteadyTimer(task -> {
        Thread thread = new Thread(task, "timer under test");
        thread.setUncaughtExceptionHandler((where, failure) -> uncaught.add(failure));
        return thread;
    });

    @AfterEach
    void cancel() {
        timer.cancel();
    }

    static Stream<BiConsumer<SteadyTimer, TimerTask>> periodic() {
        return Stream.of((timer, task) -> timer.schedule(task, 0, PERIOD_MILLIS),
                (timer, task) -> timer.schedule(task, new Date(), PERIOD_MILLIS),
                (timer, task) -> timer.scheduleAtFixedRate(task, 0, PERIOD_MILLIS),
                (timer, task) -> timer.scheduleAtFixedRate(task, new Date(), PERIOD_MILLIS));
    }

    static Stream<BiConsumer<SteadyTimer, TimerTask>> once() {
        return Stream.of((timer, task) -> timer.schedule(task, 1),
                (timer, task) -> timer.schedule(task, new Date()));
    }

    @ParameterizedTest
    @MethodSource("periodic")
    void itTicksOnThoughATickEndsInAnErrorAndNobodyMissesTheError(BiConsumer<SteadyTimer, TimerTask> plan) {
        plan.accept(timer, task(() -> {
            if (runs.incrementAndGet() == 2) {
                throw new StackOverflowError("made by " + getClass());
            }
        }));
        await().atMost(PATIENCE).until(() -> runs.get() >= 5);
        assertThat(uncaught).singleElement().isInstanceOf(StackOverflowError.class);
    }

    @ParameterizedTest
    @MethodSource("once")
    void whatHasNoPeriodRunsOnce(BiConsumer<SteadyTimer, TimerTask> plan) {
        plan.accept(timer, task(runs::incrementAndGet));
        AtomicInteger ticks = new AtomicInteger();
        timer.schedule(task(ticks::incrementAndGet), PERIOD_MILLIS, PERIOD_MILLIS);
        await().atMost(PATIENCE).until(() -> ticks.get() >= 5);
        assertThat(runs).hasValue(1);
    }

    /** After a pause of the process there is one tick, and not one for each that was missed. */
    @Test
    void aPeriodIsFromStartToStartAndNothingIsCaughtUpWith() {
        List<Long> starts = new CopyOnWriteArrayList<>();
        timer.schedule(task(() -> {
            starts.add(System.nanoTime());
            if (starts.size() == 1) {
                await("ten periods").pollDelay(Duration.ofMillis(PERIOD_MILLIS * 10)).until(() -> true);
            }
        }), 0, PERIOD_MILLIS);
        await().atMost(PATIENCE).until(() -> starts.size() >= 4);
        assertThat(Duration.ofNanos(starts.get(3) - starts.get(1))).as("two periods after the long tick")
                .isGreaterThanOrEqualTo(Duration.ofMillis(PERIOD_MILLIS * 2));
    }

    @Test
    void whatRunsWhenItIsCancelledEndsUndisturbedAndIsTheLast() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread[] thread = new Thread[1];
        timer.schedule(task(() -> {
            thread[0] = Thread.currentThread();
            runs.incrementAndGet();
            begun.countDown();
            awaitQuietly(mayEnd);
            ended.countDown();
        }), 0, PERIOD_MILLIS);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        timer.cancel();
        mayEnd.countDown();
        assertThat(ended.await(10, TimeUnit.SECONDS)).as("not interrupted").isTrue();
        await("the end of its thread").atMost(PATIENCE).until(() -> !thread[0].isAlive());
        assertThat(runs).hasValue(1);
        assertThat(uncaught).isEmpty();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted by cancel()", e);
        }
    }

    private static TimerTask task(Runnable run) {
        return new TimerTask() {
            @Override
            public void run() {
                run.run();
            }
        };
    }
}
