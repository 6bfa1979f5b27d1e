package io.lbkeeper.rehearsal.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down how something is, whenever it may have changed, and gives the spans in which it was the same. */
final class Spans<T> {
    private final List<Span<T>> done = new ArrayList<>();
    private Duration since;
    private T current;

    void note(Duration at, T what) {
        if (what.equals(current)) {
            return;
        }
        close(at);
        since = at;
        current = what;
    }

    List<Span<T>> until(Duration end) {
        close(end);
        since = end;
        return List.copyOf(done);
    }

    private void close(Duration at) {
        if (current != null && at.compareTo(since) > 0) {
            done.add(new Span<>(since, at, current));
        }
    }
}
