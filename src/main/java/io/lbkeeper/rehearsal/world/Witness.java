package io.lbkeeper.rehearsal.world;

import java.time.Duration;

/** Who is told what really happens, as it happens. */
public interface Witness {
    /** One who looks away. */
    Witness NOBODY = new Witness() {
        @Override
        public void changed(AppliedChange change) {
        }

        @Override
        public void visited(String fromNode, String address, Visit visit) {
        }

        @Override
        public void shifted() {
        }

        @Override
        public void started(String node) {
        }
    };

    /** The records have changed. */
    void changed(AppliedChange change);

    /** A node has had an answer, or none, from whoever is at {@code address}; empty for its own HAProxy. */
    void visited(String fromNode, String address, Visit visit);

    /** A fault has begun or healed, or an agent has started or ended. */
    void shifted();

    /** An agent's run begins: what it remembered is gone. */
    void started(String node);

    /**
     * A change of the records.
     *
     * @param before all record sets but the zone's own, in the zone's order
     */
    record AppliedChange(Duration at, Sender by, ZoneView before, ZoneView after) {
    }

    /**
     * Who asked for a change.
     *
     * @param name       a node, or {@code human}
     * @param generation which of the node's runs: one that has ended since is still the one that asked
     * @param asked      when; where the sender was stopped in that moment, the change left later
     */
    record Sender(String name, int generation, Duration asked) {
    }
}
