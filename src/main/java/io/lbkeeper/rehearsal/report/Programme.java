package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Expected;
import io.lbkeeper.rehearsal.scenario.Generator;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is to be played: scenarios of the catalogue, and hours of random faults. */
public final class Programme {
    /** By this name people ask for random faults alone. */
    public static final String RANDOM = "random";

    private final Cluster cluster;
    private final long seed;
    private final String options;
    private final List<Part> parts = new ArrayList<>();

    /** @param options those of the command line that have to be given again to repeat a part; each after a space */
    public Programme(Cluster cluster, long seed, String options) {
        this.cluster = cluster;
        this.seed = seed;
        this.options = options;
    }

    public Programme with(Scenario scenario) {
        Duration end = scenario.schedule().length();
        parts.add(new Part(scenario.name(), scenario.what(), scenario.schedule(), seed,
                verdict -> unexpected(scenario.expected(), verdict, end), command(scenario.name(), seed),
                Shortfall.of(cluster, scenario.schedule())));
        return this;
    }

    /** One part for each hour: each hour's seed follows the last one's. */
    public Programme withRandomHours(int hours) {
        for (long hour = seed; hour < seed + hours; hour++) {
            Schedule schedule = Generator.draw(cluster.nodes(), hour);
            parts.add(new Part(RANDOM + "-" + hour, "One hour of random faults: "
                    + schedule.faults().size() + ", drawn from the seed " + hour + ".", schedule, hour,
                    verdict -> List.of(), command(RANDOM + " --hours 1", hour), Shortfall.of(cluster, schedule)));
        }
        return this;
    }

    public List<Part> parts() {
        return List.copyOf(parts);
    }

    private String command(String what, long ofSeed) {
        return "bin/lbkeeper rehearse " + what + " --seed " + ofSeed + options;
    }

    /** Broken promises are told by themselves. */
    private static List<Breach> unexpected(Expected expected, Verdict verdict, Duration end) {
        Verdict unbroken = new Verdict(List.of(), verdict.moves(), verdict.changes(), verdict.holder(),
                verdict.recovery(), List.of());
        return expected.judge(unbroken).stream().map(what -> new Breach(end, Account.AS_EXPECTED, what)).toList();
    }
}
