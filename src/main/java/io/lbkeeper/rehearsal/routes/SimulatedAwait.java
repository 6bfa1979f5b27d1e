package io.lbkeeper.rehearsal.routes;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.engine.DefaultAsyncProcessorAwaitManager;
import org.apache.camel.spi.ReactiveExecutor;

/** Where Camel lets a thread wait for the end of what others do: it waits without the baton. */
final class SimulatedAwait extends DefaultAsyncProcessorAwaitManager {
    private final AgentProcess process;
    private final Map<CountDownLatch, Consumer<Object>> waiting = new HashMap<>();

    SimulatedAwait(AgentProcess process) {
        this.process = process;
    }

    @Override
    public void await(Exchange exchange, CountDownLatch done) {
        ReactiveExecutor queued = exchange.getContext().getCamelContextExtension().getReactiveExecutor();
        boolean mayGoOn = true;
        while (mayGoOn && done.getCount() > 0) {
            // What this very thread has still to do may be all that is waited for.
            mayGoOn = queued.executeFromQueue();
        }
        if (done.getCount() > 0) {
            try {
                process.ask((Consumer<Object> then) -> waiting.put(done, then));
            } finally {
                waiting.remove(done);
            }
        }
    }

    @Override
    public void countDown(Exchange exchange, CountDownLatch done) {
        super.countDown(exchange, done);
        Consumer<Object> then = waiting.get(done);
        if (then != null) {
            then.accept(null);
        }
    }
}
