package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AwaitMoreChecks;
import io.lbkeeper.decision.Decision.KeepRecord;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Decision.RefuteChallenge;
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
        return RequestCase.handOver(now, held, claimed).orElseGet(() ->
                RequestCase.unlessAsked(now, held, unasked(now, held, claimed)));
    }

    private static Decision unasked(Situation now, Held held, Claimed claimed) {
        OwnerRecord claim = claimed.claim();
        Check own = now.seen().check(now.rules().node()).orElse(new Check(Health.UNKNOWN, "it was not checked"));
        boolean challenged = claim.challenger().isPresent();
        if (own.health() != Health.OK) {
            return challenged && own.health() == Health.UNKNOWN ? refute(now, claimed, own)
                    : HandOverCase.decide(now, held, claimed, own);
        }
        Belief ownAddress = now.memory().own();
        Optional<String> address = ownAddress.address();
        if (address.isPresent() && !address.get().equals(held.address())) {
            return new UpdateAddress(now.owns(claim) + ", and " + (address.get().equals(claim.address())
                    ? held.name() + " holds " + held.address() + ": another change has come between"
                    : "its address is now " + address.get()) + ".",
                    now.swap(Optional.of(held), claimed, now.rules().node(), address.get()), false);
        }
        if (challenged) {
            return refute(now, claimed, own);
        }
        if (ownAddress.isTurning(now.rules())) {
            return new AwaitMoreChecks(now.owns(claim) + ", and " + ownAddress.dispute(now.rules()) + ".");
        }
        return inOrder(now, held, claimed);
    }

    /** An owner that can't be judged refutes too: it runs, and nothing says that it is gone. */
    static Decision refute(Situation now, Claimed claimed, Check own) {
        String challenger = claimed.claim().challenger().orElseThrow();
        return new RefuteChallenge(now.owns(claimed.claim()) + ", " + challenger + " has challenged it, and its own "
                + "HAProxy is " + (own.health() == Health.OK ? "OK" : own) + ": the challenge is refuted. "
                + "From " + challenger + " it looks otherwise; look at the path from there to this node's stats page.",
                now.contest(claimed, Optional.empty()));
    }

    private static Decision inOrder(Situation now, Held held, Claimed claimed) {
        OwnerRecord claim = claimed.claim();
        List<String> troubles = Stream.of(now.addressTrouble().stream(), now.fallenPeers().stream(),
                now.restlessness().stream()).flatMap(found -> found).toList();
        String but = troubles.isEmpty() ? "" : " But " + String.join(", and ", troubles) + ".";
        if (!now.records().lineup().missing().isEmpty()) {
            return LineupCase.create(now, held, claimed);
        }
        Optional<RecordSet> doubled = Doubled.among(held.sets(), claimed.set());
        if (doubled.isPresent()) {
            return new UpdateAddress(doubled.get().name() + " holds what several have written at once; "
                    + now.rules().node() + " comes first of these, and leaves only its own." + but,
                    now.swap(Optional.of(held), claimed, now.rules().node(), held.address()), !troubles.isEmpty());
        }
        Optional<RecordSet> other = held.sets().stream().filter(set -> !set.ttl().equals(now.rules().ttl()))
                .findFirst();
        if (other.isPresent()) {
            return new UpdateAddress(other.get().name() + " has a TTL of " + other.get().ttl().toSeconds()
                    + " s, and lb.ttl is " + now.rules().ttl().toSeconds() + " s." + but,
                    now.swap(Optional.of(held), claimed, now.rules().node(), held.address()), !troubles.isEmpty());
        }
        Optional<String> untrue = untrue(claim, now.rules());
        if (untrue.isPresent()) {
            return new UpdateAddress(now.owns(claim) + ", and the owner record tells the others " + untrue.get() + " ms"
                    + " here." + but, now.contest(claimed, Optional.empty()), !troubles.isEmpty());
        }
        return new KeepRecord(now.owns(claim) + ", and its own HAProxy is OK." + but, !troubles.isEmpty());
    }

    /**
     * What the owner record says of this owner's pace that others must not reckon with. That it says nothing of the
     * fast one, as a version before has written it, only makes them wait longer: that is no reason for a change.
     */
    private static Optional<String> untrue(OwnerRecord claim, Rules rules) {
        if (!claim.inter().equals(rules.interval())) {
            return Optional.of("a check interval of " + claim.inter().toMillis() + " ms, which is "
                    + rules.interval().toMillis());
        }
        return Optional.of("a fast check interval of " + claim.fast().toMillis() + " ms, which is "
                + rules.fastinter().toMillis()).filter(told -> claim.isFast()
                        && !claim.fast().equals(rules.fastinter()));
    }
}
