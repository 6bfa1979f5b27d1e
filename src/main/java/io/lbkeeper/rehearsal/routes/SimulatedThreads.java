package io.lbkeeper.rehearsal.routes;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.spi.ThreadPoolFactory;
import org.apache.camel.spi.ThreadPoolProfile;

/** Gives Camel pools whose tasks run under the baton, in virtual time. */
final class SimulatedThreads implements ThreadPoolFactory {
    private final AgentProcess process;

    SimulatedThreads(AgentProcess process) {
        this.process = process;
    }

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory threads) {
        return new SimulatedPool(process);
    }

    @Override
    public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return new SimulatedPool(process);
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return new SimulatedPool(process);
    }
}
