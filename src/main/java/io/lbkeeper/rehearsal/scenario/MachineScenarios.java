package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Face;
import io.lbkeeper.rehearsal.world.Fault;
import java.time.Duration;
import java.util.List;

/** What happens to machines, their HAProxies and their lbkeepers. */
final class MachineScenarios {
    private MachineScenarios() {
    }

    static List<Scenario> all(Cluster cluster) {
        String owner = cluster.nodes().get(0);
        String standby = cluster.nodes().get(1);
        List<String> standbys = cluster.nodes().subList(1, cluster.size());
        Bounds bounds = new Bounds(cluster);
        return List.of(
                Scenario.named("owner-haproxy-killed", 1)
                        .what("The owner's HAProxy is killed and stays down; the owner hands over by itself.")
                        .forGood(60, new Fault.HaproxyKilled(owner)).endsOn(standby).moves(1)
                        .within(bounds.handOver()),
                Scenario.named("owner-haproxy-hung", 2)
                        .what("The owner's HAProxy takes connections and does not answer any more.")
                        .forGood(60, new Fault.HaproxyHung(owner)).endsOn(standby).moves(1)
                        .within(bounds.handOver()),
                Scenario.named("owner-machine-off", 3).what("The owner's machine is switched off.")
                        .forGood(60, new Fault.MachineOff(owner)).endsOn(standby).moves(1).within(bounds.takeOver()),
                Scenario.named("owner-agent-dead", 5)
                        .what("The owner's lbkeeper is dead and its HAProxy is well: nothing has to move.")
                        .forGood(60, new Fault.AgentKilled(owner)).endsOn(owner),
                Scenario.named("owner-haproxy-killed-standby-agent-dead", 6)
                        .what("The standby's lbkeeper is dead when the owner's HAProxy dies; the owner hands over.")
                        .forGood(60, new Fault.AgentKilled(standby)).forGood(120, new Fault.HaproxyKilled(owner))
                        .endsOn(standby).moves(1),
                Scenario.named("both-dead-then-owner", 11).what("Both machines die; the owner's comes back first.")
                        .with(60, 240, new Fault.MachineOff(owner)).withEach(standbys, 61, 420, Fault.MachineOff::new)
                        .endsOn(owner).within(bounds.comeBack()),
                Scenario.named("both-dead-then-one", 11).what("Both machines die; the standby's comes back first.")
                        .with(60, 420, new Fault.MachineOff(owner)).withEach(standbys, 61, 240, Fault.MachineOff::new)
                        .endsOn(standby).moves(1).within(bounds.comeBack()),
                Scenario.named("all-backends-down", 12)
                        .what("The backends of both are down: no node is better, so nothing moves.")
                        .with(60, 360, new Fault.HaproxyShows(owner, Face.BACKENDS_DOWN))
                        .withEach(standbys, 62, 360, node -> new Fault.HaproxyShows(node, Face.BACKENDS_DOWN))
                        .endsOn(owner),
                Scenario.named("owner-backends-down", 13)
                        .what("Only the owner's backends are down: the name moves once, and does not come back.")
                        .with(60, 360, new Fault.HaproxyShows(owner, Face.BACKENDS_DOWN)).endsOn(standby).moves(1),
                Scenario.named("reload-every-10s", 14).what("The owner's HAProxy is reloaded every 10 s, for 10 min.")
                        .with(60, 660, new Fault.HaproxyReloads(owner, Duration.ofSeconds(10))).endsOn(owner),
                Scenario.named("restart-of-haproxy", 14)
                        .what("The owner's HAProxy is restarted, and is back within lb.grace.")
                        .with(60, 61, new Fault.HaproxyKilled(owner)).endsOn(owner),
                Scenario.named("lines-drop", 14)
                        .what("Something resets the idle connections to the owner's HAProxy every 3 s, for 10 min.")
                        .with(60, 660, new Fault.LinesDrop(owner, Duration.ofSeconds(3))).endsOn(owner).changes(3),
                Scenario.named("soft-stop", 15)
                        .what("The owner's HAProxy stops softly: it takes no new clients and keeps those it has.")
                        .forGood(60, new Fault.HaproxyShows(owner, Face.STOPPING)).endsOn(standby).moves(1)
                        .within(bounds.handOver()),
                unjudged("stats-401", "asks for a password", owner, Face.UNAUTHORIZED),
                unjudged("stats-403", "does not let the standby in", owner, Face.FORBIDDEN),
                unjudged("stats-503", "answers 503", owner, Face.UNAVAILABLE),
                unjudged("stats-garbage", "answers with a web page", owner, Face.GARBAGE),
                Scenario.named("owner-paused-60s", 36)
                        .what("The owner's whole machine stands still for a minute; on waking it first looks.")
                        .with(60, 120, new Fault.MachinePaused(owner)).endsOn(standby).moves(1)
                        .within(bounds.takeOver()),
                Scenario.named("standby-paused-60s", 36).what("The standby's machine stands still for a minute.")
                        .with(60, 120, new Fault.MachinePaused(standby)).endsOn(owner),
                Scenario.named("owner-agent-restarted", 44).what("The owner's lbkeeper is killed and is back in 10 s.")
                        .with(60, 70, new Fault.AgentKilled(owner)).endsOn(owner).changes(3),
                Scenario.named("killed-before-write", 48)
                        .what("The owner's machine dies, and the standby's lbkeeper just before it can challenge.")
                        .forGood(60, new Fault.MachineOff(owner))
                        .with(59, 90, new Fault.AgentKilledBeforeWrite(standby)).endsOn(standby).moves(1),
                Scenario.named("stopped-before-write", 36)
                        .what("The owner is off for a while; the standby is stopped between deciding and writing.")
                        .with(60, 75, new Fault.MachineOff(owner))
                        .withEach(standbys, 59, 150, Fault.AgentFrozenBeforeWrite::new).endsOn(owner));
    }

    private static Scenario unjudged(String name, String does, String owner, Face face) {
        return Scenario.named(name, 17).what("The owner's stats page " + does + ": nobody can judge it, nothing moves.")
                .with(60, 360, new Fault.HaproxyShows(owner, face)).endsOn(owner);
    }
}
