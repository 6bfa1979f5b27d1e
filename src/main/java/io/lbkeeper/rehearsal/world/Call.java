package io.lbkeeper.rehearsal.world;

/** What a call of the DNS provider's API is for: some faults wait for a change to be sent. */
public enum Call {
    READ, WRITE
}
