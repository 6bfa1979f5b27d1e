package io.lbkeeper.decision;

import java.util.Objects;

/**
 * One look at one HAProxy: the verdict and, in a few words for people, what it rests on.
 *
 * @param agent whether the lbkeeper on that machine is heard of
 */
public record Check(Health health, String detail, Agent agent) {
    /** What an HAProxy says of the lbkeeper beside it. */
    public enum Agent {
        /** It has asked its HAProxy lately. */
        ALIVE,
        /** It has, and does not want the name: it is drained. */
        LEAVING,
        /** It has not. */
        SILENT,
        /** Nothing is said of it. */
        UNTOLD
    }

    public Check {
        Objects.requireNonNull(health);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(agent);
    }

    public Check(Health health, String detail) {
        this(health, detail, Agent.UNTOLD);
    }

    @Override
    public String toString() {
        return health + " (" + detail + ")";
    }
}
