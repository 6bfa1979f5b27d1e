package io.lbkeeper.check;

import java.util.Optional;
import org.apache.camel.util.TimeUtils;

/** A duration as Camel takes it: milliseconds, or a number with a unit. */
final class Milliseconds {
    private Milliseconds() {
    }

    static Optional<Long> of(String text) {
        try {
            return Optional.of(TimeUtils.toMilliSeconds(text));
        } catch (RuntimeException e) {
            // The catalogue says so.
            return Optional.empty();
        }
    }
}
