package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Health;
import io.lbkeeper.rehearsal.time.VirtualTime;

/** How things really are at this moment. Nodes go by their numbers, in the cluster's order. */
public final class Truth {
    private final Conditions now;
    private final Machines machines;
    private final Addresses addresses;
    private final Agents agents;
    private final Provider provider;
    private final VirtualTime time;

    Truth(Conditions now, Machines machines, Addresses addresses, Agents agents, Provider provider,
            VirtualTime time) {
        this.now = now;
        this.machines = machines;
        this.addresses = addresses;
        this.agents = agents;
        this.provider = provider;
        this.time = time;
    }

    /** Whether its HAProxy serves clients, who can reach its machine. */
    public boolean serves(int node) {
        return isUp(node) && !now.blackholed[node] && face(node).serves();
    }

    /** Whether its HAProxy is OK to whoever is on the same machine. */
    public boolean haproxyIsOk(int node) {
        return isUp(node) && face(node).health() == Health.OK;
    }

    /** How its machine and its HAProxy are. */
    public Shape shape(int node) {
        if (now.recycled[node] || now.off[node]) {
            return now.recycled[node] ? Shape.RECYCLED : Shape.OFF;
        }
        if (now.haproxyDown[node] || now.haproxyHung[node]) {
            return now.haproxyDown[node] ? Shape.DOWN : Shape.HUNG;
        }
        if (now.blackholed[node]) {
            return Shape.CUT_OFF;
        }
        return switch (machines.face(node, now, time.now().toNanos()).health()) {
            case OK -> Shape.OK;
            case DEGRADED -> Shape.DEGRADED;
            case STOPPING -> Shape.STOPPING;
            default -> Shape.UNKNOWN;
        };
    }

    public Pulse pulse(int node) {
        return agents.runs(node) ? Pulse.RUNNING : agents.isThere(node) ? Pulse.FROZEN : Pulse.GONE;
    }

    /** Whether its lbkeeper runs and is not stopped. */
    public boolean agentRuns(int node) {
        return agents.runs(node);
    }

    /** Whether every call of the API succeeds from there, as fast as usual. */
    public boolean reachesApi(int node) {
        return !now.off[node] && !now.apiCut[node] && !now.blackholed[node] && now.apiFails.get(node).isEmpty();
    }

    /** Whether its address source tells the truth at once. */
    public boolean knowsItsAddress(int node) {
        return now.source[node] == null;
    }

    public String address(int node) {
        return addresses.of(node);
    }

    /** How many runs of its lbkeeper have ended. */
    public int generation(int node) {
        return agents.time(node).generation();
    }

    public ZoneView records() {
        return provider.view();
    }

    private boolean isUp(int node) {
        return !now.off[node] && !now.haproxyDown[node] && !now.haproxyHung[node];
    }

    private Face face(int node) {
        return machines.face(node, now, time.now().toNanos());
    }
}
