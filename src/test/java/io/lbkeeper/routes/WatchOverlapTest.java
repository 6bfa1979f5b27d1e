package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelContextConfiguration;
import org.junit.jupiter.api.Test;

/** A cycle that waits for its parallel checks. */
class WatchOverlapTest extends WatchTestBase {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Override
    public void configureContext(CamelContextConfiguration configuration) {
        super.configureContext(configuration);
        configuration.withMockEndpointsAndSkip("direct:(notify|change-service|register)");
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:observe").split(constant(List.of("lb1", "lb2"))).parallelProcessing().process(check -> {
                    begun.countDown();
                    mayEnd.await(10, TimeUnit.SECONDS);
                });
            }
        };
    }

    @Test
    void noOtherCycleBeginsBesideIt() {
        cycle.decisions.add(Decisions.TAKE_OVER);
        await().atMost(Duration.ofSeconds(10)).until(() -> begun.getCount() == 0);
        int asked = cycle.timesAsked.get();
        await("five ticks of 100 ms").during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(5))
                .until(() -> cycle.timesAsked.get() == asked);
        mayEnd.countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> received("direct:change-service").size() == 1);
        assertThat(received("direct:notify")).containsExactly(Decisions.TAKE_OVER);
    }
}
