package io.lbkeeper.rehearsal.referee;

import io.lbkeeper.decision.Health;
import io.lbkeeper.rehearsal.world.Visit;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What each node was shown last at each address. */
final class Sights {
    private record Seen(Duration at, Visit visit) {
    }

    private final Map<String, Map<String, Seen>> last = new HashMap<>();

    void add(String from, String address, Visit visit, Duration at) {
        last.computeIfAbsent(from, node -> new HashMap<>()).put(address, new Seen(at, visit));
    }

    /** Whether what {@code from} saw last there could not be judged; empty where it has looked again since. */
    Optional<Boolean> couldNotJudge(String from, String address, Duration before) {
        return Optional.ofNullable(last.getOrDefault(from, Map.of()).get(address))
                .filter(seen -> seen.at().compareTo(before) <= 0)
                .map(seen -> seen.visit() instanceof Visit.Answered answered && answered.page().node().isPresent()
                        && answered.page().face().health() == Health.UNKNOWN);
    }
}
