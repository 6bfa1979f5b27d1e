package io.lbkeeper.rehearsal.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where a moment of a run is in its picture. */
record Scale(Duration length, double left, double right) {
    private static final int MOST_MARKS = 12;
    private static final int[] STEPS_SECONDS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600};

    double x(Duration at) {
        double share = Math.min(1, at.toNanos() / (double) Math.max(1, length.toNanos()));
        return left + share * (right - left);
    }

    /** The moments with a mark on the axis. */
    List<Duration> marks() {
        int step = STEPS_SECONDS[STEPS_SECONDS.length - 1];
        for (int i = STEPS_SECONDS.length - 1; i >= 0 && length.toSeconds() / STEPS_SECONDS[i] <= MOST_MARKS; i--) {
            step = STEPS_SECONDS[i];
        }
        List<Duration> marks = new ArrayList<>();
        for (long second = 0; second <= length.toSeconds(); second += step) {
            marks.add(Duration.ofSeconds(second));
        }
        return marks;
    }

    /** A number as the page writes it: short, and with a point in every country. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
    }
}
