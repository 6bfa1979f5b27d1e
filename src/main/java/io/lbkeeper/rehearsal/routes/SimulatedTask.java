package io.lbkeeper.rehearsal.routes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A task of a simulated thread pool; whoever waits for its end does so in virtual time. */
final class SimulatedTask<V> extends FutureTask<V> implements ScheduledFuture<V> {
    private final AgentProcess process;
    private final Duration period;
    private final boolean fixedRate;
    private final List<Consumer<Object>> waiting = new ArrayList<>();
    private Duration due;

    /** @param period zero for a task that is run once */
    SimulatedTask(AgentProcess process, Callable<V> task, Duration wait, Duration period, boolean fixedRate) {
        super(task);
        this.process = process;
        this.period = period;
        this.fixedRate = fixedRate;
        this.due = process.now().plus(wait);
    }

    void schedule() {
        Duration wait = due.minus(process.now());
        process.beginAfter(wait.isNegative() ? Duration.ZERO : wait, this::runNow);
    }

    private void runNow() {
        if (period.isZero()) {
            run();
        } else if (runAndReset()) {
            due = (fixedRate ? due : process.now()).plus(period);
            schedule();
        }
    }

    @Override
    protected void done() {
        List.copyOf(waiting).forEach(then -> then.accept(null));
        waiting.clear();
    }

    @Override
    public V get() throws InterruptedException, ExecutionException {
        if (!isDone()) {
            process.ask(waiting::add);
        }
        return super.get();
    }

    @Override
    public V get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!isDone()) {
            process.ask((Consumer<Object> then) -> {
                waiting.add(then);
                process.tellAfter(Duration.of(timeout, unit.toChronoUnit()), then);
            });
        }
        return super.get(0, unit);
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(due.minus(process.now()));
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
}
