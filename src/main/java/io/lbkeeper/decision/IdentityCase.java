package io.lbkeeper.decision;

import io.lbkeeper.decision.Decision.AwaitMoreChecks;
import io.lbkeeper.decision.Decision.Changing;
import io.lbkeeper.decision.Decision.RefuseToMove;
import io.lbkeeper.decision.Decision.UpdateAddress;
import java.util.Optional;

/** A change is about to be made in this node's name: is it alone with that name, and does its last one still stand? */
final class IdentityCase {
    private IdentityCase() {
    }

    static Decision decide(Situation now, Changing wanted) {
        Rules rules = now.rules();
        for (String elsewhere : now.records().addressesElsewhere(rules.node(), now.memory().own().address())) {
            Check check = now.seen().namesakes().get(elsewhere);
            if (check == null) {
                return new AwaitMoreChecks("By the records " + rules.node() + " is at " + elsewhere + "; before "
                        + "anything is changed, this node looks whether somebody answers as " + rules.node()
                        + " there. To do then: " + wanted.reason());
            }
            if (check.health() != Health.DEAD && check.health() != Health.STRANGER) {
                return new RefuseToMove("Two machines have the name " + rules.node() + ": the records have it at "
                        + elsewhere + ", where its HAProxy is " + check + ", and this one is at "
                        + now.memory().own().address().orElse("an address that is not known") + ". Nothing is changed "
                        + "from here; give this machine a name of its own (lb.node), or stop the other one.");
            }
        }
        return undone(now, wanted).<Decision>map(record -> new RefuseToMove(record.name() + " was set to "
                + String.join(", ", record.values()) + " with a TTL of " + record.ttl().toSeconds() + " s less than "
                + "lb.hold-down=" + rules.holdDown().toSeconds() + " s ago, and somebody else has changed it since. It "
                + "is set again when that time is over; look for what else writes it.")).orElse(wanted);
    }

    private static Optional<RecordSet> undone(Situation now, Changing wanted) {
        // A name that moves away and back within that time is no fight over what the record says.
        return !(wanted instanceof UpdateAddress) ? Optional.empty() : wanted.change().desired().stream()
                .filter(set -> now.memory().sending().hasSet(set, now.rules().holdDown(), now.seen().at())).findFirst();
    }
}
