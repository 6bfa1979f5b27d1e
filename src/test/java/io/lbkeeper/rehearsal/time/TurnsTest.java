package io.lbkeeper.rehearsal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final Turns turns = new Turns();
    private final List<String> told = new ArrayList<>();

    @Test
    void eachRunWaitsForTheEndOfThoseBeforeIt() {
        turns.take(() -> told.add("first"));
        turns.take(() -> told.add("second"));
        turns.take(() -> {
            told.add("third");
            turns.over();
        });
        assertThat(told).containsExactly("first");
        turns.over();
        assertThat(told).containsExactly("first", "second");
        turns.over();
        assertThat(told).containsExactly("first", "second", "third");
        turns.take(() -> told.add("fourth"));
        assertThat(told).as("nobody has the turn").endsWith("fourth");
    }
}
