package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AdoptRecord;
import io.lbkeeper.decision.Decision.CreateRecord;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service record is not there, or nobody has claimed it. */
final class VacantCase {
    private VacantCase() {
    }

    /** It is not there: whoever owned it gets it back unless it is seen failing; else this node creates it. */
    static Decision create(Situation now) {
        String absence = LineupCase.absence(now);
        String it = LineupCase.pronoun(now);
        List<RecordSet> expected = now.records().owner() instanceof Claimed claimed ? List.of(claimed.set())
                : List.of();
        if (now.records().owner() instanceof Claimed claimed && now.rules().isPeer(claimed.claim().owner())) {
            String owner = claimed.claim().owner();
            return now.isFailing(owner) ? StandbyCase.decide(now, Optional.empty(), claimed)
                    : new CreateRecord(absence + ", though " + owner + " owns " + it + "; "
                            + (it.equals("it") ? "it is" : "they are") + " put back at " + owner + "'s address "
                            + claimed.claim().address() + ".",
                            now.swap(expected, LineupCase.missing(now, claimed.claim().address(),
                                    now.contested(claimed.claim(), othersChallenge(now, claimed.claim())))));
        }
        // A drained owner puts its record back, for want of another, and then hands it over.
        List<String> hindrances = new ArrayList<>(now.hindrances());
        if (now.records().claim().isEmpty()) {
            now.declined().ifPresent(hindrances::add);
        }
        if (!hindrances.isEmpty()) {
            return new RefuseToMove(absence + ", and " + now.rules().node() + " can't create " + it + ": "
                    + String.join(", and ", hindrances) + ".");
        }
        String address = now.memory().own().address().orElseThrow();
        return new CreateRecord(absence + "; " + now.rules().node() + " creates " + it + " at its own address "
                + address + ".", now.swap(expected, now.ownedBy(now.rules().node(), address)));
    }

    /** Whether the owner is gone is between it and the others that have challenged it. */
    static Optional<String> othersChallenge(Situation now, OwnerRecord claim) {
        return claim.challenger().filter(challenger -> !challenger.equals(now.rules().node()));
    }

    /** It holds an address, but there is no owner record: a first start over records made by hand. */
    static Decision adopt(Situation now, Held held) {
        if (!now.rules().powers().keepsOwnerRecord()) {
            return Ownerless.unclaimed(now, held);
        }
        Optional<String> owner = Stream.concat(Stream.of(now.rules().node()), now.rules().nodes().stream())
                .filter(node -> addressOf(now, node).equals(Optional.of(held.address()))).findFirst();
        if (owner.isEmpty()) {
            return new RefuseToMove(held.name() + " holds " + held.address() + ", which is not the address "
                    + "of any node in lb.nodes=" + String.join(",", now.rules().nodes()) + ", and no owner record "
                    + "vouches for it. Nothing is changed; delete the record " + held.name()
                    + ", or point it at a node, to let lbkeeper take it on.");
        }
        return new AdoptRecord(held.name() + " holds the address " + held.address() + " of " + owner.get()
                + " and has no owner record; " + now.rules().node() + " writes one that names " + owner.get() + ".",
                now.swap(List.of(), List.of(now.owner(owner.get(), held.address()))));
    }

    private static Optional<String> addressOf(Situation now, String node) {
        return node.equals(now.rules().node()) ? now.memory().own().address()
                .or(() -> now.records().nodeAddress(node)) : now.records().nodeAddress(node);
    }
}
