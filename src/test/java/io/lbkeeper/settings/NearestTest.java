package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void countsLettersToChange() {
        assertThat(Nearest.changes("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.changes("", "abc")).isEqualTo(3);
        assertThat(Nearest.changes("same", "same")).isZero();
    }

    @Test
    void guessesTheNearestNameOrNone() {
        List<String> names = List.of("lb.check.rise", "lb.check.fall", "lb.check.user");

        assertThat(Nearest.to("lb.check.rize", names)).contains("lb.check.rise");
        assertThat(Nearest.to("lb.chek.user", names)).contains("lb.check.user");
        assertThat(Nearest.to("lb.something.else", names)).isEmpty();
        assertThat(Nearest.to("lb.check.rise".repeat(10_000), names)).isEmpty();
    }
}
