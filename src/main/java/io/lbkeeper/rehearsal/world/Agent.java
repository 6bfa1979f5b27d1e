package io.lbkeeper.rehearsal.world;

import io.lbkeeper.rehearsal.time.NodeTime;

/** One run of an lbkeeper on one machine, from its start to its end; after a kill a new one is made. */
public interface Agent {
    void start();

    /** Ends it at once, as kill -9 does. Nothing reaches it through its {@link NodeTime} any more. */
    void kill();

    /** Makes the agent of a node. */
    @FunctionalInterface
    interface Maker {
        Agent make(String node, NodeTime time, World world);
    }
}
