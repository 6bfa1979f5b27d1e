package io.lbkeeper.timing;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Timer} on the monotonic clock. Java's own goes by the wall clock, so that a clock set back by an hour
 * holds its next tick up for an hour, and an Error in one task is the end of all.
 */
public final class SteadyTimer extends Timer {
    private final String name;
    private final Gate gate;
    private final Beats beats;
    private final ScheduledThreadPoolExecutor executor;
    private final List<Beat> periodic = new CopyOnWriteArrayList<>();

    /** @param threads makes the one thread on which all tasks run */
    public SteadyTimer(ThreadFactory threads) {
        this("timer", threads, new Gate(true), new Beats(() -> Duration.ofNanos(System.nanoTime())));
    }

    /**
     * One that runs only while its gate is open.
     *
     * @param beats what it goes on from
     */
    SteadyTimer(String name, ThreadFactory threads, Gate gate, Beats beats) {
        super(true);
        this.name = name;
        this.gate = gate;
        this.beats = beats;
        // The thread that a Timer brings along is of no use here.
        super.cancel();
        executor = new ScheduledThreadPoolExecutor(1, threads);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public void schedule(TimerTask task, long delayMillis) {
        new Beat(task, Duration.ofMillis(delayMillis), Duration.ZERO, false).begin();
    }

    @Override
    public void schedule(TimerTask task, Date first) {
        new Beat(task, until(first), Duration.ZERO, false).begin();
    }

    @Override
    public void schedule(TimerTask task, long delayMillis, long periodMillis) {
        new Beat(task, Duration.ofMillis(delayMillis), Duration.ofMillis(periodMillis), false).begin();
    }

    @Override
    public void schedule(TimerTask task, Date first, long periodMillis) {
        new Beat(task, until(first), Duration.ofMillis(periodMillis), false).begin();
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, long delayMillis, long periodMillis) {
        new Beat(task, Duration.ofMillis(delayMillis), Duration.ofMillis(periodMillis), true).begin();
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, Date first, long periodMillis) {
        new Beat(task, until(first), Duration.ofMillis(periodMillis), true).begin();
    }

    /**
     * Runs what it runs periodically once more, on the same thread, and changes nothing of its period.
     *
     * @param moment by {@link System#nanoTime()}; one that has passed means at once
     */
    void wakeAt(Duration moment) {
        periodic.forEach(beat -> plan(beat::runBesides, moment.toNanos()));
    }

    /** A task that runs goes on to its end. */
    @Override
    public void cancel() {
        executor.shutdown();
    }

    @Override
    public int purge() {
        return 0;
    }

    /** A date is of the wall clock as it is now; what happens to that clock later changes nothing. */
    private static Duration until(Date first) {
        return Duration.ofMillis(Math.max(0, first.getTime() - System.currentTimeMillis()));
    }

    private void plan(Runnable what, long dueNanos) {
        try {
            executor.schedule(what, Math.max(0, dueNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            if (!executor.isShutdown()) {
                throw e;
            }
        }
    }

    /** One task with its times. A fixed rate counts from when it was due, else the period is from start to start. */
    private final class Beat implements Runnable {
        private final TimerTask task;
        private final long periodNanos;
        private final boolean fixedRate;
        private final Duration delay;
        private long dueNanos;

        Beat(TimerTask task, Duration delay, Duration period, boolean fixedRate) {
            this.task = task;
            this.periodNanos = period.toNanos();
            this.fixedRate = fixedRate;
            this.delay = delay;
        }

        /** The time begins when the gate opens: before, another timer of this name may still run. */
        void begin() {
            if (gate.enter(name, this::begin)) {
                gate.leave(name);
                dueNanos = System.nanoTime() + beats.first(name, delay, Duration.ofNanos(periodNanos)).toNanos();
                plan(this, dueNanos);
                if (periodNanos > 0 && !periodic.contains(this)) {
                    periodic.add(this);
                }
            }
        }

        @Override
        public void run() {
            if (!gate.enter(name, this::begin)) {
                return;
            }
            long startNanos = System.nanoTime();
            beats.started(name);
            runInside();
            if (periodNanos > 0) {
                dueNanos = (fixedRate ? dueNanos : startNanos) + periodNanos;
                plan(this, dueNanos);
            }
        }

        /** Where the gate is closed, at once when it opens. */
        void runBesides() {
            if (gate.enter(name, () -> plan(this::runBesides, System.nanoTime()))) {
                runInside();
            }
        }

        private void runInside() {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                // An executor would keep it to itself and run the task no more.
                Thread here = Thread.currentThread();
                here.getUncaughtExceptionHandler().uncaughtException(here, e);
            } finally {
                gate.leave(name);
            }
        }
    }
}
