package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AwaitMoreChecks;
import io.lbkeeper.decision.Decision.KeepRecord;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Decision.UpdateAddress;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** This node owns the service record. */
final class OwnerCase {
    private OwnerCase() {
    }

    static Decision decide(Situation now, Held held, Claimed claimed) {
        Check own = now.seen().check(now.rules().node()).orElse(new Check(Health.UNKNOWN, "it was not checked"));
        if (own.health() != Health.OK) {
            return whileUnwell(now, own, claimed.claim());
        }
        Belief ownAddress = now.memory().own();
        Optional<String> address = ownAddress.address();
        if (address.isPresent() && !address.get().equals(held.address())) {
            return new UpdateAddress(now.owns(claimed.claim()) + ", and its address is now " + address.get() + ".",
                    now.swap(held, claimed, now.rules().node(), address.get()), false);
        }
        if (ownAddress.isTurning(now.rules())) {
            return new AwaitMoreChecks(now.owns(claimed.claim()) + ", and " + ownAddress.dispute(now.rules()) + ".");
        }
        if (!held.set().ttl().equals(now.rules().ttl())) {
            return new UpdateAddress(now.rules().service() + " has a TTL of " + held.set().ttl().toSeconds()
                    + " s, and lb.ttl is " + now.rules().ttl().toSeconds() + " s.",
                    now.swap(held, claimed, now.rules().node(), held.address()), false);
        }
        List<String> troubles = Stream.concat(now.addressTrouble().stream(), now.fallenPeers().stream()).toList();
        return new KeepRecord(now.owns(claimed.claim()) + ", and its own HAProxy is OK." + (troubles.isEmpty() ? ""
                : " But " + String.join(", and ", troubles) + "."), !troubles.isEmpty());
    }

    private static Decision whileUnwell(Situation now, Check own, OwnerRecord claim) {
        int fall = now.rules().fall();
        Streak streak = now.memory().streak(now.rules().node()).orElse(Streak.first(own, now.rules()));
        int row = own.health() == Health.UNKNOWN ? streak.unjudged() : streak.failures();
        boolean waits = own.health() == Health.UNKNOWN ? !streak.isUnjudged(now.rules()) : streak.up();
        if (waits) {
            return new AwaitMoreChecks(now.owns(claim) + ", and its own HAProxy is " + own + ": check " + row + " of "
                    + fall + " in a row.");
        }
        return new RefuseToMove(now.owns(claim) + ", and its own HAProxy is " + own + (own.health() == Health.UNKNOWN
                ? ". A node that can't be judged never loses the name; mend what its stats page answers."
                : ". The name stays until a peer whose HAProxy is OK takes it over."));
    }
}
