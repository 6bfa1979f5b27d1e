package io.lbkeeper.supervision;

import java.time.Duration;

/** The time, and waiting. */
public interface Pauses {

    /** On a monotonic clock. */
    Duration now();

    void pause(Duration time) throws InterruptedException;

    static Pauses real() {
        return new Pauses() {
            @Override
            public Duration now() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void pause(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }
        };
    }
}
