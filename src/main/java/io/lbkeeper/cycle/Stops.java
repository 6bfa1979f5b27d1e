package io.lbkeeper.cycle;

import java.time.Duration;
import java.util.Optional;

/** Notices that this process, or the whole machine, was stopped: by how long nothing has happened here. */
final class Stops {
    private Optional<Duration> lastSign = Optional.empty();
    private Duration inThisCycle = Duration.ZERO;
    private Duration before = Duration.ZERO;

    /** The next cycle begins. */
    void begin() {
        before = inThisCycle;
        inThisCycle = Duration.ZERO;
    }

    /**
     * Every step passes by here. No step waits for longer than an interval, since all time-outs are shorter: where
     * nothing has passed for two there was a stop.
     */
    void sign(Duration now, Duration interval) {
        Duration gap = lastSign.map(now::minus).orElse(Duration.ZERO);
        if (gap.minus(interval).compareTo(interval) > 0 && gap.compareTo(inThisCycle) > 0) {
            inThisCycle = gap;
        }
        lastSign = Optional.of(now);
    }

    /** The longest one in this cycle or just before it; zero where there was none. */
    Duration longest() {
        return inThisCycle.compareTo(before) > 0 ? inThisCycle : before;
    }

    /** Whether there was none in this cycle. */
    boolean areNone() {
        return inThisCycle.isZero();
    }
}
