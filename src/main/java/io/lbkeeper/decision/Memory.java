package io.lbkeeper.decision;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a node carries from one cycle to the next. It is lost at a restart and nothing depends on that: every cycle
 * reconciles with what is there.
 *
 * @param address   the last own address that was plausible
 * @param streaks   the standing of each node's HAProxy
 * @param records   the records as last read
 * @param readAt    when that was
 * @param unsettled whether a change was sent that no read has confirmed yet
 * @param sentMove  the nonce of a move that was sent and whose fate no read has told yet
 * @param movedAt   when this node last moved the service record
 */
public record Memory(Optional<String> address, Map<String, Streak> streaks, Optional<Records> records,
        Optional<Duration> readAt, boolean unsettled, Optional<String> sentMove, Optional<Duration> movedAt) {
    public Memory {
        Objects.requireNonNull(address);
        streaks = Map.copyOf(streaks);
    }

    public static Memory empty() {
        return new Memory(Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), false, Optional.empty(),
                Optional.empty());
    }

    public Optional<Streak> streak(String node) {
        return Optional.ofNullable(streaks.get(node));
    }

    /** Memory with what this cycle saw. Call it once a cycle, before deciding. */
    public Memory after(Observation seen, Rules rules) {
        Optional<Records> read = seen.fresh() ? seen.records().found() : Optional.empty();
        boolean moved = read.flatMap(Records::claim).map(OwnerRecord::nonce).filter(nonce -> sentMove
                .filter(nonce::equals).isPresent()).isPresent();
        return new Memory(
                seen.address() instanceof Answer.CouldNotAsk ? address : seen.address().found(),
                streaksAfter(seen, rules),
                read.or(() -> records),
                read.isPresent() ? Optional.of(seen.at()) : readAt,
                unsettled && read.isEmpty(),
                read.isPresent() ? Optional.empty() : sentMove,
                moved ? Optional.of(seen.at()) : movedAt);
    }

    /** Memory after a change was sent at {@code at}. */
    public Memory after(Decision.Changing sent, Outcome outcome, String nonce, Duration at) {
        boolean move = sent instanceof Decision.TakeOver;
        boolean applied = outcome instanceof Outcome.Applied;
        return new Memory(address, streaks, records, readAt, true,
                move && !applied ? Optional.of(nonce) : sentMove,
                move && applied ? Optional.of(at) : movedAt);
    }

    private Map<String, Streak> streaksAfter(Observation seen, Rules rules) {
        boolean ownOk = seen.check(rules.node()).filter(own -> own.health() == Health.OK).isPresent();
        Map<String, Streak> next = new HashMap<>(streaks);
        seen.checks().forEach((node, check) -> next.put(node, streakAfter(node, counted(node, check, ownOk, rules),
                rules)));
        return next;
    }

    private Streak streakAfter(String node, Check check, Rules rules) {
        Streak before = streaks.get(node);
        return before == null ? Streak.first(check, rules) : before.after(check, rules);
    }

    /** A degraded peer is held against it only while this node is better off itself. */
    private static Check counted(String node, Check check, boolean ownOk, Rules rules) {
        boolean noBetter = check.health() == Health.DEGRADED && rules.isPeer(node) && !ownOk;
        return noBetter ? new Check(Health.UNKNOWN, "degraded like this node: " + check.detail()) : check;
    }
}
