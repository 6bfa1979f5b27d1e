package io.lbkeeper.decision;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a node carries from one cycle to the next. It is lost at a restart and nothing depends on that: every cycle
 * reconciles with what is there.
 *
 * @param own       the own address
 * @param streaks   the standing of each node's HAProxy that was checked in the last cycle
 * @param records   the records as last read
 * @param readAt    when that was
 * @param unsettled whether a change was sent that no read has shown the end of yet
 * @param misses    changes, and reads that should have shown their end, that have failed in a row
 * @param sentMoves the nonces of moves that were sent and may still turn out to be applied
 * @param movedAt   when this node last moved the service record
 */
public record Memory(Belief own, Map<String, Streak> streaks, Optional<Records> records, Optional<Duration> readAt,
        boolean unsettled, int misses, Set<String> sentMoves, Optional<Duration> movedAt) {
    public Memory {
        streaks = Map.copyOf(streaks);
        sentMoves = Set.copyOf(sentMoves);
    }

    public static Memory empty() {
        return new Memory(Belief.none(), Map.of(), Optional.empty(), Optional.empty(), false, 0, Set.of(),
                Optional.empty());
    }

    public Optional<Streak> streak(String node) {
        return Optional.ofNullable(streaks.get(node));
    }

    /** Memory with what this cycle saw. Call it once a cycle, before deciding. */
    public Memory after(Observation seen, Rules rules) {
        Optional<Records> read = seen.fresh() ? seen.records().found() : Optional.empty();
        Optional<OwnerRecord> claim = read.flatMap(Records::claim);
        Optional<OwnerRecord> before = records.flatMap(Records::claim);
        boolean moved = claim.filter(owner -> sentMoves.contains(owner.nonce())).isPresent();
        // A move that was sent can come late for as long as the record that it expects stands.
        boolean replaced = read.isPresent() && !claim.map(OwnerRecord::nonce).equals(before.map(OwnerRecord::nonce));
        boolean missed = unsettled && seen.fresh() && read.isEmpty();
        return new Memory(own.orElseClaimed(claim, rules).after(seen.address(), rules),
                streaksAfter(seen, claim, before, rules),
                read.or(() -> records), read.isPresent() ? Optional.of(seen.at()) : readAt,
                unsettled && read.isEmpty(), missed ? misses + 1 : misses, replaced ? Set.of() : sentMoves,
                moved ? Optional.of(seen.at()) : movedAt);
    }

    /** Memory after a change was sent at {@code at}. */
    public Memory after(Decision.Changing sent, Outcome outcome, String nonce, Duration at) {
        boolean move = sent instanceof Decision.TakeOver;
        boolean applied = outcome instanceof Outcome.Applied;
        Set<String> moves = new HashSet<>(sentMoves);
        if (move && !applied) {
            moves.add(nonce);
        }
        return new Memory(own, streaks, records, readAt, true, applied ? 0 : misses + 1, moves,
                move && applied ? Optional.of(at) : movedAt);
    }

    /** Memory after a cycle that had nothing to change. */
    public Memory atRest() {
        return new Memory(own, streaks, records, readAt, unsettled, unsettled ? misses : 0, sentMoves, movedAt);
    }

    /** Whether the next cycle comes at {@code fastinter}. A change that fails again and again is no reason to hurry. */
    boolean isTurning(Rules rules) {
        return unsettled && misses <= 1 || own.isTurning(rules)
                || streaks.values().stream().anyMatch(streak -> streak.isTurning(rules));
    }

    private Map<String, Streak> streaksAfter(Observation seen, Optional<OwnerRecord> claim,
            Optional<OwnerRecord> before, Rules rules) {
        boolean ownOk = seen.check(rules.node()).filter(own -> own.health() == Health.OK).isPresent();
        // Whoever has become the owner, or has moved, is judged by what is seen of it from now on.
        Optional<String> anew = claim.filter(owner -> before.map(OwnerRecord::nonce)
                .filter(owner.nonce()::equals).isEmpty()).map(OwnerRecord::owner).filter(rules::isPeer);
        Map<String, Streak> next = new HashMap<>();
        seen.checks().forEach((node, check) -> {
            Check counted = counted(node, check, ownOk, rules);
            Streak known = anew.filter(node::equals).isPresent() ? null : streaks.get(node);
            next.put(node, known == null ? Streak.first(counted, rules) : known.after(counted, rules));
        });
        return next;
    }

    /** A degraded peer is held against it only while this node is better off itself. */
    private static Check counted(String node, Check check, boolean ownOk, Rules rules) {
        boolean noBetter = check.health() == Health.DEGRADED && rules.isPeer(node) && !ownOk;
        return noBetter ? new Check(Health.UNKNOWN, "degraded like this node: " + check.detail()) : check;
    }
}
