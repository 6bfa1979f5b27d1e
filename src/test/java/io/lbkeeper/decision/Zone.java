package io.lbkeeper.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of a story: applies a change whole or not at all. */
final class Zone {
    private List<RecordSet> sets = new ArrayList<>();

    List<RecordSet> sets() {
        return List.copyOf(sets);
    }

    void put(RecordSet set) {
        sets.removeIf(there -> there.name().equals(set.name()) && there.type().equals(set.type()));
        sets.add(set);
    }

    void remove(String name) {
        sets.removeIf(set -> set.name().equals(name));
    }

    /** Applies the change whatever is there, as a provider does that can't compare. */
    Optional<String> replace(Change change) {
        change.expected().forEach(old -> sets.removeIf(there -> there.name().equals(old.name())
                && there.type().equals(old.type())));
        change.desired().forEach(this::put);
        return Optional.empty();
    }

    /** What speaks against the change; empty once it is applied. */
    Optional<String> apply(Change change) {
        if (!change.guarded()) {
            put(change.desired().get(0));
            return Optional.empty();
        }
        List<RecordSet> next = new ArrayList<>(sets);
        for (RecordSet old : change.expected()) {
            if (!next.removeIf(old::sameAs)) {
                return Optional.of(old.name() + " is not as expected");
            }
        }
        for (RecordSet created : change.desired()) {
            if (next.stream().anyMatch(set -> set.name().equals(created.name())
                    && set.type().equals(created.type()))) {
                return Optional.of(created.name() + " already exists");
            }
            next.add(created);
        }
        sets = next;
        return Optional.empty();
    }
}
