package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.probe.Probe;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code check-tcp-action} or {@code check-ping-action}: how often is asked, and when a failed look counts. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class CheckProbeTestBase extends RouteTestBase {
    private static final int CONFIRMATIONS = 4;
    private static final Check WELL = new Check(Health.OK, "well");

    final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch allAsked = new CountDownLatch(1 + CONFIRMATIONS);
    private Probe probe = (target, deadline) -> Check.TIMED_OUT;

    abstract String kind();

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Map<String, Object> beans() {
        Probe counted = (target, deadline) -> {
            asked.incrementAndGet();
            allAsked.countDown();
            assertThat(deadline).isEqualTo(Duration.ofMillis(500));
            return probe.probe(target, deadline);
        };
        return Map.of("probe", counted);
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app");
    }

    @Test
    void whoAnswersIsNotAskedAgain() {
        probe = (target, deadline) -> WELL;
        assertThat(check()).isEqualTo(WELL);
        assertThat(asked).as("times asked").hasValue(1);
    }

    @Test
    void whatCouldNotBeAskedIsNotAskedAgain() {
        probe = (target, deadline) -> new Check(Health.UNKNOWN, "this user may not ping");
        assertThat(check().health()).isEqualTo(Health.UNKNOWN);
        assertThat(asked).as("times asked").hasValue(1);
    }

    @Test
    void aSilentOneIsDeadAfterTheRace() {
        assertThat(check()).isEqualTo(Check.TIMED_OUT);
        assertThat(asked).as("times asked").hasValue(1 + CONFIRMATIONS);
    }

    /** Each waits for all the others: one after the other they would never come to an end. */
    @Test
    void oneLostPacketIsNoFailedCheckAndTheRaceIsUnderWayAtOnce() {
        probe = (target, deadline) -> asked.get() == 1 ? Check.TIMED_OUT : afterAll();
        assertThat(check()).isEqualTo(WELL);
        assertThat(asked).as("times asked").hasValue(1 + CONFIRMATIONS);
    }

    private Check afterAll() {
        try {
            return allAsked.await(20, TimeUnit.SECONDS) ? WELL : Check.TIMED_OUT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Check.TIMED_OUT;
        }
    }

    private Check check() {
        return check(new Target("lb2", "192.0.2.2", kind() + "://192.0.2.2:443"));
    }

    Check check(Target target) {
        return template.requestBody("kamelet:check-" + kind() + "-action?deadline=500&confirmations=" + CONFIRMATIONS,
                target, Check.class);
    }
}
