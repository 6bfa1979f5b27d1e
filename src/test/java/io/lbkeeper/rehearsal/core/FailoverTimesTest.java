package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.rehearsal.time.VirtualTime;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Planned;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import io.lbkeeper.rehearsal.world.Visit;
import io.lbkeeper.rehearsal.world.Witness;
import io.lbkeeper.rehearsal.world.World;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How long it takes from a fault to the changed record, in virtual time, with a provider that answers at once: over all
 * phases in which the fault may find the owner's and the standby's cycles. What it prints is in sizing.md.
 */
class FailoverTimesTest {
    private static final Duration AT = Duration.ofSeconds(100);
    private static final Duration LENGTH = Duration.ofSeconds(200);
    private static final Duration API_WAY = Duration.ofMillis(2);
    /** The checks' and the API's own ways, a handful of each. */
    private static final double WAYS_SECONDS = 0.1;
    private static final int PHASES = 20;
    private static final String EACH_SECOND = "lb.check.interval=1s lb.check.timeout=900ms lb.address.timeout=900ms "
            + "lb.route53.timeout=900ms lb.grace=0s ";

    private static final Map<String, String> PROFILES = Map.of("defaults", "",
            "quick", "lb.check.interval=2s lb.check.fastinter=500ms lb.check.timeout=1s lb.address.timeout=1s "
                    + "lb.route53.timeout=1500ms lb.grace=1s",
            "cheap", "lb.check.interval=15s lb.check.fastinter=3s lb.check.timeout=3s lb.grace=3s "
                    + "lb.records.interval=5m");

    private record Times(List<Double> seconds) {
        double mean() {
            return seconds.stream().mapToDouble(second -> second).average().orElseThrow();
        }

        double least() {
            return seconds.stream().mapToDouble(second -> second).min().orElseThrow();
        }

        double most() {
            return seconds.stream().mapToDouble(second -> second).max().orElseThrow();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f s (%.2f to %.2f)", mean(), least(), most());
        }
    }

    /** The floor is fall - 1/2 intervals, and the second that nothing answers in. */
    @ParameterizedTest(name = "{0}, fastinter {1}, fall {2}")
    @CsvSource({"hung, 1s, 1, 1.10", "hung, 1s, 3, 1.10", "blackholed, 1s, 3, 1.10", "blackholed, 500ms, 3, 1.10",
        "hung alone, 1s, 3, 1.10"})
    void whereNothingAnswersItTakesTheFloor(String fault, String fastinter, int fall, double ratio) {
        Times times = times(EACH_SECOND + "lb.check.fastinter=" + fastinter + " lb.check.fall=" + fall, fault);
        double floor = fall - 0.5 + 1;
        System.out.printf(Locale.ROOT, "%s, interval 1 s, fastinter %s, fall %d: %s, %.2f of the floor%n", fault,
                fastinter, fall, times, times.mean() / floor);
        assertThat(times.mean()).as("%s", times).isLessThanOrEqualTo(ratio * floor);
    }

    @Test
    void whereConnectionsAreRefusedItTakesTheCountingAndNoMore() {
        Times times = times(EACH_SECOND + "lb.check.fastinter=1s lb.check.fall=3", "killed alone");
        System.out.printf(Locale.ROOT, "killed alone, interval 1 s, fall 3: %s, %.2f of the floor%n", times,
                times.mean() / 2.5);
        assertThat(times.mean()).as("%s", times).isLessThanOrEqualTo(1.05 * 2.5);
    }

