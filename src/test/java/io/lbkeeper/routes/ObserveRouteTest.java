package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObserveRouteTest extends RouteTestBase {
    @Override
    String[] routes() {
        return new String[] {"observe"};
    }

    private static final Requests ASKED = new Requests(Optional.of("paused in the test"), Optional.empty(),
            Optional.empty());
    private final StubCycle cycle = new StubCycle();

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle, "requests", new StubDesk());
    }

    /** Stands in the place of the bean {@code requests}. */
    public static final class StubDesk {
        public Requests read() {
            return ASKED;
        }
    }

    @Test
    void theCycleIsToldWhatIsAskedOfThisNode() {
        template.sendBody("direct:observe", null);
        assertThat(cycle.requests).containsExactly(ASKED);
    }

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("direct:observe-.+");
    }

    @Test
    void theRecordsAreAskedForBeforeTheChecksAndOnceMoreAfterThem() {
        List<String> order = new CopyOnWriteArrayList<>();
        for (String part : List.of("address", "records", "haproxies")) {
            mock("direct:observe-" + part).whenAnyExchangeReceived(exchange -> order.add(part));
        }
        template.sendBody("direct:observe", null);
        assertThat(order).containsExactly("address", "records", "haproxies", "records");
    }

    @ParameterizedTest
    @ValueSource(strings = {"address", "records", "haproxies"})
    void aPartThatFailsKeepsNoOtherFromBeingAsked(String failing) {
        List<String> asked = new CopyOnWriteArrayList<>();
        for (String part : List.of("address", "records", "haproxies")) {
            mock("direct:observe-" + part).whenAnyExchangeReceived(exchange -> {
                asked.add(part);
                if (part.equals(failing)) {
                    throw new IllegalStateException("a fault in a step of observe-" + part);
                }
            });
        }
        try (SeenLog log = new SeenLog()) {
            template.sendBody("direct:observe", null);
            assertThat(asked).containsExactly("address", "records", "haproxies", "records");
            assertThat(log.lines()).isNotEmpty().allMatch(line -> line.startsWith("WARN observe-" + failing
                    + ": a fault in a step"));
        }
    }
}
