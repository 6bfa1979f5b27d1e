package io.lbkeeper.decision;

/** What one check says of one HAProxy. */
public enum Health {
    /** It answers as the right node, takes clients, and every required backend is usable. */
    OK,
    /** It answers, but a required backend is down. */
    DEGRADED,
    /** It answers, but takes no new clients any more. */
    STOPPING,
    /** Refused, reset, timed out or unreachable. */
    DEAD,
    /** Something answers at its address, but it is not this node: a recycled cloud address. */
    STRANGER,
    /** It could not be judged. Never moves the record. */
    UNKNOWN;

    /** Whether a check with this result is a failed one: it can cost its node the service record. */
    public boolean isFailure() {
        return this == DEGRADED || this == STOPPING || this == DEAD || this == STRANGER;
    }
}
