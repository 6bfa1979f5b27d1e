package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.rehearsal.time.Turns;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;

/** A timer that ticks in virtual time, and as the JDK's does: a tick that finds the last one still at work is late. */
final class SimulatedTimer extends Timer {
    private final AgentProcess process;
    private final boolean beside;
    private final Turns turns = new Turns();
    private Optional<TimerTask> periodic = Optional.empty();
    private boolean cancelled;

    /** @param beside whether what it starts runs beside the cycles */
    SimulatedTimer(AgentProcess process, boolean beside) {
        super(true);
        // The thread that the JDK gives to each timer has nothing to do here.
        super.cancel();
        this.process = process;
        this.beside = beside;
    }

    @Override
    public void schedule(TimerTask task, long delayMillis) {
        tickAfter(task, Duration.ofMillis(delayMillis), Duration.ZERO, false);
    }

    @Override
    public void schedule(TimerTask task, Date time) {
        schedule(task, 0);
    }

    @Override
    public void schedule(TimerTask task, long delayMillis, long periodMillis) {
        tickAfter(task, Duration.ofMillis(delayMillis), Duration.ofMillis(periodMillis), false);
    }

    @Override
    public void schedule(TimerTask task, Date first, long periodMillis) {
        schedule(task, 0, periodMillis);
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, long delayMillis, long periodMillis) {
        tickAfter(task, Duration.ofMillis(delayMillis), Duration.ofMillis(periodMillis), true);
    }

    @Override
    public void scheduleAtFixedRate(TimerTask task, Date first, long periodMillis) {
        scheduleAtFixedRate(task, 0, periodMillis);
    }

    /** Runs what it runs periodically once more at this moment, or as soon as it does not run. */
    void wakeAt(Duration moment) {
        Duration wait = moment.minus(process.now());
        periodic.ifPresent(task -> process.beginAfter(wait.isNegative() ? Duration.ZERO : wait, beside,
                () -> turns.take(() -> {
                    run(task);
                    turns.over();
                })));
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    private void tickAfter(TimerTask task, Duration wait, Duration period, boolean fixedRate) {
        Duration due = process.now().plus(wait);
        periodic = period.isZero() ? periodic : Optional.of(task);
        process.beginAfter(wait, beside, () -> tick(task, due, period, fixedRate));
    }

    private void tick(TimerTask task, Duration due, Duration period, boolean fixedRate) {
        turns.take(() -> {
            Duration next = (fixedRate ? due : process.now()).plus(period);
            run(task);
            if (!period.isZero() && !cancelled) {
                Duration wait = next.minus(process.now());
                process.beginAfter(wait.isNegative() ? Duration.ZERO : wait, beside,
                        () -> tick(task, next, period, fixedRate));
            }
            turns.over();
        });
    }

    private void run(TimerTask task) {
        if (!cancelled) {
            task.run();
        }
    }
}
