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
     * @param by     a node, or {@code human}
     * @param asked  when it was asked for; where its sender was stopped in that moment, it left later
     * @param before all record sets but the zone's own, in the zone's order
     */
    record AppliedChange(Duration at, String by, Duration asked, ZoneView before, ZoneView after) {
    }
}
