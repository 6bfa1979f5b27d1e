package io.lbkeeper.rehearsal.world;

import java.time.Duration;

/**
 * A fault and when it is there.
 *
 * @param until when it heals; {@link #FOR_GOOD} where it does not
 */
public record Planned(Duration from, Duration until, Fault fault) {
    public static final Duration FOR_GOOD = Duration.ofDays(36_500);

    public boolean heals() {
        return !until.equals(FOR_GOOD);
    }

    Planned later(Duration by) {
        return new Planned(from.plus(by), heals() ? until.plus(by) : until, fault);
    }
}
