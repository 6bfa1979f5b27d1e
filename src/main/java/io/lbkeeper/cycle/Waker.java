package io.lbkeeper.cycle;

import java.time.Duration;

/** Gets a cycle asked whether it is due, beside its timer's period and never while another one is under way. */
@FunctionalInterface
public interface Waker {
    /** @param moment by the monotonic clock of the cycles; one that has passed means at once */
    void wakeAt(Duration moment);
}
