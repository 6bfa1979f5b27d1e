package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.CreateRecord;
import io.lbkeeper.decision.Decision.KeepRecord;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Records.Ownership.Claimed;
import io.lbkeeper.decision.Records.Service.Held;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Some of several service names are not where the others are. */
final class LineupCase {
    private static final int MOST_TOLD = 3;

    private LineupCase() {
    }

    /** This owner is well, and some of its names are not there: new ones, or somebody has deleted them. */
    static Decision create(Situation now, Held held, Claimed claimed) {
        return creation(now, held, claimed, ", where it owns " + held.name(), Optional.empty());
    }

    /** The owner is well, and its lbkeeper dead, which creates nothing: this standby does, at the owner's address. */
    static Decision putBack(Situation now, Held held, Claimed claimed) {
        OwnerRecord claim = claimed.claim();
        return creation(now, held, claimed, " for " + claim.owner() + ", whose lbkeeper is silent",
                VacantCase.othersChallenge(now, claim));
    }

    private static Decision creation(Situation now, Held held, Claimed claimed, String why,
            Optional<String> challenger) {
        return new CreateRecord(absence(now) + "; " + now.rules().node() + " creates " + pronoun(now) + " at "
                + held.address() + why + ".", now.swap(List.of(claimed.set()), missing(now, held.address(),
                        now.contested(claimed.claim(), challenger))));
    }

    /** "www.example.com is not there". */
    static String absence(Situation now) {
        List<String> missing = now.records().lineup().missing();
        return inFewWords(missing, ", ") + (missing.size() == 1 ? " is" : " are") + " not there";
    }

    static String pronoun(Situation now) {
        return now.records().lineup().missing().size() == 1 ? "it" : "them";
    }

    /** The record sets of all missing names, and the owner record that goes with them. */
    static List<RecordSet> missing(Situation now, String address, RecordSet owner) {
        return Stream.concat(now.records().lineup().missing().stream().map(name -> now.address(name, address)),
                Stream.of(owner)).toList();
    }

    /**
     * That names are left alone is an alarm, and changes nothing of what is decided for the others. While a row of
     * checks or a challenge is open, that goes before it.
     */
    static Decision besides(Situation now, Decision decision) {
        List<String> strays = now.records().lineup().strays().stream().map(stray -> stray.name() + " holds "
                + stray.what()).toList();
        if (strays.isEmpty() || !(decision instanceof KeepRecord) && !(decision instanceof RefuseToMove)) {
            return decision;
        }
        String left = inFewWords(strays, "; ") + ". lbkeeper has not written that and leaves it alone; " + wayOut(now);
        return new RefuseToMove(left + " Besides: " + decision.reason(), String.join("; ", strays)
                + (decision instanceof RefuseToMove ? "; " + decision.matter() : ""));
    }

    private static String inFewWords(List<String> all, String between) {
        int told = all.size() <= MOST_TOLD + 1 ? all.size() : MOST_TOLD;
        return String.join(between, all.subList(0, told))
                + (told == all.size() ? "" : " and " + (all.size() - told) + " more");
    }

    private static String wayOut(Situation now) {
        return now.records().claim().map(claim -> "delete it, or point it at " + claim.address()
                + ", to let lbkeeper take it in, or take the name out of lb.service.")
                .orElse("delete it, or take the name out of lb.service.");
    }
}
