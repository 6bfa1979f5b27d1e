package bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits with a deadline, and pauses that belong to a measurement. */
public final class Wait {
    private static final long LOOK_NANOS = Duration.ofMillis(5).toNanos();

    private Wait() {
    }

    public static void until(String what, Duration atMost, BooleanSupplier condition) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new Missed(what + " not within " + atMost.toMillis() / 1000.0 + " s");
            }
            if (Thread.interrupted()) {
                throw new Missed(what + " not awaited, since the bench was stopped");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    public static void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
