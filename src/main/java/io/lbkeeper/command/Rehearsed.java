package io.lbkeeper.command;

import io.lbkeeper.rehearsal.core.CoreRun;
import io.lbkeeper.rehearsal.core.Wiring;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.report.Account;
import io.lbkeeper.rehearsal.report.Level;
import io.lbkeeper.rehearsal.report.Part;
import io.lbkeeper.rehearsal.report.Rehearsal;
import io.lbkeeper.rehearsal.report.Shortfall;
import io.lbkeeper.rehearsal.routes.RouteLevel;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Onlooker;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * What is rehearsed.
 *
 * @param core     whether the decisions alone are rehearsed, without the routes
 * @param settings where they are from, for people
 */
record Rehearsed(Cluster cluster, Path routes, boolean core, String settings) {

    List<String> told() {
        Stream<String> what = Stream.of(core ? "routes: none of them, the decisions alone (--core)" : "routes: "
                + routes, "settings: " + settings, "nodes: " + String.join(", ", cluster.nodes()));
        return Stream.concat(what, Shortfall.told(cluster).stream()).toList();
    }

    /** @throws UsageException if the routes don't start */
    List<Account> play(List<Part> parts, IntConsumer progress) throws UsageException, InterruptedException {
        // Logging is set up by one thread: of several that want it at once, some would be told to wait.
        LoggerFactory.getILoggerFactory();
        try {
            return new Rehearsal(this::level, Runtime.getRuntime().availableProcessors(), progress).play(parts);
        } catch (Unstartable e) {
            throw new UsageException("the routes in " + routes + " could not be started: " + Causes.of(e.getCause()));
        }
    }

    private Level level() {
        if (core) {
            return new OfCore(cluster);
        }
        try {
            return new OfRoutes(new RouteLevel(cluster, routes));
        } catch (RuntimeException e) {
            throw new Unstartable(e);
        }
    }

    private record OfCore(Cluster cluster) implements Level {
        @Override
        public Verdict run(Schedule schedule, long seed, Trace trace, Onlooker onlooker) {
            return CoreRun.of(cluster, schedule, seed, Wiring.shipped(), trace, onlooker);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    private record OfRoutes(RouteLevel routes) implements Level {
        @Override
        public Verdict run(Schedule schedule, long seed, Trace trace, Onlooker onlooker) {
            return routes.run(schedule, seed, trace, onlooker);
        }

        @Override
        public void close() {
            routes.close();
        }
    }

    private static final class Unstartable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unstartable(RuntimeException cause) {
            super(cause);
        }
    }
}
