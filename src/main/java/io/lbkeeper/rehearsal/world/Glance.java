package io.lbkeeper.rehearsal.world;

/** What of a node is looked at. */
public enum Glance {
    /** Its HAProxy's stats page. */
    PAGE,
    /** Whether the port accepts a connection at which its HAProxy takes clients. */
    PORT,
    /** Whether its machine answers a ping. */
    MACHINE;

    /** By the URL at which it is looked at. */
    public static Glance of(String url) {
        return url.startsWith("tcp:") ? PORT : url.startsWith("ping:") ? MACHINE : PAGE;
    }
}
