package io.lbkeeper.dnsupdate;

/** Why an operation has not come to what it was asked for. */
public enum DnsFailureKind {
    /** A prerequisite does not hold: nothing was changed. */
    LOST_RACE,
    /** It does not serve the zone, or only a copy of it (NOTAUTH). */
    NOT_AUTHORITATIVE,
    /** It may not, or wants not (REFUSED). */
    REFUSED,
    /** It knows no updates (NOTIMP). */
    NOT_IMPLEMENTED,
    /** A name is outside the zone (NOTZONE), or the zone has given it to other servers. */
    NOT_IN_ZONE,
    /** It does not know the key (BADKEY). */
    BAD_KEY,
    /** It has another secret for the key (BADSIG). */
    BAD_SIGNATURE,
    /** The two clocks are too far apart (BADTIME). */
    BAD_TIME,
    /** It has failed (SERVFAIL): a server that passes updates on may say so of one that was applied. */
    SERVER_FAILURE,
    /** It says that it can't read what was sent (FORMERR). */
    FORMAT_ERROR,
    /** It was not reached: no such host, or the connection was refused. */
    UNREACHABLE,
    /** It was asked, and no answer came that can be trusted. */
    NO_ANSWER;

    /** Whether another server of the zone can be asked the same: this one surely has done nothing. */
    public boolean isNotThisServer() {
        return this == NOT_AUTHORITATIVE || this == REFUSED || this == NOT_IMPLEMENTED || this == UNREACHABLE;
    }

    /** Whether an update may have been applied all the same. */
    public boolean isInDoubt() {
        return this == NO_ANSWER || this == SERVER_FAILURE;
    }
}
