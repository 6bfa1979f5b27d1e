package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The options that every scheduled consumer of Camel has, and its health check. */
@Timeout(60)
class ConsumerSchedulingTest {
    private static final Answer WELL = Answer.list(FakeRoute53.set("example.com.", "SOA", 900, "x"));
    private final FakeRoute53 server = new FakeRoute53();
    private Watch watch;

    @BeforeEach
    void answer() {
        server.answers(WELL);
    }

    @AfterEach
    void stop() {
        watch.close();
        server.close();
    }

    private void watch(String options) {
        watch = new Watch(WatchedZone.component(server.url()), options, null);
    }

    @Test
    void itPollsOnceAMinute() {
        watch("");
        assertThat(watch.consumer().getDelay()).isEqualTo(60_000);
        assertThat(watch.consumer().getTimeUnit()).isEqualTo(TimeUnit.MILLISECONDS);
        assertThat(watch.consumer().getInitialDelay()).isEqualTo(1000);
    }

    @Test
    void soItDoesInAnyTimeUnit() {
        watch("&timeUnit=SECONDS");
        assertThat(watch.consumer().getDelay()).isEqualTo(60);
        watch.close();
        watch("&timeUnit=HOURS");
        assertThat(watch.consumer().getDelay()).as("hours, as it must be at least one").isEqualTo(1);
    }

    @Test
    void itPollsAsOftenAsTold() {
        watch("&delay=5s&initialDelay=3");
        assertThat(watch.consumer().getDelay()).isEqualTo(5000);
        assertThat(watch.consumer().getInitialDelay()).isEqualTo(3);
    }

    /** Tries a failed poll again at once. */
    public static final class OnceMore extends DefaultPollingConsumerPollStrategy {
        private final List<Exception> seen = new ArrayList<>();

        @Override
        public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
            seen.add(cause);
            return seen.size() == 1;
        }
    }

    @Test
    void aPollStrategyHearsOfAFailedPoll() {
        OnceMore strategy = new OnceMore();
        Route53Component component = WatchedZone.component(server.url());
        watch = new Watch(component, "&repeatCount=9", null);
        watch.consumer().setPollStrategy(strategy);
        assertThat(strategy).isInstanceOf(PollingConsumerPollStrategy.class);
        server.answers(Answer.of(500, ""), WELL);
        watch.poll();
        assertThat(strategy.seen).hasSize(1);
        assertThat(server.requests()).as("requests of one run").hasSize(2);
        assertThat(watch.consumer().getErrorCounter()).isZero();
    }

    @Test
    void afterFailuresItBacksOff() {
        watch("&backoffMultiplier=3&backoffErrorThreshold=2");
        server.answers(Answer.of(500, ""));
        for (int i = 0; i < 12; i++) {
            watch.poll();
        }
        assertThat(server.requests()).as("requests of twelve runs that back off").hasSizeBetween(3, 7);
    }

    @Test
    void itsHealthIsThatOfTheLastPoll() {
        watch("");
        HealthCheck check = watch.consumer().getHealthCheck();
        assertThat(check.getId()).isEqualTo("consumer:" + Watch.ROUTE);
        assertThat(check.callReadiness().getState()).as("before the first poll").isEqualTo(HealthCheck.State.DOWN);
        watch.poll();
        assertThat(check.callReadiness().getState()).isEqualTo(HealthCheck.State.UP);
        server.answers(Answer.error(403, "AccessDenied", "not for you"));
        watch.poll();
        HealthCheck.Result down = check.call();
        assertThat(down.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(down.getError().orElseThrow()).hasMessageContaining("not for you");
        assertThat(down.getDetails()).containsEntry("failure.error.count", 1L)
                .containsEntry("service.status.code", 403).containsEntry("service.error.code", "AccessDenied")
                .extractingByKey("endpoint.uri").asString().startsWith("aws2-route53://zone");
        server.answers(WELL);
        watch.poll();
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aRouteThatFailsIsNoFailedPoll() {
        watch("&emitExisting=true");
        watch.failOn(exchange -> true);
        assertThat(watch.poll()).hasSize(1);
        assertThat(watch.consumer().getHealthCheck().callReadiness().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void itsHealthCheckCanBeSwitchedOff() {
        Route53Component component = WatchedZone.component(server.url());
        component.setHealthCheckConsumerEnabled(false);
        server.answers(Answer.of(500, ""));
        watch = new Watch(component, "", null);
        watch.poll();
        assertThat(watch.consumer().getHealthCheck().call().getMessage()).hasValue("Disabled");
    }
}
