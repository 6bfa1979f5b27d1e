package io.lbkeeper.localroute53.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.localroute53.LocalEndpoint;
import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.zone.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.route53.Route53Client;

/** Buckets of tokens, with a clock in the test's hand. */
class RateLimitTest {
    private final AtomicLong nanos = new AtomicLong(-5);

    private int admitted(RateLimiter limiter, ApiOperation operation) {
        int admitted = 0;
        for (int i = 0; i < 1000; i++) {
            try {
                limiter.admit(Optional.of(operation));
                admitted++;
            } catch (Refusal e) {
                assertThat(e.code()).isEqualTo("Throttling");
            }
        }
        return admitted;
    }

    private RateLimiter limiter(String rate) {
        return new RateLimiter(Optional.of(RateLimit.parse(rate)), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void theBurstIsRefilledAtItsRateAndNoFurther() {
        RateLimiter limiter = limiter("10/s,burst 50");
        assertThat(admitted(limiter, ApiOperation.GET_CHANGE)).isEqualTo(50);
        assertThat(admitted(limiter, ApiOperation.LIST_HOSTED_ZONES)).as("all calls share it").isZero();
        pass(Duration.ofMillis(99));
        assertThat(admitted(limiter, ApiOperation.GET_CHANGE)).isZero();
        pass(Duration.ofMillis(1));
        assertThat(admitted(limiter, ApiOperation.GET_CHANGE)).isEqualTo(1);
        pass(Duration.ofHours(1));
        assertThat(admitted(limiter, ApiOperation.GET_CHANGE)).isEqualTo(50);
        assertThat(limiter.tell()).contains("rate 10/s, burst 50: refused 4899 of 5000 calls");
    }

    @Test
    void someCallsHaveTheirOwnAtAws() {
        RateLimiter limiter = limiter("aws");
        assertThat(admitted(limiter, ApiOperation.GET_HEALTH_CHECK_STATUS)).isEqualTo(4);
        assertThat(admitted(limiter, ApiOperation.CREATE_HOSTED_ZONE)).isEqualTo(40);
        assertThat(admitted(limiter, ApiOperation.GET_CHANGE)).as("what is left of the account's").isEqualTo(6);
        pass(Duration.ofSeconds(2));
        assertThat(admitted(limiter, ApiOperation.CREATE_HOSTED_ZONE)).isEqualTo(4);
    }

    @Test
    void withoutABurstItIsOneSecondsWorth() {
        assertThat(admitted(limiter("2.5/s"), ApiOperation.GET_CHANGE)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "0/s", "10/s,burst 0", "10/m", "10/s burst 50", "-1/s", "AWS"})
    void whatIsNoRateIsTold(String text) {
        assertThatThrownBy(() -> RateLimit.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rate \"" + text + "\" is none: write calls a second and the burst, both over 0, as 10/s"
                        + " or 10/s,burst 50; or aws for what AWS documents");
    }

    @Test
    void theSdkIsThrottled() throws IOException {
        try (LocalEndpoint endpoint = new LocalEndpoint(o -> o.withRate(RateLimit.parse("0.001/s,burst 2")));
                Route53Client client = endpoint.client()) {
            client.listHostedZones();
            client.listHostedZones();
            assertThatThrownBy(client::listHostedZones).hasMessageContaining("Rate exceeded")
                    .hasMessageContaining("Status Code: 400");
        }
    }
}
