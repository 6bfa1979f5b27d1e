package io.lbkeeper.rehearsal.world;

/** Whether a node's lbkeeper is there. */
public enum Pulse {
    RUNNING, FROZEN, GONE
}
