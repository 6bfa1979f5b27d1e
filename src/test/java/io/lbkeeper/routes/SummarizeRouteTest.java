package io.lbkeeper.routes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummarizeRouteTest extends RouteTestBase {
    private final SeenLog log = new SeenLog();

    @Override
    String[] routes() {
        return new String[] {"summarize"};
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.log.summary", "100ms");
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("summary", new StubSummary());
    }

    /** Stands in the place of the bean {@code summary}. */
    public static final class StubSummary {
        public String text() {
            return "all quiet.";
        }
    }

    @Test
    void itIsLoggedAgainAndAgain() {
        await("two lines").atMost(Duration.ofSeconds(10)).until(() -> log.lines().stream()
                .filter("INFO Summary: all quiet."::equals).count() >= 2);
        log.close();
    }
}
