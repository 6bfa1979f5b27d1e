package io.lbkeeper.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PausesTest {
    private static final Duration SHORT = Duration.ofSeconds(59);
    private static final Duration LONG = Duration.ofSeconds(60);

    @Test
    void theyDoubleUpToTenMinutesWhileLinesComeToNothing() {
        List<Long> seconds = new ArrayList<>();
        Pauses pauses = Pauses.none();
        for (int line = 0; line < 12; line++) {
            pauses = pauses.after(SHORT);
            seconds.add(pauses.next().toSeconds());
        }
        assertThat(seconds).containsExactly(0L, 5L, 10L, 20L, 40L, 80L, 160L, 320L, 600L, 600L, 600L, 600L);
    }

    @Test
    void aLineThatWasOfUseBeginsThemAnew() {
        Pauses many = Pauses.none().after(SHORT).after(SHORT).after(SHORT);
        assertThat(many.next()).hasSeconds(10);
        assertThat(many.after(LONG).next()).isZero();
        assertThat(many.after(LONG).after(SHORT).next()).hasSeconds(5);
    }
}
