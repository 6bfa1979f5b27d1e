package io.lbkeeper.cycle;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The checks of each cycle: which of them it waits for, and which answers count in it. A cycle waits for all but those
 * that were silent last time, since their time-outs would hold it up; what they say counts when it has come.
 */
final class Looks {
    private final Map<String, Came> newest = new HashMap<>();
    private final Map<String, Duration> sent = new HashMap<>();
    private final Set<String> aside = new HashSet<>();
    private final Map<String, Check> namesakes = new HashMap<>();
    private long round;
    private boolean asked;
    private boolean observing;

    /**
     * The answer to the check of a node that was begun last, of all whose answers have come.
     *
     * @param counted whether a cycle has decided by it
     */
    private record Came(Target target, Check check, Duration at, boolean counted) {
        Came asCounted() {
            return new Came(target, check, at, true);
        }
    }

    /** The next cycle begins. */
    void begin() {
        round++;
        aside.clear();
        namesakes.clear();
        asked = false;
        observing = true;
    }

    /**
     * Of these targets those that are checked now and not waited for. However fast cycles follow each other, there is
     * a pause between two such checks of one node, so that their number has a bound.
     *
     * @param hurried  whom there is no time to wait for, however well it answered
     * @param patience an answer that is older says nothing of how long the next one will take
     */
    List<Target> aside(List<Target> targets, Predicate<String> hurried, Duration now, Duration patience,
            Duration pause) {
        List<Target> chosen = targets.stream().filter(target -> hurried.test(target.node())
                || wasSilent(target, now, patience)).toList();
        chosen.forEach(target -> aside.add(target.node()));
        List<Target> free = chosen.stream().filter(target -> !sent.containsKey(target.node())
                || now.minus(sent.get(target.node())).compareTo(pause) >= 0).map(target -> target.in(round)).toList();
        free.forEach(target -> sent.put(target.node(), now));
        asked = true;
        return free;
    }

    /** Of these targets those that are checked now and waited for: all others. */
    List<Target> awaited(List<Target> targets) {
        asked = true;
        return targets.stream().filter(target -> !aside.contains(target.node())).map(target -> target.in(round))
                .toList();
    }

    /** What is seen of one that may be another with this node's name. */
    void sawNamesake(String address, Check check) {
        namesakes.put(address, check);
    }

    /**
     * An answer that comes after that of a check which was begun later tells nothing new.
     *
     * @return whether it is news, and comes between two cycles
     */
    boolean saw(Target target, Check check, Duration now) {
        Came last = newest.get(target.node());
        boolean fresh = last == null || target.round() >= last.target().round();
        if (fresh) {
            newest.put(target.node(), new Came(target, check, now, false));
        }
        return fresh && !observing;
    }

    /** Whether this cycle has come so far that its checks are under way. */
    boolean areBegun() {
        return asked;
    }

    /**
     * By node what has come since the last decision, and of those that are not waited for what was known before. A
     * read after the checks may show that a node is elsewhere by now; then its check was of nobody.
     */
    Map<String, Check> standing(List<Target> targets) {
        Map<String, Check> standing = new HashMap<>();
        newest.forEach((node, came) -> {
            if ((!came.counted() || aside.contains(node)) && isStill(came.target(), targets)) {
                standing.put(node, came.check());
            }
        });
        return standing;
    }

    /** Of these those that were well by the newest answer. */
    List<Target> well(List<Target> targets) {
        return targets.stream().filter(target -> Optional.ofNullable(newest.get(target.node()))
                .filter(came -> came.target().isWhere(target)).map(came -> came.check().health())
                .filter(health -> health == Health.OK || health == Health.DEGRADED).isPresent()).toList();
    }

    /** Whose checks are out, with no answer since the last decision. */
    Set<String> outstanding() {
        Set<String> out = new HashSet<>(aside);
        newest.forEach((node, came) -> {
            if (!came.counted()) {
                out.remove(node);
            }
        });
        return out;
    }

    Map<String, Check> namesakes() {
        return namesakes;
    }

    /** A cycle has decided by all that has come up to now. */
    void decided() {
        newest.replaceAll((node, came) -> came.asCounted());
        observing = false;
    }

    private boolean wasSilent(Target target, Duration now, Duration patience) {
        Came last = newest.get(target.node());
        return last != null && last.check().isSilent() && last.target().isWhere(target)
                && now.minus(last.at()).compareTo(patience) <= 0;
    }

    private static boolean isStill(Target seen, List<Target> targets) {
        return targets.stream().noneMatch(target -> target.node().equals(seen.node()) && !target.isWhere(seen));
    }
}
