package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.KeepRecord;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Decision.UpdateAddress;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Ownership.Unreadable;
import io.lbkeeper.decision.Records.Service.Held;
import io.lbkeeper.decision.Records.Service.Missing;
import io.lbkeeper.decision.Records.Service.Odd;
import java.util.List;
import java.util.Optional;

/**
 * What to do in each situation: first for the service record, since clients wait for it, then for this node's own
 * record. One change at most comes out of it.
 */
public final class DecisionTable {
    private DecisionTable() {
    }

    /** The decision for what was seen, with memory that already holds it ({@link Memory#after}). */
    public static Decision decide(Observation seen, Memory memory, Rules rules) {
        if (seen.isResumed()) {
            return new RefuseToMove("Nothing was done here for " + seen.stopped().toSeconds() + " s: the machine or "
                    + "lbkeeper was stopped, or a step of a route took that long. This cycle only observes.");
        }
        if (seen.records() instanceof Answer.Value<Records> read) {
            Situation now = new Situation(seen, memory, rules, read.value());
            Decision service = LineupCase.besides(now, refutedFirst(now, forService(now)));
            Decision decision = service instanceof Decision.Changing ? unlessOld(now, service)
                    : forOwnRecord(now, service);
            return RequestCase.unlessPaused(now, decision instanceof Decision.Changing wanted
                    ? IdentityCase.decide(now, wanted) : decision);
        }
        String why = seen.records() instanceof Answer.CouldNotAsk<Records> c ? c.why() : "the zone holds none of them";
        return new RefuseToMove("The records could not be read (" + why
                + "), so nothing is changed; they are read again in the next cycle.", "the records could not be read");
    }

    /**
     * A living owner answers a challenge whatever stands at the service name. Otherwise the challenge would go on
     * standing there, and be taken for that of a dead owner as soon as the record is in order again.
     */
    private static Decision refutedFirst(Situation now, Decision service) {
        Rules rules = now.rules();
        Check own = now.seen().check(rules.node()).orElse(new Check(Health.UNKNOWN, "it was not checked"));
        boolean lives = own.health() == Health.OK || own.health() == Health.UNKNOWN;
        return !(service instanceof Decision.Changing) && lives && now.records().owner() instanceof Claimed claimed
                && claimed.claim().owner().equals(rules.node()) && claimed.claim().challenger().isPresent()
                ? OwnerCase.refute(now, claimed, own) : service;
    }

    /** What rests on an older read is not done: the state may be another by now. */
    private static Decision unlessOld(Situation now, Decision service) {
        return now.seen().fresh() ? service : new RefuseToMove("The records were not read in this cycle, and nothing "
                + "is changed upon an older read. The route must read them in each cycle of the owner, and when the "
                + "owner does not look well. To do then: " + service.reason());
    }

    private static Decision forService(Situation now) {
        Records records = now.records();
        if (records.owner() instanceof Unreadable odd) {
            return new RefuseToMove("The owner record is not one of lbkeeper's: " + odd.what()
                    + ". Nothing is changed; delete it to let lbkeeper write its own.");
        }
        if (records.owner() instanceof Claimed claimed && !now.rules().nodes().contains(claimed.claim().owner())) {
            return new RefuseToMove(now.rules().service() + " is owned by " + claimed.claim().owner()
                    + ", which is not one of lb.nodes=" + String.join(",", now.rules().nodes())
                    + ". Another set of load balancers may use this name; if not, delete the record "
                    + now.rules().ownerName() + ".");
        }
        if (records.service() instanceof Missing) {
            return VacantCase.create(now);
        }
        if (records.service() instanceof Odd odd) {
            return new RefuseToMove(odd.name() + " holds " + odd.what()
                    + ". lbkeeper keeps one plain address there and does not touch this; delete it to let lbkeeper "
                    + "create its own.");
        }
        Held held = (Held) records.service();
        return records.owner() instanceof Claimed claimed ? forClaim(now, held, claimed) : VacantCase.adopt(now, held);
    }

    private static Decision forClaim(Situation now, Held held, Claimed claimed) {
        OwnerRecord claim = claimed.claim();
        if (!claim.address().equals(held.address()) && !isTorn(now, held, claim)) {
            return new RefuseToMove(held.name() + " holds " + held.address() + ", but its owner "
                    + claim.owner() + " wrote " + claim.address() + ": somebody else has changed it. Set it back, or "
                    + "delete the record " + now.rules().ownerName() + " to let lbkeeper accept a node's address.");
        }
        return claim.owner().equals(now.rules().node()) ? OwnerCase.decide(now, held, claimed)
                : StandbyCase.decide(now, Optional.of(held), claimed);
    }

    /**
     * Whether two changes without a compare-and-swap may have left one part of each: the one names a node, and the
     * other holds another's address. What the owner record says counts, and the owner puts the other right.
     */
    private static boolean isTorn(Situation now, Held held, OwnerRecord claim) {
        return !now.rules().powers().comparesAndSwaps()
                && now.records().nodeAddress(claim.owner()).filter(claim.address()::equals).isPresent()
                && now.rules().nodes().stream().anyMatch(node -> now.records().nodeAddress(node)
                        .filter(held.address()::equals).isPresent());
    }

    /** The own node record is set only when the service record needs nothing: clients do not use it. */
    private static Decision forOwnRecord(Situation now, Decision service) {
        String name = now.rules().nodeName(now.rules().node());
        if (!now.seen().fresh() || now.memory().own().address().isEmpty() || Ownerless.isBound(now)) {
            return service;
        }
        String address = now.memory().own().address().get();
        RecordSet wanted = now.address(name, address);
        List<RecordSet> here = now.records().nodes().getOrDefault(now.rules().node(), List.of());
        List<RecordSet> odd = here.stream().filter(RecordSet::isForeign).toList();
        if (!odd.isEmpty()) {
            return service instanceof KeepRecord ? new RefuseToMove(name + " holds a record that is not a plain "
                    + "address: " + odd.get(0) + ". Delete it to let " + now.rules().node() + " register.") : service;
        }
        return here.stream().anyMatch(wanted::sameAs) ? service : new UpdateAddress(name + (here.isEmpty()
                ? " is not there; " : " does not hold what it should; ") + now.rules().node()
                + " registers its own address " + address + "." + (service.isAlarm()
                        ? " Besides: " + service.reason() : ""), Change.set(wanted), service.isAlarm());
    }
}
