package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** {@code ask-haproxy-action} or another check, by itself, against a server that plays lb2's HAProxy. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class CheckTestBase extends RouteTestBase {
    static final Duration DEADLINE = Duration.ofMillis(500);
    /** What a machine under load may need besides. */
    static final Duration SLACK = Duration.ofMillis(3000);

    final ScriptedServer server = new ScriptedServer();

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app,unchecked");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    Check check() {
        return check(server.url() + "/stats;csv");
    }

    Check check(String url) {
        return check(new Target("lb2", "127.0.0.1", url));
    }

    Check check(Target target) {
        return template.requestBody(kamelet(), target, Check.class);
    }

    String kamelet() {
        return "kamelet:ask-haproxy-action?deadline=" + DEADLINE.toMillis();
    }

    /** The check, which must come within so many deadlines. */
    Check checkInTime(int deadlines) {
        long start = System.nanoTime();
        Check check = check();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time until there was the check " + check)
                .isLessThan(DEADLINE.multipliedBy(deadlines).plus(SLACK));
        return check;
    }

    static void assertCheck(Check check, Health health, String words) {
        assertThat(check.health()).as("%s", check).isEqualTo(health);
        assertThat(check.detail()).contains(words);
    }
}
