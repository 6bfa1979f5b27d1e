package io.lbkeeper.route53;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The record sets whose events failed, in the order in which they did. Where a poll emits only so many events, the
 * others go first, and then what failed longest ago: else a few that always fail would take every place for ever.
 */
final class FailedEvents {
    private final Map<RecordKey, Long> turns = new ConcurrentHashMap<>();
    private final AtomicLong turn = new AtomicLong();

    void add(RecordKey key) {
        turns.put(key, turn.incrementAndGet());
    }

    void remove(RecordKey key) {
        turns.remove(key);
    }

    /** These events with the failed ones at the end. What is no longer among them is forgotten. */
    List<RecordEvent> last(List<RecordEvent> events) {
        turns.keySet().retainAll(events.stream().map(RecordEvent::key).collect(Collectors.toSet()));
        Map<RecordKey, Long> seen = Map.copyOf(turns);
        return events.stream().sorted(Comparator.comparing(event -> seen.getOrDefault(event.key(), 0L))).toList();
    }
}
