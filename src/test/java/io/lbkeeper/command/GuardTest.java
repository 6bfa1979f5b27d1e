package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.timing.Watchdog;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.junit.jupiter.api.Test;

/** What is told when no cycle completes. */
class GuardTest {
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void aStepThatHangsIsNamed() throws Exception {
        assertThat(toldBy(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:watch?delay=0").routeId("watch").to("direct:notify").id("tell");
                from("direct:notify").routeId("notify").process(exchange -> mayEnd.await(30, TimeUnit.SECONDS))
                        .id("ask-nobody");
            }
        })).startsWith("No cycle has completed for 300 ms (lb.watchdog)")
                .containsPattern("Where the routes stand: step ask-nobody of notify since \\d+ ms\\.");
    }

    @Test
    void whereNothingHangsItIsTheTimerOrTheCycles() throws Exception {
        assertThat(toldBy(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:watch?period=100").routeId("watch").setBody().constant("never fed").id("look");
            }
        })).contains("Nothing runs in any route: the timer has stopped, or each cycle fails");
    }

    private String toldBy(RouteBuilder routes) throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        Main main = new Main();
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.configure().setShutdownTimeout(1);
        main.configure().addRoutesBuilder(routes);
        main.init();
        main.getCamelContext().getInflightRepository().setInflightBrowseEnabled(true);
        main.start();
        Watchdog watchdog = new Watchdog(Duration.ofMillis(300), () -> Duration.ofNanos(System.nanoTime()));
        watchdog.start(hungry -> told.complete(Guard.reason(hungry, main.getCamelContext())));
        try {
            return told.get(20, TimeUnit.SECONDS);
        } finally {
            mayEnd.countDown();
            main.stop();
        }
    }
}
