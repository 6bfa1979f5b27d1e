package io.lbkeeper.dnsupdate;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The end of one operation's time, on a clock that only goes forward. */
record Deadline(long endNanos, LongSupplier clock) {

    /** On this machine's clock. */
    static Deadline in(Duration time) {
        return in(time, System::nanoTime);
    }

    static Deadline in(Duration time, LongSupplier clock) {
        return new Deadline(clock.getAsLong() + time.toNanos(), clock);
    }

    /** What is left; zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, endNanos - clock.getAsLong()));
    }

    boolean isOver() {
        return left().isZero();
    }

    /** The end of one of so many equal parts of what is left. */
    Deadline part(int parts) {
        return in(left().dividedBy(parts), clock);
    }

    /** In whole milliseconds, one at least: a socket takes zero for no limit at all. */
    int leftMillis() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, left().toMillis()));
    }
}