    /** The three profiles of sizing.md: the bounds of its table, in seconds. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            defaults | killed       |  2 |  2
            defaults | hung         |  4 |  9
            defaults | killed alone |  7 | 10
            defaults | blackholed   |  9 | 14
            quick    | killed       |  1 |  1
            quick    | hung         |  2 |  4
            quick    | killed alone |  3 |  4.5
            quick    | blackholed   |  4 |  6
            cheap    | killed       |  3 |  3
            cheap    | hung         |  6 | 21
            cheap    | killed alone | 21 | 27
            cheap    | blackholed   | 24 | 39
            """)
    void theTableOfTheThreeProfilesHolds(String profile, String fault, double least, double most) {
        Times times = times(PROFILES.get(profile), fault);
        System.out.printf(Locale.ROOT, "%s, %s: %s%n", profile, fault, times);
        // The phases that are tried lie so far apart.
        double step = most > least ? cluster(PROFILES.get(profile)).settings().interval().toMillis() / 1000.0 / PHASES
                : 0;
        assertThat(times.least()).as("%s", times).isBetween(least, least + step + WAYS_SECONDS);
        assertThat(times.most()).as("%s", times).isBetween(most - step, most + WAYS_SECONDS);
    }

    private static Times times(String settings, String fault) {
        Cluster cluster = cluster(settings);
        List<Double> seconds = new ArrayList<>();
        for (int phase = 0; phase < PHASES; phase++) {
            Duration step = cluster.settings().interval().multipliedBy(phase).dividedBy(PHASES);
            seconds.add(seconds(cluster, fault, step, phase));
        }
        return new Times(seconds);
    }

    /** From the fault to the change that gives the other node the name. */
    private static double seconds(Cluster cluster, String fault, Duration step, long seed) {
        List<Planned> faults = faults(fault).stream().map(one -> new Planned(AT.plus(step), Planned.FOR_GOOD, one))
                .toList();
        // The standby's cycles come in the middle between the owner's.
        Schedule schedule = new Schedule(faults, List.of(Duration.ZERO, cluster.settings().interval().multipliedBy(5)
                .dividedBy(2)), LENGTH);
        VirtualTime time = new VirtualTime();
        World world = new World(cluster, time, seed, Trace.off(), API_WAY, API_WAY.plusNanos(1));
        Takings takings = new Takings(cluster.rules("lb1"));
        world.watchedBy(takings);
        world.begin(schedule, (node, nodeTime, where) -> new CoreAgent(node, nodeTime, where, Wiring.shipped()));
        time.runUntil(LENGTH);
        assertThat(takings.at).as("when lb2 got the name; settings %s, %s at %s", cluster.settings().interval(), fault,
                AT.plus(step)).isPresent();
        return takings.at.get().minus(AT).minus(step).toNanos() / 1e9;
    }

    private static List<Fault> faults(String fault) {
        return switch (fault) {
            case "killed" -> List.of(new Fault.HaproxyKilled("lb1"));
            case "hung" -> List.of(new Fault.HaproxyHung("lb1"));
            case "killed alone" -> List.of(new Fault.HaproxyKilled("lb1"), new Fault.AgentKilled("lb1"));
            case "hung alone" -> List.of(new Fault.HaproxyHung("lb1"), new Fault.AgentKilled("lb1"));
            case "blackholed" -> List.of(new Fault.MachineBlackholed("lb1"));
            default -> throw new IllegalArgumentException(fault);
        };
    }

    /** Two nodes with the defaults, and what else is laid down, as {@code lb.check.fall=1 lb.ttl=30s}. */
    static Cluster cluster(String settings) {
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZREHEARSAL"));
        for (String setting : settings.isBlank() ? new String[0] : settings.strip().split(" +")) {
            all.put(setting.split("=")[0], setting.split("=")[1]);
        }
        try {
            return Cluster.of(Settings.of(all, "the test", Set.of()));
        } catch (SettingsException e) {
            throw new IllegalArgumentException(settings, e);
        }
    }

    /** When lb2 became the owner. */
    private static final class Takings implements Witness {
        private final Rules rules;
        private Optional<Duration> at = Optional.empty();

        Takings(Rules rules) {
            this.rules = rules;
        }

        @Override
        public void changed(AppliedChange change) {
            Optional<String> owner = Records.of(change.after().sets(), rules).claim().map(OwnerRecord::owner);
            at = owner.filter("lb2"::equals).isPresent() ? at.or(() -> Optional.of(change.at())) : Optional.empty();
        }

        @Override
        public void visited(String fromNode, String address, Visit visit) {
        }

        @Override
        public void shifted() {
        }

        @Override
        public void started(String node) {
        }
    }
}
