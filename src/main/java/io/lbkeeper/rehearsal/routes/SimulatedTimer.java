package io.lbkeeper.rehearsal.routes;

import java.time.Duration;
import java.util.Date;
import java.util.Timer;
import java.util.TimerTask;

/** A timer that ticks in virtual time, and as the JDK's does: a tick that finds the last one still at work is late. */
final class SimulatedTimer extends Timer {
    private final AgentProcess process;
    private final boolean beside;
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

    @Override
    public void cancel() {
        cancelled = true;
    }

    private void tickAfter(TimerTask task, Duration wait, Duration period, boolean fixedRate) {
        Duration due = process.now().plus(wait);
        process.beginAfter(wait, beside, () -> tick(task, due, period, fixedRate));
    }

    private void tick(TimerTask task, Duration due, Duration period, boolean fixedRate) {
        if (cancelled) {
            return;
        }
        Duration next = (fixedRate ? due : process.now()).plus(period);
        task.run();
        if (!period.isZero()) {
            Duration wait = next.minus(process.now());
            process.beginAfter(wait.isNegative() ? Duration.ZERO : wait, beside,
                    () -> tick(task, next, period, fixedRate));
        }
    }
}
