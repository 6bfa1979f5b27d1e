package io.lbkeeper.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/** How old what is known may be by the settings, for alert rules to compare with. */
public final class Limits {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private volatile Duration stale;
    private volatile Duration recordsInterval;

    /**
     * @param stale           when the last cycle is older than this, the service does not cycle
     * @param recordsInterval how often a standby reads the records though all is well
     */
    public Limits(MeterRegistry meters, Duration stale, Duration recordsInterval) {
        goBy(stale, recordsInterval);
        gauge(meters, Names.STALE_AFTER, "When the last cycle is older than this, lbkeeper does not cycle.",
                () -> this.stale);
        gauge(meters, Names.RECORDS_INTERVAL, "How often a standby reads the records though all is well.",
                () -> this.recordsInterval);
    }

    /** From now on it is so. */
    public void goBy(Duration staleNow, Duration recordsIntervalNow) {
        stale = staleNow;
        recordsInterval = recordsIntervalNow;
    }

    private static void gauge(MeterRegistry meters, String name, String description, Supplier<Duration> limit) {
        Gauge.builder(name, () -> limit.get().toMillis() / MILLIS_PER_SECOND).description(description)
                .baseUnit("seconds").strongReference(true).register(meters);
    }
}
