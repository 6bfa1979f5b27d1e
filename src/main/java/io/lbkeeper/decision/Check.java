package io.lbkeeper.decision;

import java.util.Objects;

/** One look at one HAProxy: the verdict and, in a few words for people, what it rests on. */
public record Check(Health health, String detail) {
    public Check {
        Objects.requireNonNull(health);
        Objects.requireNonNull(detail);
    }

    @Override
    public String toString() {
        return health + " (" + detail + ")";
    }
}
