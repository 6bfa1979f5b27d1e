package io.lbkeeper.rehearsal.routes;

import java.util.HashMap;
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
    /** Those that stay inside by nature, and those whose edge is simulated. */
    private static final Set<String> INSIDE = Set.of("direct", "kamelet", "log", "bean", "class", "language", "ref",
            "mock", "validator", "scheduler", "timer", "http", "https", "aws2-route53",
            "dns-update");
    private static final String QUEUE = "seda";

    private final AgentProcess process;
    private final Map<String, Integer> sent = new TreeMap<>();
    private final Map<String, Queue> queues = new HashMap<>();

    ClosedDoors(AgentProcess process) {
        this.process = process;
    }

    @Override
    public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
        String scheme = uri.substring(0, Math.max(0, uri.indexOf(':')));
        if (INSIDE.contains(scheme) || endpoint instanceof Swallowing || endpoint instanceof Queue) {
            return endpoint;
        }
        return scheme.equals(QUEUE) ? queues.computeIfAbsent(uri.replaceFirst("\\?.*", ""),
                name -> new Queue(name, endpoint)) : new Swallowing(uri, endpoint);
    }

    /** How often what was not done was asked for, by the endpoint's URI. */
    Map<String, Integer> sent() {
        return new TreeMap<>(sent);
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

    /** What Camel's own would take off the queue by a thread that looks at the real clock. */
    private final class Queue extends DefaultEndpoint {
        private Consumer reader;

        Queue(String uri, Endpoint real) {
            super(uri, null);
            setCamelContext(real.getCamelContext());
        }

        @Override
        public Producer createProducer() {
            return new DefaultProducer(this) {
                @Override
                public void process(Exchange exchange) {
                    Exchange copy = exchange.copy();
                    process.begin(() -> read(copy));
                }
            };
        }

        @Override
        public Consumer createConsumer(Processor processor) {
            reader = new DefaultConsumer(this, processor);
            return reader;
        }

        private void read(Exchange exchange) {
            try {
                reader.getProcessor().process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
        }
    }
}
