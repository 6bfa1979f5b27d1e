package io.lbkeeper.rehearsal.core;

import io.lbkeeper.rehearsal.referee.Referee;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.time.VirtualTime;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Onlooker;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import io.lbkeeper.rehearsal.world.World;

/** One run of the decision core through one schedule. */
public final class CoreRun {
    private CoreRun() {
    }

    /**
     * The same arguments always give the same verdict.
     *
     * @param seed for all that is left to chance in the world
     */
    public static Verdict of(Cluster cluster, Schedule schedule, long seed, Wiring wiring, Trace trace) {
        return of(cluster, schedule, seed, wiring, trace, Onlooker.NOBODY);
    }

    /** The same before somebody's eyes. */
    public static Verdict of(Cluster cluster, Schedule schedule, long seed, Wiring wiring, Trace trace,
            Onlooker onlooker) {
        VirtualTime time = new VirtualTime();
        World world = new World(cluster, time, seed, trace);
        Referee referee = Referee.watch(world, time, schedule);
        onlooker.joins(world, referee);
        world.begin(schedule, (node, nodeTime, where) -> new CoreAgent(node, nodeTime, where, wiring));
        time.runUntil(schedule.length());
        return referee.verdict();
    }
}
