package io.lbkeeper.route53;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.StateRepository;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A context with one route that consumes, and notes what comes. It polls only when told. */
final class Watch implements AutoCloseable {
    static final String ROUTE = "watch";

    private final CamelContext context = new DefaultCamelContext();
    private final List<Exchange> came = new CopyOnWriteArrayList<>();
    private volatile Throwable lastError;
    private volatile Predicate<Exchange> failing = exchange -> false;

    /** @param options of the endpoint, such as {@code &emitExisting=true} */
    Watch(Route53Component component, String options, StateRepository<String, String> repository) {
        context.addComponent("aws2-route53", component);
        String state = "";
        if (repository != null) {
            context.getRegistry().bind("state", repository);
            state = "&stateRepository=#state";
        }
        add(ROUTE, "aws2-route53:zone?startScheduler=false" + state + options);
        context.start();
    }

    Watch(WatchedZone zone, String options) {
        this(zone.component(), options, null);
    }

    private void add(String id, String uri) {
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    // The error handler would log each failure that is asked for.
                    RouteDefinition route = from(uri).routeId(id).errorHandler(noErrorHandler());
                    route.process(exchange -> {
                        came.add(exchange.copy());
                        if (failing.test(exchange)) {
                            throw new IllegalStateException("told to fail");
                        }
                    });
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("adding the route from " + uri, e);
        }
    }

    CamelContext context() {
        return context;
    }

    Route53Consumer consumer() {
        return (Route53Consumer) context.getRoute(ROUTE).getConsumer();
    }

    /** What the consumer last complained of. */
    Throwable lastError() {
        return lastError;
    }

    void failOn(Predicate<Exchange> failing) {
        this.failing = failing;
    }

    /** Polls once, as the scheduler would, and gives what came. */
    List<Exchange> poll() {
        came.clear();
        // Each time: a route that is started again has another consumer.
        consumer().setExceptionHandler(new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                lastError = exception;
            }

            @Override
            public void handleException(String message, Throwable exception) {
                lastError = exception;
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                lastError = exception;
            }
        });
        consumer().run();
        return List.copyOf(came);
    }

    /** Polls once, and gives what came as text, such as {@code created www.example.com. A 192.0.2.1}. */
    List<String> events() {
        return poll().stream().map(Watch::text).toList();
    }

    static String text(Exchange exchange) {
        return exchange.getMessage().getHeader(Route53Constants.RECORD_EVENT) + " "
                + text(exchange.getMessage().getBody(ResourceRecordSet.class));
    }

    static String text(ResourceRecordSet set) {
        return set.name() + " " + set.typeAsString()
                + (set.setIdentifier() == null ? "" : " " + set.setIdentifier() + " " + set.weight())
                + (set.aliasTarget() == null ? "" : " -> " + set.aliasTarget().dnsName())
                + set.resourceRecords().stream().map(ResourceRecord::value).map(value -> " " + value)
                        .collect(Collectors.joining());
    }

    @Override
    public void close() {
        context.stop();
    }
}
