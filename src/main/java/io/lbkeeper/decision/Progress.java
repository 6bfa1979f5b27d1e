package io.lbkeeper.decision;

/** How far an applied change has come, by what its provider says. */
public enum Progress {
    /** Not all of the provider's name servers know it yet. */
    PENDING,
    /** All of them do. */
    IN_SYNC
}
