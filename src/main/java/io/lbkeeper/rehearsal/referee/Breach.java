package io.lbkeeper.rehearsal.referee;

import java.time.Duration;

/**
 * A promise that was broken.
 *
 * @param invariant its name
 * @param what      what happened, in one sentence
 */
public record Breach(Duration at, String invariant, String what) {
    @Override
    public String toString() {
        return invariant + " at " + at.toMillis() / 1000.0 + " s: " + what;
    }
}
