package io.lbkeeper.settings;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations in the part of Camel's syntax that Camel reads without surprises: {@code 500ms}, {@code 5s},
 * {@code 2m}, {@code 1h} and, largest unit first, {@code 1m30s}. Camel itself takes {@code 5S} for zero.
 */
final class Durations {
    private static final String SHORTEST = "10ms";
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d+([.,]\\d+)?");

    private Durations() {
    }

    /** A time-out or a pace. */
    static Kind<Duration> wait(String least, String most) {
        return new Kind<>("a duration from " + least + " to " + most + ", such as 500ms, 5s, 2m or 1m30s",
                text -> between(parse(text), least, most));
    }

    /** As {@link #wait}, or 0s. */
    static Kind<Duration> waitOrNever(String least, String most) {
        return new Kind<>("0s, or a duration from " + least + " to " + most + ", such as 500ms, 5s, 2m or 1m30s",
                text -> parse(text).isZero() ? Duration.ZERO : between(parse(text), least, most));
    }

    static Kind<Duration> timeout() {
        return wait(SHORTEST, "1h");
    }

    static Kind<Duration> wholeSeconds(String least, String most) {
        return new Kind<>("whole seconds from " + least + " to " + most + ", such as 60s or 2m", text -> {
            Duration duration = between(parse(text), least, most);
            if (duration.toMillis() % 1000 != 0) {
                throw new Mistake("is not whole seconds");
            }
            return duration;
        });
    }

    static Duration parse(String text) throws Mistake {
        if (BARE_NUMBER.matcher(text).matches()) {
            throw new Mistake("has no unit");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches() || text.isEmpty()) {
            throw new Mistake("is not a duration");
        }
        return Duration.ofHours(part(form, 1)).plusMinutes(part(form, 2)).plusSeconds(part(form, 3))
                .plusMillis(part(form, 4));
    }

    private static long part(Matcher form, int group) {
        return form.group(group) == null ? 0 : Long.parseLong(form.group(group));
    }

    private static Duration between(Duration duration, String least, String most) throws Mistake {
        if (duration.compareTo(parse(least)) < 0) {
            throw new Mistake("is too short");
        }
        if (duration.compareTo(parse(most)) > 0) {
            throw new Mistake("is too long");
        }
        return duration;
    }
}
