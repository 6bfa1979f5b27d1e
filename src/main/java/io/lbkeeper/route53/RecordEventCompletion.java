package io.lbkeeper.route53;

import java.util.List;
import java.util.Set;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Takes an event for handled when its exchange has completed, wherever a route handed it over to. */
final class RecordEventCompletion extends SynchronizationAdapter {
    private final RecordEvent event;
    private final ZoneMemory memory;
    private final Set<RecordKey> inFlight;

    RecordEventCompletion(RecordEvent event, ZoneMemory memory, Set<RecordKey> inFlight) {
        this.event = event;
        this.memory = memory;
        this.inFlight = inFlight;
    }

    /** A transaction that is rolled back quietly ends without an exception. */
    static boolean isRolledBack(Exchange exchange) {
        return exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
    }

    @Override
    public void onComplete(Exchange exchange) {
        try {
            if (!isRolledBack(exchange)) {
                memory.remember(List.of(event));
            }
        } finally {
            inFlight.remove(event.key());
        }
    }

    @Override
    public void onFailure(Exchange exchange) {
        inFlight.remove(event.key());
    }
}
