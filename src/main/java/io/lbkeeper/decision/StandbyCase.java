package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AwaitMoreChecks;
import io.lbkeeper.decision.Decision.KeepRecord;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Decision.TakeOver;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A peer owns the service record. */
final class StandbyCase {
    private StandbyCase() {
    }

    static Decision decide(Situation now, Held held, Claimed claimed) {
        String owner = claimed.claim().owner();
        Optional<Check> check = now.seen().check(owner);
        Streak streak = now.memory().streak(owner).orElse(null);
        if (check.isEmpty() || streak == null) {
            return new RefuseToMove(now.owns(claimed.claim()) + ", and " + now.health(owner) + ": no judgement, no "
                    + "move.");
        }
        if (check.get().health() == Health.UNKNOWN) {
            return whileUnjudged(now, claimed.claim(), streak);
        }
        if (check.get().health() == Health.OK) {
            List<String> hindrances = now.hindrances();
            return new KeepRecord(now.owns(claimed.claim()) + ", and its HAProxy is OK." + (hindrances.isEmpty() ? ""
                    : " But " + now.rules().node() + " could not take over: " + String.join(", and ", hindrances)
                            + "."), !hindrances.isEmpty());
        }
        Optional<Check> own = now.seen().check(now.rules().node());
        if (check.get().health() == Health.DEGRADED && own.filter(o -> o.health() == Health.OK).isEmpty()) {
            return new RefuseToMove(now.owns(claimed.claim()) + ", and " + now.health(owner) + ", but "
                    + now.rules().node() + "'s own is no better: " + own.map(Check::toString).orElse("not checked")
                    + ".");
        }
        if (!now.hasFallen(owner)) {
            return new AwaitMoreChecks(now.owns(claimed.claim()) + ", and " + now.failedCheck(owner) + ".");
        }
        return takeOver(now, held, claimed);
    }

    private static Decision whileUnjudged(Situation now, OwnerRecord claim, Streak streak) {
        String sentence = now.owns(claim) + ", and " + now.health(claim.owner());
        return !streak.isUnjudged(now.rules())
                ? new AwaitMoreChecks(sentence + ": check " + streak.unjudged() + " of " + now.rules().fall()
                        + " in a row that could not be judged.")
                : new RefuseToMove(sentence + ". A node that can't be judged never loses the name; mend what its "
                        + "stats page answers.");
    }

    private static Decision takeOver(Situation now, Held held, Claimed claimed) {
        String gone = now.owns(claimed.claim()) + ", but its HAProxy has failed lb.check.fall=" + now.rules().fall()
                + " checks in a row, the last as " + now.seen().check(claimed.claim().owner()).orElseThrow();
        String node = now.rules().node();
        List<String> hindrances = now.hindrances();
        if (!hindrances.isEmpty()) {
            return new RefuseToMove(gone + ", and " + node + " can't take over: " + String.join(", and ", hindrances)
                    + ".");
        }
        String address = now.memory().own().address().orElseThrow();
        if (address.equals(held.address())) {
            return new RefuseToMove(gone + ", and " + node + " has the very same address " + address
                    + ": give each node its own (lb.address).");
        }
        if (heldDown(now)) {
            return new RefuseToMove(gone + ", and " + node + " has moved the name less than lb.hold-down="
                    + now.rules().holdDown().toSeconds() + " s ago; it waits until that is over.");
        }
        if (!now.seen().fresh()) {
            return new RefuseToMove(gone + ", and the records were not read in this cycle. " + node
                    + " moves on nothing older; the route must read them when the owner does not look well.");
        }
        return new TakeOver(gone + "; " + node
                + " takes over with its own address " + address + ".",
                now.swap(held, claimed, node, address));
    }

    private static boolean heldDown(Situation now) {
        Duration at = now.seen().at();
        return now.memory().movedAt().filter(moved -> at.minus(moved).compareTo(now.rules().holdDown()) < 0)
                .isPresent();
    }
}
