package io.lbkeeper.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The moves of the service record that this node has made lately, and how long it therefore makes no other. Three
 * within ten minutes double the hold-down, and each further one doubles it again, up to five minutes.
 *
 * @param times when each was made, oldest first
 */
public record Moves(List<Duration> times) {
    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final Duration LONGEST_HOLD_DOWN = Duration.ofMinutes(5);
    private static final int MANY = 3;

    public Moves {
        times = List.copyOf(times);
    }

    static Moves none() {
        return new Moves(List.of());
    }

    Moves and(Duration at) {
        List<Duration> all = new ArrayList<>(since(at));
        all.add(at);
        return new Moves(all);
    }

    Optional<Duration> last() {
        return times.isEmpty() ? Optional.empty() : Optional.of(times.get(times.size() - 1));
    }

    /** How many were made in the ten minutes up to {@code now}. */
    int lately(Duration now) {
        return since(now).size();
    }

    boolean areMany(Duration now) {
        return lately(now) >= MANY;
    }

    /** The hold-down that the last move has left behind. */
    Duration holdDown(Rules rules) {
        Duration wait = rules.holdDown();
        Duration most = wait.compareTo(LONGEST_HOLD_DOWN) > 0 ? wait : LONGEST_HOLD_DOWN;
        int doublings = last().map(this::lately).orElse(0) - MANY + 1;
        for (int i = 0; i < doublings && wait.compareTo(most) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(most) > 0 ? most : wait;
    }

    /** Whether the last one was so lately. */
    public boolean isWithin(Duration time, Duration now) {
        return last().filter(at -> now.minus(at).compareTo(time) < 0).isPresent();
    }

    /** For how long this node still makes no move; zero or less once it may. */
    public Duration remaining(Duration now, Rules rules) {
        return last().map(at -> holdDown(rules).minus(now.minus(at))).orElse(Duration.ZERO);
    }

    private List<Duration> since(Duration now) {
        return times.stream().filter(at -> now.minus(at).compareTo(LATELY) < 0).toList();
    }
}
