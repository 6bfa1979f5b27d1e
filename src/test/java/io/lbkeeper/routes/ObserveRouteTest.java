package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.junit.jupiter.api.Test;

class ObserveRouteTest extends RouteTestBase {
    @Override
    String[] routes() {
        return new String[] {"observe"};
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
}
