package io.lbkeeper.rehearsal.world;

/** How a node's machine and its HAProxy really are, in one word; the worst that is true. */
public enum Shape {
    OK, DEGRADED, STOPPING, UNKNOWN, DOWN, HUNG, CUT_OFF, OFF, RECYCLED
}
