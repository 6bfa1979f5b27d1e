package io.lbkeeper.timing;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Notices that no cycle completes any more, whatever the reason: a step that hangs, a timer that has stopped, a route
 * that fails each time. Time in which the watchdog itself could not run does not count: after a pause of the whole
 * process the cycles get as long as ever.
 */
public final class Watchdog {
    private static final int LOOKS_WITHIN_LIMIT = 20;

    private final Supplier<Duration> clock;
    private Duration lastLook;
    private Duration hungry = Duration.ZERO;
    private boolean watches;
    private Duration limit;
    private long completed;
    private Runnable onCompleted = () -> { };

    /**
     * @param limit how long no cycle may have completed
     * @param clock a monotonic clock
     */
    public Watchdog(Duration limit, Supplier<Duration> clock) {
        this.limit = limit;
        this.clock = clock;
        this.lastLook = clock.get();
    }

    /** A cycle has come to its end. */
    public void fed() {
        Runnable told;
        synchronized (this) {
            hungry = Duration.ZERO;
            completed++;
            told = onCompleted;
        }
        told.run();
    }

    /** How many cycles have completed. */
    public synchronized long completed() {
        return completed;
    }

    /** Tells of each completed cycle, on its thread; {@code onCompleted} must neither block nor throw. */
    public synchronized void tell(Runnable onCompleted) {
        this.onCompleted = onCompleted;
    }

    /** Takes another limit, from now on. */
    public synchronized void goBy(Duration limit) {
        this.limit = limit;
        hungry = Duration.ZERO;
    }

    /** Watches from now on, on a thread of its own, and calls {@code bark} once with how long no cycle completed. */
    public synchronized void start(Consumer<Duration> bark) {
        lastLook = clock.get();
        hungry = Duration.ZERO;
        watches = true;
        Thread thread = new Thread(() -> watch(bark), "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** No cycle is expected any more. */
    public synchronized void stop() {
        watches = false;
    }

    private synchronized boolean watches() {
        return watches;
    }

    /** For how long no cycle has completed. */
    public synchronized Duration hungry() {
        Duration now = clock.get();
        Duration passed = now.minus(lastLook);
        Duration most = pace().multipliedBy(2);
        hungry = hungry.plus(passed.compareTo(most) < 0 ? passed : most);
        lastLook = now;
        return hungry;
    }

    /** Whether it is too long now; to be asked every {@link #pace}. */
    public synchronized boolean isStarving() {
        return hungry().compareTo(limit) > 0;
    }

    synchronized Duration pace() {
        return limit.dividedBy(LOOKS_WITHIN_LIMIT);
    }

    private synchronized Duration limit() {
        return limit;
    }

    private void watch(Consumer<Duration> bark) {
        while (watches()) {
            if (isStarving()) {
                bark.accept(limit());
                return;
            }
            LockSupport.parkNanos(pace().toNanos());
        }
    }
}
