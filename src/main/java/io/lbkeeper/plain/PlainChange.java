package io.lbkeeper.plain;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A change in plain data, and the look before the write that takes the place of a compare-and-swap. */
final class PlainChange {
    private PlainChange() {
    }

    /** {@code removed} are those of {@code expected} that no desired record set takes the place of. */
    static Map<String, Object> of(Change change) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("guarded", change.guarded());
        plain.put("expected", change.expected().stream().map(PlainChange::of).toList());
        plain.put("desired", change.desired().stream().map(PlainChange::of).toList());
        plain.put("removed", change.expected().stream().filter(set -> change.desired().stream()
                .noneMatch(wanted -> isAt(wanted, set))).map(PlainChange::of).toList());
        return plain;
    }

    /**
     * The change in plain data, with the {@code ids} of all that stands where it changes something; or what has become
     * of it, where not all is as expected or that could not be learnt.
     *
     * @param seen what the provider says of the records, in plain data
     */
    static Map<String, Object> compared(Change change, Object seen) throws IOException {
        Map<?, ?> answer = PlainData.map(PlainData.parse(seen), "what the provider says of the records");
        if (answer.containsKey(PlainRecords.COULD_NOT_ASK)) {
            return Map.of(PlainRecords.COULD_NOT_ASK, PlainData.text(answer, PlainRecords.COULD_NOT_ASK));
        }
        List<RecordSet> sets = PlainRecords.sets(answer);
        Optional<String> other = change.guarded() ? otherThanExpected(change, sets) : Optional.empty();
        if (other.isPresent()) {
            return Map.of(PlainOutcome.LOST, other.get());
        }
        Map<String, Object> plain = of(change);
        plain.put("ids", ids(change, answer));
        return plain;
    }

    private static Map<String, Object> of(RecordSet set) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("name", set.name());
        plain.put("type", set.type());
        plain.put("ttl", set.ttl().toSeconds());
        plain.put("values", set.values());
        return plain;
    }

    private static Optional<String> otherThanExpected(Change change, List<RecordSet> sets) {
        for (RecordSet expected : change.expected()) {
            Optional<RecordSet> there = at(sets, expected);
            if (there.filter(expected::sameAs).isEmpty()) {
                return Optional.of("expected " + expected + ", found " + there.map(RecordSet::toString)
                        .orElse("no such record"));
            }
        }
        return change.desired().stream().filter(desired -> at(change.expected(), desired).isEmpty())
                .flatMap(desired -> at(sets, desired).stream()).findFirst()
                .map(there -> "expected no such record, found " + there);
    }

    private static List<Object> ids(Change change, Map<?, ?> answer) {
        List<Object> ids = new ArrayList<>();
        for (Object row : PlainData.list(answer, "records")) {
            Map<?, ?> record = PlainData.map(row, "a record");
            RecordSet set = PlainRecords.set(record);
            if (record.get(PlainRecords.ID) != null && Stream.concat(change.expected().stream(),
                    change.desired().stream()).anyMatch(one -> isAt(one, set))) {
                ids.add(record.get(PlainRecords.ID));
            }
        }
        return ids;
    }

    private static Optional<RecordSet> at(List<RecordSet> sets, RecordSet place) {
        return sets.stream().filter(set -> isAt(set, place)).findFirst();
    }

    private static boolean isAt(RecordSet one, RecordSet other) {
        return one.name().equals(other.name()) && one.type().equals(other.type());
    }
}
