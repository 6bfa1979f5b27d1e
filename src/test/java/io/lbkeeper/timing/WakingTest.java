package io.lbkeeper.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A timer is woken beside its period. */
class WakingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long AN_HOUR_MILLIS = 3_600_000;

    private final Gate gate = new Gate(true);
    private final Beats beats = new Beats(() -> Duration.ofNanos(System.nanoTime()));
    private final SteadyTimer timer = new SteadyTimer("watch", Thread::new, gate, beats);
    private final AtomicInteger runs = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void cancel() {
        mayEnd.countDown();
        timer.cancel();
    }

    @Test
    void aMomentThatHasPassedMeansAtOnceAndAnotherWaitsForIt() {
        hourly(runs::incrementAndGet);
        timer.wakeAt(Duration.ZERO);
        await().atMost(PATIENCE).until(() -> runs.get() == 2);
        long begunNanos = System.nanoTime();
        timer.wakeAt(Duration.ofNanos(begunNanos).plusMillis(80));
        await().atMost(PATIENCE).until(() -> runs.get() == 3);
        assertThat(System.nanoTime() - begunNanos).as("ns until it ran").isGreaterThanOrEqualTo(80_000_000);
        assertThat(threads).as("on the one thread of the timer").hasSize(1);
    }

    @Test
    void itRunsAfterTheTaskThatRunsAndNotBesideIt() {
        hourly(() -> {
            runs.incrementAndGet();
            hold();
        });
        timer.wakeAt(Duration.ZERO);
        await("time enough to run beside").pollDelay(Duration.ofMillis(100)).until(() -> true);
        assertThat(runs).as("while the first runs").hasValue(1);
        mayEnd.countDown();
        await().atMost(PATIENCE).until(() -> runs.get() == 2);
    }

    @Test
    void heldItRunsWhenItIsReleased() {
        hourly(runs::incrementAndGet);
        await().atMost(PATIENCE).until(gate::closeIfEmpty);
        timer.wakeAt(Duration.ZERO);
        await("time enough to run").pollDelay(Duration.ofMillis(100)).until(() -> true);
        assertThat(runs).as("behind a closed gate").hasValue(1);
        gate.open();
        await().atMost(PATIENCE).until(() -> runs.get() == 2);
        assertThat(threads).as("on the one thread of the timer").hasSize(1);
    }

    /** One that takes its place goes on in the time of the beats, not of what came between. */
    @Test
    void anExtraRunIsNoBeat() {
        Duration[] time = {Duration.ofDays(3)};
        Beats counted = new Beats(() -> time[0]);
        SteadyTimer hourly = new SteadyTimer("watch", Thread::new, gate, counted);
        hourly.schedule(task(runs::incrementAndGet), 0, AN_HOUR_MILLIS);
        await().atMost(PATIENCE).until(() -> runs.get() == 1);
        time[0] = time[0].plusMinutes(50);
        hourly.wakeAt(Duration.ZERO);
        await().atMost(PATIENCE).until(() -> runs.get() == 2);
        hourly.cancel();
        assertThat(counted.first("watch", Duration.ZERO, Duration.ofHours(1))).hasMinutes(10);
    }

    @Test
    void onceCancelledItIsNotWoken() {
        hourly(runs::incrementAndGet);
        timer.cancel();
        timer.wakeAt(Duration.ZERO);
        await("time enough to run").pollDelay(Duration.ofMillis(50)).until(() -> true);
        assertThat(runs).hasValue(1);
    }

    private void hourly(Runnable run) {
        timer.schedule(task(run), 0, AN_HOUR_MILLIS);
        await().atMost(PATIENCE).until(() -> runs.get() == 1);
    }

    private void hold() {
        try {
            mayEnd.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private TimerTask task(Runnable run) {
        return new TimerTask() {
            @Override
            public void run() {
                threads.add(Thread.currentThread());
                run.run();
            }
        };
    }
}
