package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which names a read asks for. Where there are several service names, a read of all may take a call for each. All that
 * lbkeeper changes there is changed together with the owner record: while that is the same, only people have touched
 * the further names, and a batch that expects what they have changed is refused. So those are read again only every
 * {@code lb.records.interval}, when the owner record is another, and after a change of this node's.
 */
final class Reading {
    private List<RecordSet> further = List.of();
    private List<RecordSet> guard = List.of();
    private Optional<Duration> wholeAt = Optional.empty();
    private boolean asksAll;

    /** @param unsettled whether a change was sent that no read has shown the end of yet */
    List<String> names(Rules rules, boolean unsettled, Duration now) {
        asksAll = rules.furtherNames().isEmpty() || unsettled
                || wholeAt.filter(at -> now.minus(at).compareTo(rules.recordsInterval()) < 0).isEmpty();
        return asksAll ? rules.names() : rules.namesOfOwnership();
    }

    /** The answer with what is known of the names that were not asked for; empty if that holds no more. */
    Optional<Answer<List<RecordSet>>> completed(Answer<List<RecordSet>> answer, Rules rules, Duration now) {
        if (answer instanceof Answer.CouldNotAsk || rules.furtherNames().isEmpty()) {
            return Optional.of(answer);
        }
        List<RecordSet> sets = answer.found().orElse(List.of());
        List<RecordSet> owner = sets.stream().filter(set -> set.name().equals(rules.ownerName())).toList();
        if (asksAll) {
            Set<String> names = Set.copyOf(rules.furtherNames());
            further = sets.stream().filter(set -> names.contains(set.name())).toList();
            guard = owner;
            wholeAt = Optional.of(now);
            return Optional.of(answer);
        }
        if (!owner.equals(guard)) {
            wholeAt = Optional.empty();
            return Optional.empty();
        }
        return Optional.of(Answer.value(Stream.concat(sets.stream(), further.stream()).toList()));
    }

    /** Whether a read has shown that the further names have to be read too. */
    boolean isBehind(Rules rules) {
        return !rules.furtherNames().isEmpty() && wholeAt.isEmpty();
    }

    /** There may be other names now. */
    void forget() {
        wholeAt = Optional.empty();
    }
}
