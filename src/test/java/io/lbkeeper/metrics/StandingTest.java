package io.lbkeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.http.StatusSample;
import io.lbkeeper.propagation.Propagation;
import io.lbkeeper.status.Alarms;
import io.lbkeeper.status.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final Alarms alarms = new Alarms();
    private Optional<Status> status = Optional.empty();
    private Propagation propagation = new Propagation.Nothing();
    private final Standing standing = new Standing(meters, () -> status, () -> propagation, alarms);

    @Test
    void itTellsTheLastCycleByTheWallClock() {
        assertThat(meters.get(Names.LAST_CYCLE).gauge().value()).as("before the first one").isNaN();
        status = Optional.of(new StatusSample().build());

        assertThat(meters.get(Names.LAST_CYCLE).gauge().value()).isEqualTo(StatusSample.AT.getEpochSecond());
        assertThat(meters.get(Names.LAST_READ).gauge().value()).isEqualTo(StatusSample.AT.getEpochSecond() - 2);
        assertThat(meters.get(Names.CYCLES).functionCounter().count()).isEqualTo(17_280);
    }

    @Test
    void anAlarmIsThereAsLongAsItStands() {
        alarms.raise("edit:/etc/lbkeeper/routes/watch.camel.yaml", "not taken up");
        propagation = new Propagation.CouldNotTell("C1", "denied");
        status = Optional.of(new StatusSample().alarmed("bad").build());
        standing.look();
        assertThat(alarm("edit") + alarm("decision") + alarm("propagation")).isEqualTo(3);

        alarms.clear("edit:/etc/lbkeeper/routes/watch.camel.yaml");
        propagation = new Propagation.InSync("C1", Duration.ofSeconds(1), "all");
        status = Optional.of(new StatusSample().build());
        standing.look();
        assertThat(meters.find(Names.ALARMS).tags("kind", "edit").meters()).isEmpty();
        assertThat(alarm("decision") + alarm("propagation")).isZero();
    }

    @Test
    void thereAreNoMoreKindsThanFitOnAScreen() {
        IntStream.range(0, 1000).forEach(i -> alarms.raise("kind-" + i, "x"));
        standing.look();
        assertThat(meters.find(Names.ALARMS).meters()).hasSizeBetween(20, 30);
    }

    @Test
    void aChangeIsPendingUntilItIsEverywhere() {
        for (Propagation far : List.of(new Propagation.Pending("C1", Duration.ZERO), new Propagation.Incomplete("C1",
                Duration.ZERO, List.of("ns1"), false), new Propagation.Overdue("C1", Duration.ZERO))) {
            propagation = far;
            assertThat(pending()).as("%s", far).isEqualTo(1);
        }
        for (Propagation far : List.of(new Propagation.Nothing(), new Propagation.Overtaken("C1"),
                new Propagation.InSync("C1", Duration.ZERO, "all"))) {
            propagation = far;
            assertThat(pending()).as("%s", far).isZero();
        }
    }

    @Test
    void anExpositionBeginsWithItAndEndsWithIt() {
        CompositeMeterRegistry all = new CompositeMeterRegistry();
        new Deeds(all);
        Latencies latencies = new Latencies(all, List.of("lb1"));
        try (Exposition first = new Exposition(all, () -> { })) {
            String text = first.buildInfo("1.2.3").write();
            assertThat(text).contains("lbkeeper_build_info{", "version=\"1.2.3\"", "lbkeeper_writes_total{",
                    "lbkeeper_check_duration_seconds_bucket{node=\"lb1\",le=\"0.001\"} 0").doesNotContain("_max");
        }
        assertThat(all.getRegistries()).isEmpty();
        assertThat(latencies.isIgnoreExchangeSentEvents()).isFalse();
    }

    private double alarm(String kind) {
        return meters.get(Names.ALARMS).tags("kind", kind).gauge().value();
    }

    private double pending() {
        return meters.get(Names.CHANGE_PENDING).gauge().value();
    }
}
