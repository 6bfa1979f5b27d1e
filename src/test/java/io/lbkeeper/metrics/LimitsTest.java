package io.lbkeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void theyAreKnownBeforeTheFirstCycleAndGoByAnEdit() {
        Limits limits = new Limits(meters, Duration.ofSeconds(15), Duration.ofMillis(500));
        assertThat(meters.get(Names.STALE_AFTER).gauge().value()).isEqualTo(15);
        assertThat(meters.get(Names.RECORDS_INTERVAL).gauge().value()).isEqualTo(0.5);
        limits.goBy(Duration.ofMinutes(3), Duration.ofMinutes(5));
        assertThat(meters.get(Names.STALE_AFTER).gauge().value()).isEqualTo(180);
        assertThat(meters.get(Names.RECORDS_INTERVAL).gauge().value()).isEqualTo(300);
    }
}
