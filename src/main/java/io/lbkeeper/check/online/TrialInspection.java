package io.lbkeeper.check.online;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Rules;
import java.util.List;

/** Whether changes are taken from this node, as far as that can be asked without making one. */
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
        return world.settings().provider().equals("dyndns2") ? List.of(OnlineFinding.note(AREA, "the account at the "
                + "service is not tried, since each request there is an update, and one that changes nothing or is "
                + "refused counts against the account: the first change shows whether it is good"))
                : world.trial().map(TrialInspection::judge).stream().toList();
    }

    private static OnlineFinding judge(Trial trial) {
        if (trial.outcome() instanceof Outcome.Lost) {
            return OnlineFinding.note(AREA, "an update was judged, and refused for what it expected, as it should be");
        }
        if (!(trial.outcome() instanceof Outcome.CouldNotAsk failed)) {
            return OnlineFinding.wrong(AREA, "an update was taken though it expected what is not there",
                    trial.outcome().toString(), "do not use this server: it does not compare");
        }
        return trial.isJudged() ? OnlineFinding.wrong(AREA, "the zone's servers do not take updates from this node",
                failed.why(), "look at the key and at the rights that it has there (dns-servers.md)")
                : OnlineFinding.couldNotAsk(AREA, "no server of the zone has judged an update from this node",
                        failed.why(), "look at lb.rfc2136.servers, at the way there over UDP and TCP and at the "
                                + "server itself, and try again");
    }
}
