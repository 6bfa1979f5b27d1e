package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AwaitMoreChecks;
import io.lbkeeper.decision.Decision.HandOver;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** This node owns the service record, and its own HAProxy is not OK. */
final class HandOverCase {
    private HandOverCase() {
    }

    static Decision decide(Situation now, Held held, Claimed claimed, Check own) {
        Rules rules = now.rules();
        String unwell = now.owns(claimed.claim()) + ", and its own HAProxy is " + own;
        Optional<Streak> known = now.own();
        if (own.health() == Health.UNKNOWN || known.isEmpty()) {
            return known.filter(streak -> !streak.isUnjudged(rules)).map(Streak::unjudged)
                    .<Decision>map(row -> new AwaitMoreChecks(unwell + ": check " + row + " of " + rules.fall()
                            + " in a row that could not be judged."))
                    .orElseGet(() -> new RefuseToMove(unwell + ". A node that can't be judged never loses the name; "
                            + "mend what its stats page answers."));
        }
        Streak streak = known.get();
        boolean degraded = own.health() == Health.DEGRADED;
        if (!streak.hasFailedFor(rules.grace(), now.seen().at()) || degraded && !streak.hasFallen(rules)) {
            return new AwaitMoreChecks(unwell + ": " + (degraded ? "failed check " + streak.failures() + " of "
                    + rules.fall() + " in a row" : "it has lb.grace=" + rules.grace().toMillis() + " ms to come back")
                    + ".");
        }
        if (now.isHeldDownBeyond(Duration.ZERO)) {
            return new RefuseToMove(unwell + ", but " + now.holdDown() + ": the name stays until that is over, or a "
                    + "peer takes it.");
        }
        return toPeer(now, held, claimed, unwell, degraded ? rules.fall() : 1);
    }

    private static Decision toPeer(Situation now, Held held, Claimed claimed, String unwell, int checks) {
        List<String> peers = now.rules().nodes().stream().filter(now.rules()::isPeer).toList();
        Optional<String> target = peers.stream().filter(peer -> isFit(now, peer, held, checks)).findFirst();
        return target.map(peer -> to(peer, now, held, claimed, unwell)).orElseGet(() -> new RefuseToMove(unwell
                + ", and there is no peer to hand the name over to" + (peers.isEmpty() ? "" : ": "
                        + String.join(", and ", peers.stream().map(peer -> unfitness(now, peer, held, checks))
                                .toList())) + ". The name stays."));
    }

    /** @param why what makes this owner give the name away */
    static Decision to(String peer, Situation now, Held held, Claimed claimed, String why) {
        String address = now.records().nodeAddress(peer).orElseThrow();
        return new HandOver(why + "; it hands the name over to " + peer + " at " + address
                + ", whose HAProxy is OK.", now.swap(Optional.of(held), claimed, peer, address));
    }

    /** Whether a peer can have the name now: its HAProxy has been OK for so many checks, and it is not drained. */
    static boolean isFit(Situation now, String peer, Held held, int checks) {
        return now.isOk(peer) && !now.isLeaving(peer)
                && now.memory().streak(peer).filter(streak -> streak.successes() >= checks).isPresent()
                && now.records().nodeAddress(peer).filter(address -> !address.equals(held.address())).isPresent();
    }

    static String unfitness(Situation now, String peer, Held held, int checks) {
        Optional<String> address = now.records().nodeAddress(peer);
        if (address.isEmpty()) {
            return peer + " has no record of its own";
        }
        if (address.get().equals(held.address())) {
            return peer + "'s record holds the same address";
        }
        if (now.isLeaving(peer)) {
            return peer + " does not want it: it is drained, or has just given it away";
        }
        Optional<Streak> coming = now.seen().check(peer).flatMap(check -> now.memory().streak(peer))
                .filter(streak -> streak.successes() > 0 && !now.seen().isOutstanding(peer));
        return peer + "'s HAProxy " + now.state(peer) + coming.filter(streak -> !streak.up()).map(streak -> ": "
                + now.rising(streak)).or(() -> coming.map(streak -> ": good check " + streak.successes() + " of "
                        + checks + " in a row")).orElse("");
    }
}
