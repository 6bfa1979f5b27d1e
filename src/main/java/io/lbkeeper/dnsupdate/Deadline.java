package io.lbkeeper.dnsupdate;

import java.time.Duration;

/** The end of one operation's time, on the monotonic clock. */
record Deadline(long endNanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left; zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** The end of one of so many equal parts of what is left. */
    Deadline part(int parts) {
        return in(left().dividedBy(parts));
    }

    /** In whole milliseconds, one at least: a socket takes zero for no limit at all. */
    int leftMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left().toMillis()));
    }
}
