package io.lbkeeper.metrics;

import io.lbkeeper.propagation.Propagation;
import io.lbkeeper.status.Alarms;
import io.lbkeeper.status.Status;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Shows the status of the last completed cycle, and the alarms that stand. */
public final class Standing {
    /** More kinds than the program has; whatever comes, there are no more series. */
    private static final int MOST_KINDS = 24;
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final Supplier<Optional<Status>> status;
    private final Supplier<Propagation> propagation;
    private final Alarms alarms;
    private final MultiGauge kinds;

    public Standing(MeterRegistry meters, Supplier<Optional<Status>> status, Supplier<Propagation> propagation,
            Alarms alarms) {
        this.status = status;
        this.propagation = propagation;
        this.alarms = alarms;
        this.kinds = MultiGauge.builder(Names.ALARMS).description("Alarms that stand, by kind: 1 for each.")
                .register(meters);
        FunctionCounter.builder(Names.CYCLES, this, self -> self.told(known -> known.process().cycles()).orElse(0.0))
                .description("Cycles that have completed since the start.").register(meters);
        timestamp(meters, Names.LAST_CYCLE, "When the last cycle completed.", known -> Optional.of(known.process()
                .at()));
        timestamp(meters, Names.LAST_READ, "When the records were last read with success.",
                known -> known.name().readAt());
        Gauge.builder(Names.CHANGE_PENDING, this, self -> self.isPending() ? 1 : 0).strongReference(true)
                .description("Whether the last change of the service record is not known to be everywhere yet.")
                .register(meters);
    }

    /** Brings the alarms up to now: which there are changes from time to time. */
    public void look() {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        rows.add(row("decision", status.get().filter(known -> known.decision().alarm()).isPresent()));
        rows.add(row("propagation", propagation.get().isAlarm()));
        alarms.byKey().keySet().stream().map(Standing::kind).distinct().limit(MOST_KINDS)
                .forEach(kind -> rows.add(row(kind, true)));
        kinds.register(rows, true);
    }

    private static MultiGauge.Row<?> row(String kind, boolean stands) {
        return MultiGauge.Row.of(Tags.of("kind", kind), stands ? 1 : 0);
    }

    /** Of a key that names a thing besides, such as a file, the part before it. */
    private static String kind(String key) {
        return key.replaceFirst("[^a-z0-9_-].*", "");
    }

    private boolean isPending() {
        Propagation now = propagation.get();
        return now instanceof Propagation.Pending || now instanceof Propagation.Incomplete
                || now instanceof Propagation.Overdue;
    }

    private void timestamp(MeterRegistry meters, String name, String description,
            Function<Status, Optional<Instant>> when) {
        Gauge.builder(name, this, self -> self.status.get().flatMap(when).map(at -> at.toEpochMilli()
                / MILLIS_PER_SECOND).orElse(Double.NaN)).description(description).baseUnit("seconds")
                .strongReference(true).register(meters);
    }

    private Optional<Double> told(Function<Status, Long> number) {
        return status.get().map(known -> number.apply(known).doubleValue());
    }
}
