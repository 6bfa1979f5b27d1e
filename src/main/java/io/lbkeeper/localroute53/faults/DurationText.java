package io.lbkeeper.localroute53.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as they are written on the command line and in a fault: 500ms, 2s, 5m. */
public final class DurationText {
    public static final String ALLOWED = "500ms, 2s or 5m";
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private DurationText() {
    }

    /** Nothing where the text is no duration; then {@link #ALLOWED} shows what is. */
    public static Optional<Duration> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(form.group(1));
        return Optional.of(switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        });
    }

    static String write(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 != 0 ? millis + "ms" : millis / 1000 + "s";
    }
}
