package io.lbkeeper.rehearsal.world;

/** What can go wrong with one call of the DNS provider's API. */
public enum ApiTrouble {
    /** 400 Throttling. */
    THROTTLED,
    /** 403 AccessDenied: the role was detached, the clock is wrong, the credentials have expired. */
    FORBIDDEN,
    /** 503 ServiceUnavailable. */
    UNAVAILABLE,
    /** The request never arrives. */
    REQUEST_LOST,
    /** It is carried out, and nobody hears of it. */
    REPLY_LOST,
    /** It is carried out after the caller has given up. */
    LATE,
    /** It takes a large part of the deadline. */
    SLOW
}
