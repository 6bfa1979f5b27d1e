package io.lbkeeper.scale;

import io.lbkeeper.localroute53.faults.RateLimit;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Schedule;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What {@code bin/bench api} runs: many pairs, and one service with many nodes, on one AWS account, with the real
 * cycles and decisions in virtual time. Arguments {@code key=value} are settings that all nodes have, any others parts
 * of the names of the trials to run.
 */
public final class ApiLoad {
    private static final long SEED = 1;
    private static final Duration LENGTH = Duration.ofHours(3);
    private static final int AT_SECONDS = 600;
    private static final List<Integer> PAIRS = List.of(1, 10, 23, 40, 100, 500);
    private static final List<Integer> NODES = List.of(2, 10, 50);
    private static final int MOST_NODES = 50;

    private final PrintStream out;
    private final Map<String, String> settings;
    private final List<String> wanted;

    /** What befalls all groups at once, and for how long after that is counted. */
    private record Trial(String name, Duration counted, double othersPerSecond, IntFunction<Schedule> ofGroup) {
    }

    private ApiLoad(PrintStream out, List<String> arguments) {
        this.out = out;
        settings = arguments.stream().filter(argument -> argument.contains("="))
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        wanted = arguments.stream().filter(argument -> !argument.contains("=")).toList();
    }

    public static void main(String[] arguments) {
        new ApiLoad(System.out, List.of(arguments)).run();
    }

    private void run() {
        heading("pairs");
        for (Trial trial : wanted(trials())) {
            PAIRS.forEach(pairs -> tell(trial, pairs, pairs, 2));
        }
        heading("nodes");
        for (Trial trial : wanted(List.of(rest(), ownerLost()))) {
            NODES.forEach(nodes -> tell(trial, nodes, 1, nodes));
        }
    }

    private List<Trial> wanted(List<Trial> all) {
        return all.stream().filter(trial -> wanted.isEmpty() || wanted.stream().anyMatch(trial.name()::contains))
                .toList();
    }

    private List<Trial> trials() {
        Duration tenMinutes = Duration.ofMinutes(10);
        return List.of(rest(),
                new Trial("all start at once", tenMinutes, 0, group -> together()
                        .with(AT_SECONDS - 30, AT_SECONDS, new Fault.MachineOff("lb1"))
                        .with(AT_SECONDS - 30, AT_SECONDS, new Fault.MachineOff("lb2"))),
                new Trial("lost zone", tenMinutes, 0, ApiLoad::lostZone),
                new Trial("all links cut", tenMinutes, 0, group -> apart(group)
                        .with(AT_SECONDS, AT_SECONDS + 600, new Fault.LinkCut("lb1", "lb2"))),
                new Trial("an hour of others, 20/s", Duration.ofHours(1), 20, ApiLoad::apart),
                new Trial("others 20/s, lost zone", tenMinutes, 20, ApiLoad::lostZone),
                new Trial("others 20/s, links cut", tenMinutes, 20, group -> apart(group)
                        .with(AT_SECONDS, AT_SECONDS + 600, new Fault.LinkCut("lb1", "lb2"))));
    }

    private static Trial rest() {
        return new Trial("at rest", Duration.ofMinutes(10), 0, ApiLoad::apart);
    }

    private static Trial ownerLost() {
        return new Trial("owner lost", Duration.ofMinutes(10), 0, group -> apart(group)
                .forGood(AT_SECONDS, new Fault.MachineBlackholed("lb1")));
    }

    /** Half of the machines fall silent: of every other pair the owner, of the rest the standby. */
    private static Schedule lostZone(int group) {
        return apart(group).forGood(AT_SECONDS, new Fault.MachineBlackholed(group % 2 == 0 ? "lb1" : "lb2"));
    }

    /** The first node comes up first, somewhere in the first minutes, so that it is the owner. */
    private static Schedule apart(int group) {
        SplittableRandom random = new SplittableRandom(group);
        Duration first = Duration.ofMillis(random.nextLong(240_000));
        return new Schedule(List.of(), IntStream.range(0, MOST_NODES).mapToObj(node -> node == 0 ? first
                : first.plusMillis(random.nextLong(2_000, 60_000))).toList(), LENGTH);
    }

    private static Schedule together() {
        return new Schedule(List.of(), List.of(Duration.ZERO, Duration.ofSeconds(20)), LENGTH);
    }

    private void heading(String unit) {
        out.printf("%n%-26s %5s  %9s %9s %9s %9s  %11s  %5s %8s %8s %6s %9s%n", "", unit, "offered/s", "busiest s",
                "served/s", "throttled", "owner unread", "moved", "median s", "last s", "false", "checks/s");
    }

    private void tell(Trial trial, int size, int groups, int nodesEach) {
        Fleet fleet = new Fleet(RateLimit.parse("aws"), groups, nodesEach, settings, SEED);
        fleet.begin(trial.ofGroup());
        Duration from = Duration.ofSeconds(AT_SECONDS);
        Duration until = from.plus(trial.counted());
        if (trial.othersPerSecond() > 0) {
            fleet.busyOthers(trial.othersPerSecond(), from, until);
        }
        Fleet.Figures seen = fleet.count(from, until);
        List<Duration> moved = seen.moved();
        out.printf(Locale.ROOT, "%-26s %5d  %9.2f %9d %9.2f %8.1f%%  %10.1f s  %5d %8s %8s %6d %9.1f%n", trial.name(),
                size, seen.load().offeredPerSecond(),
                seen.load().busiestSecond(), seen.load().servedPerSecond(), seen.load().throttledPercent(),
                seen.longestUnread().toMillis() / 1000.0, moved.size(), moved.isEmpty() ? "" : seconds(
                        moved.get(moved.size() / 2)), moved.isEmpty() ? "" : seconds(moved.get(moved.size() - 1)),
                seen.falseMoves(), (double) seen.visits() / trial.counted().toSeconds());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }
}
