package io.lbkeeper.rehearsal.routes;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointStrategy;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultEndpoint;
import org.apache.camel.support.DefaultProducer;

/**
 * Keeps a rehearsal in this process: an endpoint that might reach the outside (a mail, a file, a command) takes what it
 * is sent, counts it, and does nothing. Nothing ever comes in by one either.
 */
final class ClosedDoors implements EndpointStrategy {
    /** Those that stay inside by nature, and those that are simulated. */
    private static final Set<String> INSIDE = Set.of("direct", "kamelet", "log", "bean", "class", "language", "ref",
            "mock", "validator", "scheduler", "timer", "http", "https", "aws2-route53");

    private final Map<String, Integer> sent = new TreeMap<>();

    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
        return INSIDE.contains(scheme) || endpoint instanceof Swallowing ? endpoint : new Swallowing(uri, endpoint);
    }

    /** How often what was not done has been asked for, by the endpoint's URI. */
    Map<String, Integer> sent() {
        return Map.copyOf(sent);
    }

    private final class Swallowing extends DefaultEndpoint {
        Swallowing(String uri, Endpoint real) {
            super(uri, null);
            setCamelContext(real.getCamelContext());
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) {
                    sent.merge(getEndpointUri(), 1, Integer::sum);
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            return new DefaultConsumer(this, processor);
        }
    }
}
