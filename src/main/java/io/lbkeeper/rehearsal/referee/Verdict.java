package io.lbkeeper.rehearsal.referee;

import io.lbkeeper.rehearsal.world.Happening;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What came of one run.
 *
 * @param moves    how often the service record went from one node to another
 * @param changes  how often lbkeeper changed any record
 * @param holder   the node that has the service record at the end
 * @param recovery the longest time for which it was not on a node that serves although a node could have had it, since
 *                 it first was
 * @param trace    the story, where it was kept
 */
public record Verdict(List<Breach> breaches, int moves, int changes, Optional<String> holder, Duration recovery,
        List<Happening> trace) {
    public Verdict {
        breaches = List.copyOf(breaches);
        trace = List.copyOf(trace);
    }

    public boolean isGood() {
        return breaches.isEmpty();
    }

    public boolean breaks(String invariant) {
        return breaches.stream().anyMatch(breach -> breach.invariant().equals(invariant));
    }
}
