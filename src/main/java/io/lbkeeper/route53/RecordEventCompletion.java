package io.lbkeeper.route53;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Tells the consumer that an event's exchange has ended, wherever a route handed it over to. */
final class RecordEventCompletion extends SynchronizationAdapter {
    private final RecordEvent event;
    private final Route53Consumer consumer;

    RecordEventCompletion(RecordEvent event, Route53Consumer consumer) {
        this.event = event;
        this.consumer = consumer;
    }

    /** A transaction that is rolled back quietly ends without an exception. */
    static boolean isRolledBack(Exchange exchange) {
        return exchange.isRollbackOnly() || exchange.isRollbackOnlyLast();
    }

    @Override
    public void onComplete(Exchange exchange) {
        consumer.ended(event, !isRolledBack(exchange));
    }

    @Override
    public void onFailure(Exchange exchange) {
        consumer.ended(event, false);
    }
}
