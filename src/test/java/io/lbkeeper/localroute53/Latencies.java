package io.lbkeeper.localroute53;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How long each of a number of calls took. */
final class Latencies {
    private final long[] tookNanos;

    /** A call that may fail, and then ends the bench. */
    @FunctionalInterface
    interface Call {
        void make() throws IOException;
    }

    Latencies(int samples) {
        tookNanos = new long[samples];
    }

    /** @param index of the sample; a negative one is made and not kept, to warm up */
    void measure(int index, Call call) throws IOException {
        long begun = System.nanoTime();
        call.make();
        if (index >= 0) {
            tookNanos[index] = System.nanoTime() - begun;
        }
    }

    Duration median() {
        return percentile(50);
    }

    private Duration percentile(double percent) {
        long[] sorted = tookNanos.clone();
        Arrays.sort(sorted);
        return Duration.ofNanos(sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * percent / 100))]);
    }

    static String heading(String left, String right) {
        return String.format("%-40s%-40s", left, right);
    }

    static String columns() {
        String one = String.format("%-10s%-10s%-10s%-10s", "median", "90 %", "99 %", "worst");
        return one + one + "ratio of medians";
    }

    String beside(Latencies other) {
        return row() + other.row() + String.format(Locale.ROOT, "%.2f",
                (double) other.median().toNanos() / median().toNanos());
    }

    private String row() {
        return String.format("%-10s%-10s%-10s%-10s", show(median()), show(percentile(90)), show(percentile(99)),
                show(percentile(100)));
    }

    static String show(Duration duration) {
        return String.format(Locale.ROOT, "%.2f ms", duration.toNanos() / 1e6);
    }
}
