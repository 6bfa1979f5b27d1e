package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Generator;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Trace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many random schedules for the routes of one folder, each with a seed of its own that repeats it: the first has
 * {@code seed}, the next one {@code seed + 1}. Each core plays on nodes of its own.
 */
public record RouteCampaign(Cluster cluster, Path routes, long seed, int schedules) {

    /** What came of one schedule. */
    public record Played(long seed, Verdict verdict) {
    }

    /**
     * What came of all, by their seeds.
     *
     * @param took real time, for a person who wants to know how fast it is
     */
    public record Summary(RouteCampaign campaign, List<Played> all, Duration took) {
        public Summary {
            all = List.copyOf(all);
        }

        public List<Played> broken() {
            return all.stream().filter(played -> !played.verdict().isGood()).toList();
        }

        public int moves() {
            return all.stream().mapToInt(played -> played.verdict().moves()).sum();
        }

        @Override
        public String toString() {
            double seconds = Math.max(0.001, took.toMillis() / 1000.0);
            return String.format(Locale.ROOT, "%d schedules of one simulated hour with %d nodes, seeds from %d: "
                    + "%d moves, %d changes, %d broken; %.1f simulated hours a second", all.size(),
                    campaign.cluster().size(), campaign.seed(), moves(),
                    all.stream().mapToInt(played -> played.verdict().changes()).sum(), broken().size(),
                    all.size() / seconds);
        }
    }

    public Summary play() {
        long begun = System.nanoTime();
        // Logging is set up by one thread: of several that want it at once, some would be told to wait.
        Hush.begin();
        int cores = Math.min(schedules, Runtime.getRuntime().availableProcessors());
        AtomicLong next = new AtomicLong(seed);
        ExecutorService players = Executors.newFixedThreadPool(cores);
        try {
            List<Future<List<Played>>> rows = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                Callable<List<Played>> row = () -> play(next);
                rows.add(players.submit(row));
            }
            List<Played> all = new ArrayList<>();
            for (Future<List<Played>> row : rows) {
                all.addAll(row.get());
            }
            all.sort(Comparator.comparingLong(Played::seed));
            return new Summary(this, all, Duration.ofNanos(System.nanoTime() - begun));
        } catch (ExecutionException e) {
            throw new IllegalStateException("a rehearsal of the routes in " + routes + " failed: "
                    + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a rehearsal ran", e);
        } finally {
            players.shutdownNow();
        }
    }

    /** One schedule once more, with its story. */
    public Verdict story(long ofSeed) {
        try (RouteLevel level = new RouteLevel(cluster, routes)) {
            return level.run(Generator.draw(cluster.nodes(), ofSeed), ofSeed, Trace.kept());
        }
    }

    private List<Played> play(AtomicLong next) {
        List<Played> played = new ArrayList<>();
        try (RouteLevel level = new RouteLevel(cluster, routes)) {
            for (long mine = next.getAndIncrement(); mine < seed + schedules; mine = next.getAndIncrement()) {
                played.add(new Played(mine, play(level, mine)));
            }
        }
        return played;
    }

    private Verdict play(RouteLevel level, long mine) {
        try {
            return level.run(Generator.draw(cluster.nodes(), mine), mine, Trace.off());
        } catch (IllegalStateException e) {
            throw new IllegalStateException("seed " + mine + ": " + e.getMessage(), e);
        }
    }
}
