package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.rehearsal.referee.Referee;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.time.VirtualTime;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Onlooker;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import io.lbkeeper.rehearsal.world.World;
import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The nodes of a cluster, each run by the real Camel with the routes of one folder, for one schedule after another.
 * Not for several threads at once; a second one has a level of its own.
 */
public final class RouteLevel implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final Function<Settings, SimulatedProvider> providers;
    private final Baton baton;
    private final Map<String, RouteNode> nodes = new LinkedHashMap<>();

    /** Loads the routes for each node; that takes its time, so that a level is to be used for many schedules. */
    public RouteLevel(Cluster cluster, Path routes) {
        this(cluster, routes, PATIENCE);
    }

    /** @param patience for how long one step of a route may work, or wait for what is not simulated, in real time */
    RouteLevel(Cluster cluster, Path routes, Duration patience) {
        this(cluster, routes, patience, SimulatedProvider::of);
    }

    /** @param providers makes what answers for the DNS provider, for each run anew */
    RouteLevel(Cluster cluster, Path routes, Duration patience, Function<Settings, SimulatedProvider> providers) {
        this.cluster = cluster;
        this.providers = providers;
        baton = new Baton(patience);
        Hush.begin();
        Path folder = routes.toAbsolutePath().normalize();
        try {
            cluster.nodes().forEach(node -> nodes.put(node,
                    new RouteNode(cluster.settings().forNode(node), folder, baton)));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What {@code lb.dns} may be for this: the kamelets of any other provider would find nobody to talk to. */
    public static Set<String> providers() {
        return SimulatedProvider.names();
    }

    /**
     * Runs one schedule. The same arguments always give the same verdict.
     *
     * @param seed for all that is left to chance in the world
     */
    public Verdict run(Schedule schedule, long seed, Trace trace) {
        return run(schedule, seed, trace, Onlooker.NOBODY);
    }

    /** The same before somebody's eyes. */
    public Verdict run(Schedule schedule, long seed, Trace trace, Onlooker onlooker) {
        VirtualTime time = new VirtualTime();
        World world = new World(cluster, time, seed, trace);
        Referee referee = Referee.watch(world, time, schedule);
        onlooker.joins(world, referee);
        SimulatedProvider provider = providers.apply(cluster.settings());
        world.begin(schedule, (node, nodeTime, where) -> nodes.get(node).agent(nodeTime, where, provider));
        baton.run(time, schedule.length());
        Verdict verdict = referee.verdict();
        endAll();
        return verdict;
    }

    /** What the routes would have done to the outside up to now, such as a mail or a web hook, and how often. */
    public Map<String, Integer> keptInside() {
        Map<String, Integer> kept = new TreeMap<>();
        nodes.values().forEach(node -> node.keptInside().forEach((what, times) ->
                kept.merge(what, times, Integer::sum)));
        return kept;
    }

    /** In a time of its own, in which nothing else happens any more. */
    private void endAll() {
        VirtualTime after = new VirtualTime();
        after.after(Duration.ZERO, () -> nodes.values().forEach(RouteNode::end));
        baton.run(after, Duration.ZERO);
    }

    @Override
    public void close() {
        nodes.values().forEach(RouteNode::close);
        baton.close();
    }
}
