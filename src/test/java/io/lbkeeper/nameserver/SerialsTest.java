package io.lbkeeper.nameserver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SerialsTest {

    @Test
    void theyGoRound() {
        assertThat(Serials.compare(1, 2)).isNegative();
        assertThat(Serials.compare(2, 2)).isZero();
        assertThat(Serials.compare(0, 4_294_967_295L)).as("after the highest comes 0").isPositive();
        assertThat(Serials.compare(4_294_967_295L, 3)).isNegative();
    }
}
