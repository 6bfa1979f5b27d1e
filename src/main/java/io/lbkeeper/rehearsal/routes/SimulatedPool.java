package io.lbkeeper.rehearsal.routes;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A thread pool of a node, with as many threads as there is work. */
final class SimulatedPool extends AbstractExecutorService implements ScheduledExecutorService {
    private final AgentProcess process;
    private boolean shutdown;

    SimulatedPool(AgentProcess process) {
        this.process = process;
    }

    @Override
    public void execute(Runnable task) {
        process.begin(task);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
        return new SimulatedTask<>(process, task, Duration.ZERO, Duration.ZERO, false);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable task, T result) {
        return newTaskFor(Executors.callable(task, result));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return schedule(Executors.callable(task), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        return scheduled(task, Duration.of(delay, unit.toChronoUnit()), Duration.ZERO, false);
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long delay, long period, TimeUnit unit) {
        return scheduled(Executors.callable(task), Duration.of(delay, unit.toChronoUnit()),
                Duration.of(period, unit.toChronoUnit()), true);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long wait, long delay, TimeUnit unit) {
        return scheduled(Executors.callable(task), Duration.of(wait, unit.toChronoUnit()),
                Duration.of(delay, unit.toChronoUnit()), false);
    }

    private <V> ScheduledFuture<V> scheduled(Callable<V> task, Duration wait, Duration period, boolean fixedRate) {
        SimulatedTask<V> scheduled = new SimulatedTask<>(process, task, wait, period, fixedRate);
        scheduled.schedule();
        return scheduled;
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
