package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.referee.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a scenario has to end with.
 *
 * @param holders     the nodes that may have the name at the end
 * @param mostMoves   how often it may have gone from one node to another
 * @param mostChanges how often lbkeeper may have changed records, after both nodes have registered
 * @param recovery    how long it may have been on a node that does not serve while another could have had it
 */
public record Expected(List<String> holders, int mostMoves, Optional<Integer> mostChanges,
        Optional<Duration> recovery) {
    public Expected {
        holders = List.copyOf(holders);
    }

    /** What is not as it should be; nothing where all is. */
    public List<String> judge(Verdict verdict) {
        List<String> wrong = new ArrayList<>();
        verdict.breaches().forEach(breach -> wrong.add(breach.toString()));
        if (verdict.holder().filter(holders::contains).isEmpty()) {
            wrong.add("the name is on " + verdict.holder().orElse("no node") + " at the end, not on "
                    + String.join(" or ", holders));
        }
        if (verdict.moves() > mostMoves) {
            wrong.add(verdict.moves() + " moves, at most " + mostMoves + " are needed");
        }
        mostChanges.filter(most -> verdict.changes() > most).ifPresent(most ->
                wrong.add(verdict.changes() + " changes, at most " + most + " are needed"));
        recovery.filter(most -> verdict.recovery().compareTo(most) > 0).ifPresent(most ->
                wrong.add("the name was on a node that does not serve for " + seconds(verdict.recovery())
                        + ", at most " + seconds(most) + " are needed"));
        return wrong;
    }

    private static String seconds(Duration time) {
        return time.toMillis() / 1000.0 + " s";
    }
}
