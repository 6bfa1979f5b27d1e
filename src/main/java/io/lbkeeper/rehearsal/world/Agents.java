package io.lbkeeper.rehearsal.world;

import io.lbkeeper.rehearsal.time.NodeTime;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** The lbkeeper on each machine: started, killed, stopped and let go on as the faults say. */
final class Agents {
    private final Cluster cluster;
    private final VirtualTime time;
    private final Trace trace;
    private final NodeTime[] times;
    private final Agent[] running;
    private final boolean[] begun;
    private Agent.Maker maker;
    private World world;
    private Consumer<String> onStart;
    private Conditions latest;

    Agents(Cluster cluster, VirtualTime time, Trace trace) {
        this.cluster = cluster;
        this.time = time;
        this.trace = trace;
        times = new NodeTime[cluster.size()];
        running = new Agent[cluster.size()];
        begun = new boolean[cluster.size()];
        for (int node = 0; node < times.length; node++) {
            times[node] = new NodeTime(time);
        }
    }

    /**
     * Each machine comes up by itself, at its time or somewhere in the first interval; what it does then,
     * {@link #shift} says.
     */
    void begin(Agent.Maker agentMaker, World where, List<Duration> starts, SplittableRandom random,
            Consumer<String> told) {
        maker = agentMaker;
        world = where;
        onStart = told;
        long span = cluster.settings().interval().toNanos();
        for (int node = 0; node < times.length; node++) {
            int number = node;
            Duration chance = Duration.ofNanos(random.nextLong(span));
            time.at(node < starts.size() ? starts.get(node) : chance, () -> {
                begun[number] = true;
                where.agentMayRun();
            });
        }
    }

    NodeTime time(int node) {
        return times[node];
    }

    /** Whether it has been started and not been killed, stopped or not. */
    boolean isThere(int node) {
        return running[node] != null;
    }

    boolean runs(int node) {
        return running[node] != null && !times[node].isFrozen();
    }

    void shift(Conditions now) {
        latest = now;
        for (int node = 0; node < times.length; node++) {
            boolean shallRun = begun[node] && !now.off[node] && !now.agentDown[node];
            if (!shallRun && running[node] != null) {
                kill(node);
            }
            if (now.frozen[node] && !times[node].isFrozen()) {
                times[node].freeze();
            }
            if (shallRun && running[node] == null) {
                start(node);
            }
            if (!now.frozen[node] && times[node].isFrozen()) {
                thawSoon(node);
            }
        }
    }

    /** As an event of its own: what the agent does at its thaw may shift the world again. */
    private void thawSoon(int node) {
        time.after(Duration.ZERO, () -> {
            if (!latest.frozen[node]) {
                times[node].thaw();
            }
        });
    }

    private void kill(int node) {
        trace.add(time.now(), cluster.nodes().get(node), Kind.AGENT, () -> "lbkeeper is killed");
        times[node].kill();
        Agent gone = running[node];
        running[node] = null;
        gone.kill();
    }

    private void start(int node) {
        String name = cluster.nodes().get(node);
        trace.add(time.now(), name, Kind.AGENT, () -> "lbkeeper starts");
        Agent agent = maker.make(name, times[node], world);
        running[node] = agent;
        onStart.accept(name);
        times[node].gated(agent::start).run();
    }
}
