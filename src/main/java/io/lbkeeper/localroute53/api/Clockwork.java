package io.lbkeeper.localroute53.api;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs steps later without a thread for each that waits; only so many may wait. */
final class Clockwork implements AutoCloseable {
    private static final int WAITING_LIMIT = 256;
    private final ScheduledExecutorService clock;
    private final Executor threads;
    private final Semaphore room = new Semaphore(WAITING_LIMIT);

    /** @param threads run the steps once it is time */
    Clockwork(Executor threads) {
        this.threads = threads;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "local-route53-delays");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** False, and the step is not run, where too many wait already. */
    boolean after(Duration delay, Runnable step) {
        if (!room.tryAcquire()) {
            return false;
        }
        clock.schedule(() -> {
            room.release();
            threads.execute(step);
        }, delay.toNanos(), TimeUnit.NANOSECONDS);
        return true;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
