package io.lbkeeper.decision;

import java.util.Objects;

/**
 * One look at one HAProxy: the verdict and, in a few words for people, what it rests on.
 *
 * @param agent whether the lbkeeper on that machine is heard of
 */
public record Check(Health health, String detail, Agent agent) {
    /** Of one that has not answered in time. */
    public static final Check TIMED_OUT = new Check(Health.DEAD, "timed out");
    /** Of one to which the network knows no way. */
    public static final Check UNREACHABLE = new Check(Health.DEAD, "no route to it");

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

    /** Whether nothing came back from there at all; such a check may take all of its time. */
    public boolean isSilent() {
        return equals(TIMED_OUT) || equals(UNREACHABLE);
    }

    @Override
    public String toString() {
        return health + " (" + detail + ")";
    }
}
