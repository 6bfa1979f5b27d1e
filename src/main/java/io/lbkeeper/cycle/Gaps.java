package io.lbkeeper.cycle;

import io.lbkeeper.decision.Times;
import java.time.Duration;
import java.util.Optional;

/**
 * For how long nothing was done here. No step waits for longer than an interval, since all time-outs are shorter:
 * where nothing has passed for two, this process, or the whole machine, was stopped.
 */
final class Gaps {
    private Optional<Duration> lastSign = Optional.empty();
    private Duration inThisCycle = Duration.ZERO;
    private Duration inTheLast = Duration.ZERO;

    /** The next cycle begins. */
    void begin() {
        inTheLast = inThisCycle;
        inThisCycle = Duration.ZERO;
    }

    /** A step is taken at {@code now}, which it returns. */
    Duration sign(Duration now, Duration interval) {
        Duration gap = lastSign.map(now::minus).orElse(Duration.ZERO);
        if (gap.minus(interval).compareTo(interval) > 0 && gap.compareTo(inThisCycle) > 0) {
            inThisCycle = gap;
        }
        lastSign = Optional.of(now);
        return now;
    }

    /** The longest, up to now, in this cycle and the one before; zero for none. */
    Duration longest() {
        return Times.longer(inThisCycle, inTheLast);
    }

    /** Whether there was none in this cycle up to now. */
    boolean areNone() {
        return inThisCycle.isZero();
    }
}
