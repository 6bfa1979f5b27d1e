package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** All shipped routes together, as they are, with nothing to do. */
class AllRoutesTest extends RouteTestBase {
    private final StubCycle cycle = new StubCycle();

    @Override
    String[] routes() {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".camel.yaml"))
                    .map(name -> name.replace(".camel.yaml", "")).toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle);
    }

    @Test
    void theyStartTogetherAndTheTimerTicks() {
        assertThat(context.getRoutes()).extracting(Route::getId).contains(routes());
        // Nobody is told anything here: without lb.notify the queue of notices is not read.
        assertThat(Arrays.stream(routes()).filter(id -> !id.equals("deliver-notice"))).as("routes that are up")
                .allMatch(id -> context.getRouteController().getRouteStatus(id).isStarted());
        await().atMost(Duration.ofSeconds(10)).until(() -> cycle.timesAsked.get() > 0);
    }
}
