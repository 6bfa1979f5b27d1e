package io.lbkeeper.route53;

/** What a failure means for whoever asked; the header {@link Route53Constants#ERROR_KIND} carries its name. */
public enum Route53FailureKind {
    /** The message lacks something or holds the wrong thing. Nothing was changed. */
    WRONG_CALL,

    /**
     * A record set is not as the call takes it to be: one to create is there, one to delete is absent or has other
     * values. Nothing was changed; read and think again.
     */
    CONFLICT,

    /** AWS refused for now: Throttling, PriorRequestNotComplete. Nothing was changed; ask again later. */
    NOT_NOW,

    /** AWS refused for another reason, which its code tells. Nothing was changed; the same call would fail again. */
    REFUSED,

    /**
     * There is no answer of AWS's, or it says that its server failed: a time-out, no connection, a proxy's page. A
     * change may have been made or not; read the records.
     */
    UNKNOWN
}
