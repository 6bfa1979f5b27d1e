package io.lbkeeper.decision;

import java.util.List;

/**
 * A change of records, applied whole or not at all. Guarded, it is a compare-and-swap: it applies only if every
 * expected record set is still exactly so, and nothing stands where a desired one shall come. Unguarded, the
 * desired record set replaces whatever is there; that is for a node's own record only.
 */
public record Change(List<RecordSet> expected, List<RecordSet> desired, boolean guarded) {
    public Change {
        expected = List.copyOf(expected);
        desired = List.copyOf(desired);
        if (!guarded && (!expected.isEmpty() || desired.size() != 1)) {
            throw new IllegalArgumentException("an unguarded change sets one record and expects none");
        }
    }

    /** Replaces {@code expected} by {@code desired}, if it is still so. */
    public static Change swap(List<RecordSet> expected, List<RecordSet> desired) {
        return new Change(expected, desired, true);
    }

    /** Sets one record, whatever is there. */
    public static Change set(RecordSet desired) {
        return new Change(List.of(), List.of(desired), false);
    }
}
