package io.lbkeeper.command;

import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.report.Account;
import io.lbkeeper.rehearsal.report.Level;
import io.lbkeeper.rehearsal.report.Part;
import io.lbkeeper.rehearsal.report.Rehearsal;
import io.lbkeeper.rehearsal.routes.RouteLevel;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Onlooker;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/**
 * What is rehearsed.
 *
 * @param settings where they are from, for people
 */
record Rehearsed(Cluster cluster, Path routes, String settings) {

    List<String> told() {
        return List.of("routes: " + routes, "settings: " + settings, "nodes: " + String.join(", ", cluster.nodes()));
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
        try {
            return new OfRoutes(new RouteLevel(cluster, routes));
        } catch (RuntimeException e) {
            throw new Unstartable(e);
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
