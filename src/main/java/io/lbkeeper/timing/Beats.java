package io.lbkeeper.timing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * When timers last ran, by their names. A timer that takes another one's place goes on in its time: what is due every
 * hour comes every hour, however often the routes are edited meanwhile.
 */
public final class Beats {
    private final Map<String, Duration> lastStarts = new ConcurrentHashMap<>();
    private final Supplier<Duration> clock;

    /** @param clock monotonic */
    public Beats(Supplier<Duration> clock) {
        this.clock = clock;
    }

    void started(String name) {
        lastStarts.put(name, clock.get());
    }

    /** How long the first beat of a timer waits: {@code delay}, if there was none of that name before it. */
    Duration first(String name, Duration delay, Duration period) {
        Duration last = lastStarts.get(name);
        if (last == null || period.isZero()) {
            return delay;
        }
        Duration wait = last.plus(period).minus(clock.get());
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
