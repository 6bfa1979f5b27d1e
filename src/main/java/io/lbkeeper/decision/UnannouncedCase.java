package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AwaitMoreChecks;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Decision.TakeOver;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.time.Duration;
import java.util.Optional;

/**
 * A peer owns the service record and fails checks, this node could hold it, and the DNS provider can't compare and
 * swap: a challenge could be overwritten by its own refutation, and the other way round. So there is none. Standbys
 * take turns, so that two seldom write at once; of two that do, the last one has the name, and the next read tells.
 */
final class UnannouncedCase {
    private UnannouncedCase() {
    }

    static Decision decide(Situation now, Optional<Held> held, Claimed claimed) {
        OwnerRecord claim = claimed.claim();
        String node = now.rules().node();
        String failing = now.owns(claim) + ", and " + now.failedCheck(claim.owner());
        if (!now.hasFallen(claim.owner())) {
            return new AwaitMoreChecks(failing + ".");
        }
        String blind = failing + ". Whether it is dead or only cut off from here can't be told, since the DNS "
                + "provider can't compare and swap";
        if (now.isHeldDownBeyond(Duration.ZERO)) {
            return new RefuseToMove(blind + ". But " + now.holdDown() + "; it waits until that is over.");
        }
        Streak streak = now.memory().streak(claim.owner()).orElseThrow();
        if (turn(now.rules(), claim.owner(), streak).filter(at -> now.seen().at().compareTo(at) < 0).isPresent()) {
            return new AwaitMoreChecks(blind + ". " + node + " waits for its turn.");
        }
        String address = now.memory().own().address().orElseThrow();
        return new TakeOver(blind + "; " + node + " takes over with its own address " + address + ".",
                now.swap(held, claimed, node, address));
    }

    /**
     * When this node may take over from an owner with this row of failed checks: {@code fall} of them are in, the
     * owner has had its time to hand over by itself, and of one interval, which the standbys share in the order of
     * their names, this one's part has come.
     */
    static Optional<Duration> turn(Rules rules, String owner, Streak failing) {
        Duration counting = rules.fastinter().multipliedBy(rules.fall() - 1L);
        Duration handingOver = rules.grace().plus(rules.fastinter());
        long before = rules.nodes().stream().filter(other -> !other.equals(owner)
                && other.compareTo(rules.node()) <= 0).count();
        Duration part = rules.interval().multipliedBy(before).dividedBy(rules.nodes().size());
        return failing.failingSince().map(since -> since.plus(Times.longer(counting, handingOver)).plus(part));
    }
}
