package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The kamelets of {@code lb.dns=local} against a server that plays the API. */
abstract class Route53TestBase extends RouteTestBase {
    static final Duration TIMEOUT = Duration.ofMillis(1500);
    /** What a machine under load may need besides. */
    static final Duration SLACK = Duration.ofMillis(2500);

    final ScriptedServer server = new ScriptedServer();

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.route53.endpoint", server.url(), "lb.route53.timeout", TIMEOUT.toMillis() + "ms");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    <T> T callInTime(String kamelet, Object body, Class<T> answer) {
        long start = System.nanoTime();
        T answered = template.requestBody("kamelet:" + kamelet, body, answer);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time until there was the answer " + answered)
                .isLessThan(TIMEOUT.plus(SLACK));
        return answered;
    }
}
