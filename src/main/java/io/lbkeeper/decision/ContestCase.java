package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AwaitMoreChecks;
import io.lbkeeper.decision.Decision.AwaitRefutation;
import io.lbkeeper.decision.Decision.Challenge;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Decision.TakeOver;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.time.Duration;
import java.util.Optional;

/**
 * A peer owns the service record and fails checks, and this node could hold it. That the owner does not answer may
 * be its end or a cut path between the two: so this node first announces its claim in the owner record, which an
 * owner that is well and reaches the API takes out again, and moves the name only when nobody has.
 */
final class ContestCase {
    private static final double MILLIS_IN_A_SECOND = 1000.0;

    private ContestCase() {
    }

    static Decision decide(Situation now, Optional<Held> held, Claimed claimed) {
        OwnerRecord claim = claimed.claim();
        String node = now.rules().node();
        String failing = now.owns(claim) + ", and " + now.failedCheck(claim.owner());
        if (claim.challenger().filter(node::equals).isPresent()) {
            return afterOwnChallenge(now, held, claimed, failing);
        }
        Duration window = Contest.window(now.rules(), claim);
        Duration patience = window.multipliedBy(Contest.WINDOWS_OF_A_LIVING_CHALLENGER);
        boolean abandoned = now.memory().contest().hasStoodFor(patience, now.seen().at());
        if (claim.challenger().isPresent() && !abandoned) {
            return new AwaitRefutation(failing + ". " + claim.challenger().get()
                    + " has challenged it and goes first; " + node + " challenges it if nothing comes of that within "
                    + seconds(patience) + ".");
        }
        if (now.isHeldDownBeyond(window)) {
            return new RefuseToMove(failing + ", but " + now.holdDown() + "; it waits until that is over.");
        }
        Optional<Contest.Setback> setback = now.memory().contest().binding(now.seen().at());
        if (setback.isPresent()) {
            return afterSetback(now, claim, failing, setback.get());
        }
        return new Challenge(failing + "; " + node + " challenges it" + (abandoned ? ", since "
                + claim.challenger().get() + " has done so and has not been heard of since"
                : "") + ".", now.contest(claimed, Optional.of(node)));
    }

    private static Decision afterSetback(Situation now, OwnerRecord claim, String failing, Contest.Setback setback) {
        String node = now.rules().node();
        if (setback.refuted()) {
            return new RefuseToMove(failing + ", but it is alive: it has refuted " + node + "'s challenge. "
                    + remedy(now, claim.owner()) + node + " challenges again " + seconds(setback.delay())
                    + " after the refutation.");
        }
        String again = failing + ". " + node + " has withdrawn a challenge lately, and challenges again "
                + seconds(setback.delay()) + " after that.";
        return now.hasFallen(claim.owner()) ? new RefuseToMove(again) : new AwaitMoreChecks(again);
    }

    private static String remedy(Situation now, String owner) {
        boolean answers = now.seen().check(owner).filter(check -> check.health() != Health.DEAD).isPresent();
        return answers ? owner + " finds itself well; compare what its stats page answers there and here. "
                : "It is not reached from here; look at the path from " + now.rules().node() + " to " + owner
                        + "'s stats page. ";
    }

    private static Decision afterOwnChallenge(Situation now, Optional<Held> held, Claimed claimed, String failing) {
        OwnerRecord claim = claimed.claim();
        String node = now.rules().node();
        Duration window = Contest.window(now.rules(), claim);
        if (!now.hasFallen(claim.owner()) || !now.memory().contest().hasStoodFor(window, now.seen().at())) {
            return new AwaitRefutation(failing + ". " + node + " has challenged it, and it has " + seconds(window)
                    + " to refute that.");
        }
        if (now.isHeldDownBeyond(Duration.ZERO)) {
            return new AwaitRefutation(failing + ", and it has not refuted " + node + "'s challenge, but "
                    + now.holdDown() + ".");
        }
        String address = now.memory().own().address().orElseThrow();
        return new TakeOver(failing + ", and it has not refuted " + node + "'s challenge within " + seconds(window)
                + "; " + node + " takes over with its own address " + address + ".",
                now.swap(held, claimed, node, address));
    }

    private static String seconds(Duration time) {
        return (time.toMillisPart() == 0 ? String.valueOf(time.toSeconds())
                : String.valueOf(time.toMillis() / MILLIS_IN_A_SECOND)) + " s";
    }
}
