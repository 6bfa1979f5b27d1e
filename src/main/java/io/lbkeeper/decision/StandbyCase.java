package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AwaitMoreChecks;
import io.lbkeeper.decision.Decision.KeepRecord;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Decision.WithdrawChallenge;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A peer owns the service record. */
final class StandbyCase {
    private StandbyCase() {
    }

    static Decision decide(Situation now, Optional<Held> held, Claimed claimed) {
        OwnerRecord claim = claimed.claim();
        String owner = claim.owner();
        Optional<Check> check = now.seen().check(owner);
        Streak streak = now.memory().streak(owner).orElse(null);
        if (streak == null && now.seen().isOutstanding(owner)) {
            return new AwaitMoreChecks(now.owns(claim) + ", and " + now.health(owner) + ".");
        }
        if (check.isEmpty() || streak == null) {
            return new RefuseToMove(now.owns(claim) + ", and " + now.health(owner) + ": no judgement, no move.");
        }
        if (check.get().health() == Health.UNKNOWN) {
            return whileUnjudged(now, claimed, streak);
        }
        if (check.get().health() == Health.OK) {
            return whileWell(now, held, claimed);
        }
        Optional<Check> own = now.seen().check(now.rules().node());
        if (check.get().health() == Health.DEGRADED && own.filter(o -> o.health() == Health.OK).isEmpty()) {
            return withdrawnOr(now, claimed, now.owns(claim) + ", and " + now.health(owner) + ", but "
                    + now.rules().node() + "'s own is no better: " + own.map(Check::toString).orElse("not checked"));
        }
        List<String> hindrances = Stream.concat(now.declined().stream(), hindrances(now, claim).stream()).toList();
        if (!hindrances.isEmpty()) {
            return whileHindered(now, claimed, hindrances);
        }
        return now.rules().powers().comparesAndSwaps() ? ContestCase.decide(now, held, claimed)
                : UnannouncedCase.decide(now, held, claimed);
    }

    private static Decision whileUnjudged(Situation now, Claimed claimed, Streak streak) {
        String sentence = now.owns(claimed.claim()) + ", and " + now.health(claimed.claim().owner());
        return !streak.isUnjudged(now.rules())
                ? new AwaitMoreChecks(sentence + ": check " + streak.unjudged() + " of " + now.rules().fall()
                        + " in a row that could not be judged.")
                : withdrawnOr(now, claimed, sentence + ". A node that can't be judged never loses the name; mend what "
                        + "its stats page answers");
    }

    private static Decision whileWell(Situation now, Optional<Held> held, Claimed claimed) {
        OwnerRecord claim = claimed.claim();
        String well = now.owns(claim) + ", and its HAProxy is OK";
        if (isChallenger(now, claim)) {
            return new WithdrawChallenge(well + " again; " + now.rules().node() + " withdraws its challenge.",
                    now.contest(claimed, Optional.empty()));
        }
        boolean isMissing = held.isPresent() && !now.records().lineup().missing().isEmpty();
        if (isMissing && now.seen().fresh() && now.silence(claim.owner()).isPresent()) {
            return LineupCase.putBack(now, held.get(), claimed);
        }
        List<String> hindrances = hindrances(now, claim);
        List<String> troubles = Stream.of(now.silence(claim.owner()), now.restlessness(), hindrances.isEmpty()
                ? Optional.<String>empty() : Optional.of(now.rules().node() + " could not take over: "
                        + String.join(", and ", hindrances))).flatMap(Optional::stream).toList();
        String asked = now.declined().map(words -> "; " + now.rules().node() + " would not take over: " + words)
                .orElse("");
        String but = troubles.isEmpty() ? "" : " But " + String.join(", and ", troubles) + ".";
        return new KeepRecord(well + asked + "." + but, !troubles.isEmpty());
    }

    private static List<String> hindrances(Situation now, OwnerRecord claim) {
        Optional<String> address = now.memory().own().address();
        return Stream.concat(now.hindrances().stream(), address.filter(claim.address()::equals).map(same ->
                now.rules().node() + " has the very same address " + same + ": give each node its own (lb.address)")
                .stream()).toList();
    }

    private static Decision whileHindered(Situation now, Claimed claimed, List<String> hindrances) {
        OwnerRecord claim = claimed.claim();
        String sentence = now.owns(claim) + ", and " + now.failedCheck(claim.owner()) + ", but " + now.rules().node()
                + " can't take over: " + String.join(", and ", hindrances);
        boolean fallen = now.own().filter(streak -> !streak.up()).isPresent();
        return fallen || now.declined().isPresent() && isChallenger(now, claim) ? withdrawnOr(now, claimed, sentence)
                : now.hasFallen(claim.owner()) ? new RefuseToMove(sentence + ".") : new AwaitMoreChecks(sentence + ".");
    }

    /** Takes this node's challenge back, if one stands, and refuses to move if none does. */
    private static Decision withdrawnOr(Situation now, Claimed claimed, String why) {
        return isChallenger(now, claimed.claim())
                ? new WithdrawChallenge(why + "; " + now.rules().node() + " withdraws its challenge.",
                        now.contest(claimed, Optional.empty()))
                : new RefuseToMove(why + ".");
    }

    private static boolean isChallenger(Situation now, OwnerRecord claim) {
        return claim.challenger().filter(now.rules().node()::equals).isPresent();
    }
}
