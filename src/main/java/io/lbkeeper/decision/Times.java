package io.lbkeeper.decision;

import java.time.Duration;

/** Of two spans or moments the longer, later one, or the other. */
public final class Times {
    private Times() {
    }

    public static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    public static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
