package io.lbkeeper.rehearsal.report;

import java.time.Duration;

/** Something that was so from one time to another. */
record Span<T>(Duration from, Duration until, T what) {
    Duration length() {
        return until.minus(from);
    }
}
