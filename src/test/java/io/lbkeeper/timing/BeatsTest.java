package io.lbkeeper.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A timer takes the place of another. */
class BeatsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HOUR = Duration.ofHours(1);

    private Duration now = Duration.ofDays(3);
    private final Beats beats = new Beats(() -> now);
    private final Gate gate = new Gate(false);
    private final SteadyTimer timer = new SteadyTimer("watch", Thread::new, gate, beats);
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void cancel() {
        mayEnd.countDown();
        timer.cancel();
    }

    @Test
    void theNextOneGoesOnInTheTimeOfTheLast() {
        assertThat(beats.first("hourly", Duration.ofSeconds(7), HOUR)).as("nobody before it").hasSeconds(7);
        beats.started("hourly");
        now = now.plusMinutes(50);
        assertThat(beats.first("hourly", Duration.ofSeconds(7), HOUR)).isEqualTo(Duration.ofMinutes(10));
        assertThat(beats.first("hourly", Duration.ofSeconds(7), Duration.ofMinutes(20)))
                .as("long due by its own period").isZero();
        assertThat(beats.first("another", Duration.ofSeconds(7), HOUR)).hasSeconds(7);
        assertThat(beats.first("hourly", Duration.ofSeconds(7), Duration.ZERO)).as("one that comes once").hasSeconds(7);
    }

    @Test
    void heldItDoesNotRunUntilItIsReleased() {
        timer.schedule(task(runs::incrementAndGet), 0, 20);
        await("five periods").pollDelay(Duration.ofMillis(100)).until(() -> true);
        assertThat(runs).hasValue(0);
        gate.open();
        await().atMost(PATIENCE).until(() -> runs.get() >= 3);
        await("a moment between two runs").atMost(PATIENCE).pollInterval(Duration.ofMillis(1))
                .until(gate::closeIfEmpty);
        int held = runs.get();
        await("five periods").pollDelay(Duration.ofMillis(100)).until(() -> true);
        assertThat(runs).hasValue(held);
        gate.open();
        await().atMost(PATIENCE).until(() -> runs.get() > held);
    }

    @Test
    void itIsNotHeldBetweenTheBeginningOfATaskAndItsEnd() {
        gate.open();
        timer.schedule(task(() -> {
            runs.incrementAndGet();
            hold();
        }), 0, 20);
        await().atMost(PATIENCE).until(() -> gate.isInside("watch"));
        assertThat(gate.closeIfEmpty()).isFalse();
        assertThat(gate.isOpen()).as("it stays open").isTrue();
        gate.close();
        mayEnd.countDown();
        await().atMost(PATIENCE).until(() -> !gate.isInside("watch"));
        await("five periods").pollDelay(Duration.ofMillis(100)).until(() -> true);
        assertThat(runs).as("closed anyhow, no other task has begun").hasValue(1);
    }

    private void hold() {
        try {
            mayEnd.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TimerTask task(Runnable work) {
        return new TimerTask() {
            @Override
            public void run() {
                work.run();
            }
        };
    }
}
