package io.lbkeeper.decision;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a node carries from one cycle to the next. It is lost at a restart and nothing depends on that: every cycle
 * reconciles with what is there.
 *
 * @param own     the own address
 * @param streaks the standing of each node's HAProxy that was checked in the last cycle, or is being checked since
 * @param records the records as last read
 * @param readAt  when that was
 * @param sending what is open about the changes that were sent
 * @param moves   the moves of the service record by this node
 * @param contest what is known of challenges
 * @param open    whether the last cycle has left something open that the next one may settle: it comes soon
 */
public record Memory(Belief own, Map<String, Streak> streaks, Optional<Records> records, Optional<Duration> readAt,
        Sending sending, Moves moves, Contest contest, boolean open) {
    public Memory {
        streaks = Map.copyOf(streaks);
    }

    public static Memory empty() {
        return new Memory(Belief.none(), Map.of(), Optional.empty(), Optional.empty(), Sending.none(), Moves.none(),
                Contest.none(), false);
    }

    /** What of it holds under other rules: the records are to be read again, and who is no node is forgotten. */
    public Memory under(Rules rules) {
        Map<String, Streak> still = new HashMap<>(streaks);
        still.keySet().retainAll(rules.nodes());
        return new Memory(own, still, records, Optional.empty(), sending, moves, contest, open);
    }

    public Optional<Streak> streak(String node) {
        return Optional.ofNullable(streaks.get(node));
    }

    /** The own address as it will be believed after {@code heard}, with the owner record as it is known then. */
    public Belief own(Answer<String> heard, Optional<OwnerRecord> claim, Rules rules) {
        return own.orElseClaimed(claim, rules).after(heard, rules);
    }

    /** Memory with what this cycle saw. Call it once a cycle, before deciding. */
    public Memory after(Observation seen, Rules rules) {
        Optional<Records> read = seen.fresh() ? seen.records().found() : Optional.empty();
        Optional<OwnerRecord> claim = read.flatMap(Records::claim);
        Optional<OwnerRecord> before = records.flatMap(Records::claim);
        boolean moved = claim.filter(owner -> sending.hasMoved(owner, before)).isPresent();
        boolean replaced = read.isPresent() && !claim.map(OwnerRecord::nonce).equals(before.map(OwnerRecord::nonce));
        return new Memory(own(seen.address(), claim, rules), streaksAfter(seen, claim, before, rules),
                read.or(() -> records), read.isPresent() ? Optional.of(seen.at()) : readAt,
                seen.fresh() ? sending.afterRead(read.isPresent(), replaced) : sending,
                moved ? moves.and(seen.at()) : moves,
                read.isPresent() ? contest.after(claim, before, seen.at(), rules)
                        : seen.fresh() ? contest.unanswered(rules.node(), seen.at()) : contest,
                seen.isResumed() || seen.fresh() && read.isEmpty() && isOwnerInDoubt(seen.at(), rules));
    }

    /**
     * An owner that could not read may be challenged; after the window of a challenge it need not hurry any more, if
     * all peers look well to it: calls that are refused are many then, and others want to be answered too.
     */
    private boolean isOwnerInDoubt(Duration at, Rules rules) {
        return ownClaim(rules).filter(claim -> readAt.filter(last -> at.minus(last)
                .compareTo(Contest.window(rules, claim)) < 0).isPresent() || rules.nodes().stream()
                        .anyMatch(peer -> rules.isPeer(peer) && streak(peer).filter(Streak::isFailing).isPresent()))
                .isPresent();
    }

    /** The owner record as it was last read, if this node is in it. */
    private Optional<OwnerRecord> ownClaim(Rules rules) {
        return records.flatMap(Records::claim).filter(claim -> claim.owner().equals(rules.node()));
    }

    /**
     * Whether this answer, which comes between two cycles, may change the decision: a node that was silent is heard of,
     * or the row of its failures is as long now as it has to be.
     */
    public boolean isMovedBy(String node, Check check, Rules rules) {
        return streak(node).filter(known -> check.health() == Health.DEAD ? known.failures() + 1 == rules.fall()
                : known.last().health() != check.health()).isPresent();
    }

    /** Memory after a change was sent and answered, or given up, at {@code at}. */
    public Memory after(Decision.Changing sent, Outcome outcome, String nonce, Duration at, Rules rules) {
        boolean applied = outcome instanceof Outcome.Applied;
        // A withdrawal that may have been applied is one: that the challenge is gone is then not the owner's answer.
        boolean withdrawn = sent instanceof Decision.WithdrawChallenge && !(outcome instanceof Outcome.Lost);
        Contest next = applied && sent instanceof Decision.Challenge ? contest.opened(rules.node(), nonce, at)
                : withdrawn ? contest.withdrawn(at, records
                        .flatMap(Records::claim).map(claim -> Contest.window(rules, claim)).orElse(rules.interval()))
                : sent instanceof Decision.TakeOver && outcome instanceof Outcome.CouldNotAsk
                        ? contest.unanswered(rules.node(), at) : contest;
        return new Memory(own, streaks, records, readAt, sending.after(sent, outcome,
                Ownerless.nonce(sent.change(), nonce, rules), at),
                applied && sent instanceof Decision.Moving ? moves.and(at) : moves, next, open);
    }

    /** Memory after a decision; if it is to change something, that is still to be done. */
    public Memory after(Decision decision) {
        return new Memory(own, streaks, records, readAt,
                decision instanceof Decision.Changing ? sending : sending.atRest(), moves, contest,
                open || decision instanceof Decision.AwaitMoreChecks);
    }

    /** Whether the next cycle comes at {@code fastinter}. */
    boolean isTurning(Rules rules) {
        return open || sending.isTurning() || owesAnswer(rules) || contest.isOf(rules.node()) || own.isTurning(rules)
                || streaks.values().stream().anyMatch(streak -> streak.isTurning(rules));
    }

    /** Whether this node is challenged and what it has sent is not known to be done: that can't wait. */
    private boolean owesAnswer(Rules rules) {
        return sending.unsettled() && ownClaim(rules).flatMap(OwnerRecord::challenger).isPresent();
    }

    private Map<String, Streak> streaksAfter(Observation seen, Optional<OwnerRecord> claim,
            Optional<OwnerRecord> before, Rules rules) {
        boolean ownOk = seen.check(rules.node()).filter(own -> own.health() == Health.OK).isPresent();
        // Whoever has become the owner, or has moved, is judged by what is seen of it from now on.
        Optional<String> anew = claim.filter(owner -> before.filter(last -> last.owner().equals(owner.owner())
                && last.address().equals(owner.address())).isEmpty()).map(OwnerRecord::owner).filter(rules::isPeer);
        // What was counted before this node was stopped says nothing of now.
        Map<String, Streak> known = new HashMap<>(seen.isResumed() ? Map.of() : streaks);
        anew.ifPresent(known::remove);
        Map<String, Streak> next = new HashMap<>(known);
        next.keySet().retainAll(seen.outstanding());
        seen.checks().forEach((node, check) -> {
            Check counted = counted(node, check, ownOk, rules);
            if (!seen.isOutstanding(node)) {
                next.put(node, known.containsKey(node) ? known.get(node).after(counted, seen.at(), rules)
                        : Streak.first(counted, seen.at(), rules));
            }
        });
        return next;
    }

    /** A degraded peer is held against it only while this node is better off itself. */
    private static Check counted(String node, Check check, boolean ownOk, Rules rules) {
        boolean noBetter = check.health() == Health.DEGRADED && rules.isPeer(node) && !ownOk;
        return noBetter ? new Check(Health.UNKNOWN, "degraded like this node: " + check.detail(), check.agent())
                : check;
    }
}
