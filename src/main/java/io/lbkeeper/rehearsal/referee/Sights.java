package io.lbkeeper.rehearsal.referee;

import io.lbkeeper.decision.Health;
import io.lbkeeper.rehearsal.world.Visit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** What each node was shown lately at each address. */
final class Sights {
    private static final int MOST = 64;

    private final Duration race;
    private final Map<String, Map<String, Deque<Seen>>> seen = new HashMap<>();

    private record Seen(Duration at, Visit visit) {
    }

    /** @param race how long the connections of one check race: before its end none of their answers is one */
    Sights(Duration race) {
        this.race = race;
    }

    void add(String from, String address, Visit visit, Duration at) {
        Deque<Seen> here = seen.computeIfAbsent(from, node -> new HashMap<>())
                .computeIfAbsent(address, place -> new ArrayDeque<>());
        here.addLast(new Seen(at, visit));
        if (here.size() > MOST) {
            here.removeFirst();
        }
    }

    /**
     * Whether what {@code from} had seen last there, by then, could not be judged. An answer of a race that may not
     * have been over yet says that only if the one before it did.
     */
    boolean couldNotJudge(String from, String address, Duration before) {
        Deque<Seen> here = seen.getOrDefault(from, Map.of()).getOrDefault(address, new ArrayDeque<>());
        return isUnknown(lastOf(here, before)) && isUnknown(lastOf(here, before.minus(race)));
    }

    private static Optional<Seen> lastOf(Deque<Seen> here, Duration by) {
        for (Iterator<Seen> newestFirst = here.descendingIterator(); newestFirst.hasNext();) {
            Seen one = newestFirst.next();
            if (one.at().compareTo(by) <= 0) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static boolean isUnknown(Optional<Seen> last) {
        return last.filter(seen -> seen.visit() instanceof Visit.Answered answered
                && answered.page().node().isPresent() && answered.page().face().health() == Health.UNKNOWN).isPresent();
    }
}
