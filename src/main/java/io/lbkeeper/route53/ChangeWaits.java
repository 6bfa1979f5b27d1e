package io.lbkeeper.route53;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.ExchangeHelper;

/** The waits of one producer that are under way, and their end where the producer, a route or Camel stops. */
final class ChangeWaits {
    private static final String PRODUCER_STOPS = "the producer stops";
    private static final String COMPONENT_STOPS = "the component stops";
    private final Route53Endpoint endpoint;
    private final CamelContext context;
    private final WaitThreads threads;
    private final Set<ChangeWait> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    ChangeWaits(Route53Endpoint endpoint) {
        this.endpoint = endpoint;
        this.context = endpoint.getCamelContext();
        this.threads = endpoint.getComponent().waitThreads();
        threads.add(this);
    }

    /** Waits in the thread of the caller. */
    void await(Call call) {
        CountDownLatch end = new CountDownLatch(1);
        ChangeWait wait = begin(call, ended -> end.countDown());
        try {
            while (!wait.isEnded()) {
                wait.ask();
                boolean over = end.await(wait.pause().toNanos(), TimeUnit.NANOSECONDS);
                if (!over && wait.remaining().isZero()) {
                    wait.timeOut();
                }
            }
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            wait.stop("its thread was interrupted");
        }
    }

    /** Returns at once; the exchange goes on by the callback. */
    void start(Call call, AsyncCallback callback) {
        threads.start(context);
        AtomicReference<Future<?>> deadline = new AtomicReference<>();
        ChangeWait wait = begin(call, ended -> {
            Future<?> set = deadline.get();
            if (set != null) {
                set.cancel(false);
            }
            threads.goOn(() -> callback.done(false));
        });
        try {
            deadline.set(threads.after(wait.remaining(), wait::timeOut));
            lookAfter(Duration.ZERO, wait);
        } catch (RejectedExecutionException e) {
            wait.stop(COMPONENT_STOPS);
        }
        if (wait.isEnded() && deadline.get() != null) {
            deadline.get().cancel(false);
        }
    }

    private void lookAfter(Duration pause, ChangeWait wait) {
        threads.after(pause, () -> threads.look(() -> {
            wait.ask();
            if (!wait.isEnded()) {
                lookAfter(wait.pause(), wait);
            }
        }));
    }

    private ChangeWait begin(Call call, Consumer<ChangeWait> whenEnded) {
        Set<RouteEnd> routes = routes(call.message().getExchange());
        ChangeWait wait = new ChangeWait(call, ended -> {
            underWay.remove(ended);
            routes.forEach(route -> route.remove(ended));
            whenEnded.accept(ended);
        });
        underWay.add(wait);
        routes.forEach(route -> route.add(wait));
        if (stopped) {
            wait.stop(PRODUCER_STOPS);
        }
        return wait;
    }

    /** The end of the route that the exchange is in, and of the one that it began in. */
    private Set<RouteEnd> routes(Exchange exchange) {
        return Stream.of(ExchangeHelper.getRouteId(exchange), exchange.getFromRouteId()).filter(Objects::nonNull)
                .distinct().map(context::getRoute).filter(Objects::nonNull).map(RouteEnd::of)
                .collect(Collectors.toSet());
    }

    /** Nobody would look any more, nor keep the deadline. */
    void componentStops() {
        underWay.forEach(wait -> wait.stop(COMPONENT_STOPS));
    }

    /** To be called before the endpoint closes its client. */
    void endpointStops(Route53Endpoint stopping) {
        if (endpoint == stopping) {
            underWay.forEach(wait -> wait.stop("the endpoint stops"));
        }
    }

    void stop() {
        threads.remove(this);
        stopped = true;
        underWay.forEach(wait -> wait.stop(PRODUCER_STOPS));
    }
}
