package io.lbkeeper.rehearsal.report;

import java.time.Duration;
import java.util.Locale;

/** Times as people read them. */
final class Seconds {
    private static final int PER_MINUTE = 60;
    private static final int MILLIS = 1000;

    private Seconds() {
    }

    /** A moment since the beginning: {@code 1:02.3}. */
    static String moment(Duration at) {
        long tenths = Math.round(at.toMillis() / 100.0);
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 10 / PER_MINUTE, tenths / 10 % PER_MINUTE,
                tenths % 10);
    }

    /** A mark on an axis: {@code 1:00}, or {@code 1:02.5} where it needs the tenth. */
    static String mark(Duration at) {
        String moment = moment(at);
        return moment.endsWith(".0") ? moment.substring(0, moment.length() - 2) : moment;
    }

    /** A length, to the tenth of a second: {@code 12.3}. */
    static String tenths(Duration length) {
        return String.format(Locale.ROOT, "%.1f", length.toMillis() / (double) MILLIS);
    }

    /** A length in its natural unit: {@code 250 ms}, {@code 5 s}, {@code 2 min}. */
    static String brief(Duration length) {
        long millis = length.toMillis();
        if (millis < MILLIS) {
            return millis + " ms";
        }
        if (millis >= 2L * PER_MINUTE * MILLIS && millis % (PER_MINUTE * MILLIS) == 0) {
            return millis / (PER_MINUTE * MILLIS) + " min";
        }
        return millis % MILLIS == 0 ? millis / MILLIS + " s" : tenths(length) + " s";
    }
}
