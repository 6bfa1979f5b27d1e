package io.lbkeeper.rehearsal.core;

import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Generator;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Many random schedules, each with a seed of its own that repeats it: the first has {@code seed}, the next one
 * {@code seed + 1}. They share nothing, so that all cores can work.
 */
public record Campaign(Cluster cluster, Wiring wiring, long seed, int schedules) {

    /** What came of one schedule. */
    public record Played(long seed, Verdict verdict) {
    }

    /**
     * What came of all.
     *
     * @param took real time, for a person who wants to know how fast it is
     */
    public record Summary(Campaign campaign, List<Played> broken, long moves, long changes, Duration took) {
        @Override
        public String toString() {
            double seconds = Math.max(0.001, took.toMillis() / 1000.0);
            return String.format(Locale.ROOT, "%d schedules of one simulated hour with %d nodes, seeds from %d: "
                    + "%d moves, %d changes, %d broken; %.0f simulated hours a second", campaign.schedules(),
                    campaign.cluster().size(), campaign.seed(), moves, changes, broken.size(),
                    campaign.schedules() / seconds);
        }
    }

    public Summary play() {
        long begun = System.nanoTime();
        List<Played> all = LongStream.range(seed, seed + schedules).parallel().mapToObj(this::play).toList();
        return new Summary(this, all.stream().filter(played -> !played.verdict().isGood()).toList(),
                all.stream().mapToLong(played -> played.verdict().moves()).sum(),
                all.stream().mapToLong(played -> played.verdict().changes()).sum(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    /** The first schedule, by its number, that breaks this invariant. */
    public Optional<Played> firstBreaking(String invariant) {
        return LongStream.range(seed, seed + schedules).parallel().mapToObj(this::play)
                .filter(played -> played.verdict().breaks(invariant)).findFirst();
    }

    /** One schedule once more, with its story. */
    public Verdict story(long ofSeed) {
        return play(ofSeed, Trace.kept());
    }

    private Played play(long ofSeed) {
        return new Played(ofSeed, play(ofSeed, Trace.off()));
    }

    private Verdict play(long ofSeed, Trace trace) {
        Schedule schedule = Generator.draw(cluster.nodes(), ofSeed);
        return CoreRun.of(cluster, schedule, ofSeed, wiring, trace);
    }
}
