package io.lbkeeper.scale;

import io.lbkeeper.localroute53.call.ApiOperation;
import io.lbkeeper.localroute53.faults.RateLimit;
import io.lbkeeper.rehearsal.time.VirtualTime;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Many groups of nodes, each with a service of its own, on one account. The same seed gives the same figures. */
final class Fleet {
    private final VirtualTime time = new VirtualTime();
    private final ApiAccount account;
    private final SplittableRandom random;
    private final List<Group> groups = new ArrayList<>();

    /** @param more settings beside those that each node needs */
    Fleet(RateLimit limit, int groupCount, int nodesEach, Map<String, String> more, long seed) {
        account = new ApiAccount(time, limit);
        random = new SplittableRandom(seed);
        for (int group = 0; group < groupCount; group++) {
            groups.add(new Group(time, account, cluster(group, nodesEach, more), random.nextLong()));
        }
    }

    private static Cluster cluster(int group, int nodesEach, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", IntStream.rangeClosed(1,
                nodesEach).mapToObj(node -> "lb" + node).collect(Collectors.joining(",")), "lb.domain", "example.com",
                "lb.service", "www" + group + ".example.com", "lb.dns", "local", "lb.route53.zone-id", "ZREHEARSAL"));
        settings.putAll(more);
        try {
            return Cluster.of(Settings.of(settings, "the bench's settings", Set.of()));
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    void begin(IntFunction<Schedule> scheduleOfGroup) {
        for (int group = 0; group < groups.size(); group++) {
            groups.get(group).begin(scheduleOfGroup.apply(group));
        }
    }

    /** Others with rights in the account: so many calls a second on average, never tried again. */
    void busyOthers(double callsPerSecond, Duration from, Duration until) {
        time.at(from, () -> nextOfOthers(callsPerSecond, until));
    }

    private void nextOfOthers(double callsPerSecond, Duration until) {
        if (time.now().compareTo(until) < 0) {
            account.admits(ApiOperation.LIST_RESOURCE_RECORD_SETS);
            double waitSeconds = -Math.log(1 - random.nextDouble()) / callsPerSecond;
            time.after(Duration.ofNanos((long) (waitSeconds * 1e9)), () -> nextOfOthers(callsPerSecond, until));
        }
    }

    /** Lets time pass up to {@code from}, and then counts up to {@code until}. */
    Figures count(Duration from, Duration until) {
        time.runUntil(from);
        groups.forEach(Group::countFromNow);
        time.runUntil(until);
        return new Figures(account.load(from, until),
                groups.stream().map(Group::longestUnread).max(Duration::compareTo).orElse(Duration.ZERO),
                groups.stream().flatMap(group -> group.moved().stream()).sorted().toList(),
                groups.stream().mapToInt(Group::falseMoves).sum(), groups.stream().mapToLong(Group::visits).sum());
    }

    /**
     * What came of it.
     *
     * @param longestUnread the longest time in which an owner that was well had no good read
     * @param moved         for each group that moved its name, the time until then, shortest first
     * @param falseMoves    moves away from an owner that was well
     * @param visits        connections to stats pages
     */
    record Figures(ApiAccount.Load load, Duration longestUnread, List<Duration> moved, int falseMoves, long visits) {
    }
}
