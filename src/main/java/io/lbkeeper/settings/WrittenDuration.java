package io.lbkeeper.settings;

import java.time.Duration;
import java.util.Optional;

/** Durations on the command line, as in the settings: 500ms, 5s, 2m, 1h30m. */
public final class WrittenDuration {
    private WrittenDuration() {
    }

    /** Nothing where the text is no duration. */
    public static Optional<Duration> read(String text) {
        try {
            return Optional.of(Durations.parse(text));
        } catch (Mistake e) {
            return Optional.empty();
        }
    }
}
