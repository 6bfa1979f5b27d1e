package io.lbkeeper.rehearsal.world;

/** What a call of the DNS provider's API is for: some faults wait for a change to be sent. */
public enum Call {
    READ, WRITE,
    /** Reads, but not for a cycle. Its chances are drawn apart: a cycle has the same ones whether it is made or not. */
    READ_BESIDE
}
