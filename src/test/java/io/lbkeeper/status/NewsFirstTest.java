package io.lbkeeper.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewsFirstTest {
    private static final Instant START = Instant.parse("2026-11-23T18:00:00Z");

    private final List<Status> written = new ArrayList<>();
    private final NewsFirst file = new NewsFirst(written::add);
    private Instant now = START;
    private String health = "OK";
    private Optional<String> drain = Optional.empty();
    private Duration stale = Duration.ofSeconds(15);
    private long cycles;

    @BeforeEach
    void settle() {
        cycles(10);
        written.clear();
    }

    @Test
    void whereNothingButTimeGoesByOneInFourSecondsIsWritten() {
        cycles(40);
        assertThat(written).hasSize(10);
        assertThat(written.get(1).process().at()).isEqualTo(written.get(0).process().at().plusSeconds(4));
        assertThat(written.get(9).process().cycles()).isGreaterThan(45);
    }

    @Test
    void newsAreWrittenAtOnceAndSoAreTheNextOnes() {
        health = "DEAD";
        cycles(1);
        assertThat(written).singleElement().satisfies(status -> assertThat(status.nodes().get(0).health())
                .isEqualTo("DEAD"));
        cycles(4);
        assertThat(written).hasSize(5);
        cycles(3);
        assertThat(written).hasSize(5);
    }

    @Test
    void whoAsksSomethingReadsEachCycle() {
        drain = Optional.of("drained by alice");
        cycles(20);
        assertThat(written).hasSize(20);
    }

    @Test
    void aClockSetBackIsNoReasonForSilence() {
        now = now.minusSeconds(3600);
        cycles(1);
        assertThat(written).hasSize(1);
        cycles(4);
        assertThat(written).hasSize(2);
    }

    @Test
    void whatIsSoonTakenForOldIsWrittenBeforeThat() {
        stale = Duration.ofSeconds(2);
        cycles(5);
        written.clear();
        cycles(20);
        assertThat(written).hasSize(20);
    }

    /** So many, one a second. */
    private void cycles(int count) {
        for (int i = 0; i < count; i++) {
            now = now.plusSeconds(1);
            cycles++;
            file.accept(new Status(new Status.Process("lb1", "1.0", 42, START, now, stale, cycles,
                    false), new Status.Name("lb.example.com", Optional.of("203.0.113.1"), Optional.of("lb1"),
                    Optional.of(7L), Optional.empty(), Optional.of(now), Map.of()),
                    List.of(new Status.Node("lb1", true, Optional.empty(), health, "", "ALIVE", true, 0, START, now)),
                    new Status.Told(START, "KeepRecord", "All is well.", false), Optional.empty(), "nothing", false,
                    Duration.ofSeconds(60 - cycles), new Status.Requested(Optional.empty(), drain, Optional.empty()),
                    List.of(), List.of()));
        }
    }
}
