package io.lbkeeper.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * All meters as text for Prometheus. Until there is one of these for a registry, its meters count nothing and cost
 * nothing.
 */
public final class Exposition implements AutoCloseable {
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    /** Micrometer adds to each histogram its greatest value of late, which no other histogram has. */
    private static final String NOT_OURS = "_seconds_max";

    private final CompositeMeterRegistry meters;
    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT,
            new Selected(), Clock.SYSTEM);
    private final Runnable look;

    private static final class Selected extends PrometheusRegistry {
        @Override
        public MetricSnapshots scrape() {
            return scrape(name -> !name.endsWith(NOT_OURS));
        }
    }

    /** @param look brings up to now what is not counted as it happens */
    public Exposition(CompositeMeterRegistry meters, Runnable look) {
        this.meters = meters;
        this.look = look;
        meters.add(prometheus);
        ProcessMeters.register(prometheus);
    }

    /** What runs: 1, with all of it in labels. */
    public Exposition buildInfo(String version) {
        Gauge.builder(Names.BUILD_INFO, () -> 1).description("The lbkeeper that runs.").tag("version", version)
                .tag("java", Runtime.version().toString()).register(prometheus);
        return this;
    }

    public synchronized String write() {
        look.run();
        return prometheus.scrape(CONTENT_TYPE);
    }

    @Override
    public void close() {
        meters.remove(prometheus);
        prometheus.close();
    }
}
