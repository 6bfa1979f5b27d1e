package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** {@code observe-address.camel.yaml} with the one kamelet that {@code lb.address} chooses. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class AddressTestBase extends RouteTestBase {
    static final Duration DEADLINE = Duration.ofMillis(500);
    /** What a machine under load may need besides. */
    static final Duration SLACK = Duration.ofMillis(3000);

    /** The socket's own time-out and the deadline fall due at the same time. */
    static final String TIMED_OUT = "no complete answer within 500 ms|timed out";

    final StubCycle cycle = new StubCycle();

    /** {@code lb.address}, and what it needs besides. */
    abstract Map<String, String> source();

    @Override
    String[] routes() {
        return new String[] {"observe-address"};
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle);
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = pair();
        settings.put("lb.address.timeout", DEADLINE.toMillis() + "ms");
        settings.putAll(source());
        return settings;
    }

    /** The answer that reached the cycle, which it must within so many deadlines. */
    Answer<String> ask(int deadlines) {
        long start = System.nanoTime();
        template.sendBody("direct:observe-address", null);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time until the cycle had an answer")
                .isLessThan(DEADLINE.multipliedBy(deadlines).plus(SLACK));
        assertThat(cycle.addresses).as("answers that reached the cycle").hasSize(1);
        return cycle.addresses.get(0);
    }

    static void assertCouldNotAsk(Answer<String> answer, String pattern) {
        assertThat(answer).isInstanceOf(Answer.CouldNotAsk.class);
        assertThat(((Answer.CouldNotAsk<String>) answer).why()).containsPattern(pattern);
    }
}
