package io.lbkeeper.check.online;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Rules;
import java.util.List;

/** Whether the zone's servers take changes from this node. */
final class TrialInspection {
    private static final String AREA = "changes";
    private static final String NOWHERE = "\"lbkeeper check --online: this is never here\"";

    private TrialInspection() {
    }

    /** A change that is refused by whoever has judged the right to it and looks at what it expects. */
    static Change trial(Rules rules) {
        RecordSet nowhere = RecordSet.simple(rules.ownerName(), "TXT", rules.ttl(), NOWHERE);
        return Change.swap(List.of(nowhere), List.of(nowhere));
    }

    static List<OnlineFinding> of(WorldSight world) {
        return world.trial().map(outcome -> outcome instanceof Outcome.Lost
                ? OnlineFinding.note(AREA, "an update was judged, and refused for what it expected, as it should be")
                : outcome instanceof Outcome.CouldNotAsk failed
                        ? OnlineFinding.wrong(AREA, "the zone's servers do not take updates from this node",
                                failed.why(), "look at the key and at the rights that it has there (dns-servers.md)")
                        : OnlineFinding.wrong(AREA, "an update was taken though it expected what is not there",
                                outcome.toString(), "do not use this server: it does not compare")).stream().toList();
    }
}
