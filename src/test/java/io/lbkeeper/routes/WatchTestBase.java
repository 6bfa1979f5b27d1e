package io.lbkeeper.routes;

import static org.awaitility.Awaitility.await;

import io.lbkeeper.decision.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.test.junit5.CamelContextConfiguration;

/** {@code watch.camel.yaml} with a cycle that decides what the test says, and mocks of all routes that it calls. */
abstract class WatchTestBase extends RouteTestBase {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    final StubCycle cycle = new StubCycle();
    /** How many cycles have been told of. */
    final AtomicInteger published = new AtomicInteger();
    /** How many cycles have come to their end. */
    final AtomicInteger meals = new AtomicInteger();

    @Override
    String[] routes() {
        return new String[] {"watch"};
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle, "watchdog", new StubWatchdog(), "status", new StubBoard());
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.interval", "100ms", "lb.check.fastinter", "100ms", "lb.check.timeout", "90ms",
                "lb.address.timeout", "90ms", "lb.route53.timeout", "90ms");
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("direct:*");
    }

    /** Stands in the place of the bean {@code watchdog}. */
    public final class StubWatchdog {
        public void fed() {
            meals.incrementAndGet();
        }
    }

    /** Stands in the place of the bean {@code status}. */
    public final class StubBoard {
        public void publish() {
            published.incrementAndGet();
        }
    }

    /** Lets one cycle run that decides so, and returns when it has ended. */
    void letCycleRun(Decision decision) {
        cycle.decisions.add(decision);
        await("the cycle of " + decision).atMost(PATIENCE).until(cycle.decisions::isEmpty);
        letPassTicks(1);
    }

    /** The timer has one thread, so that with the next tick all before it is over. */
    void letPassTicks(int ticks) {
        int from = cycle.timesAsked.get();
        await(ticks + " ticks of the timer").atMost(PATIENCE).until(() -> cycle.timesAsked.get() >= from + ticks);
    }

    List<Object> received(String route) {
        return mock(route).getReceivedExchanges().stream().map(exchange -> exchange.getMessage().getBody()).toList();
    }
}
