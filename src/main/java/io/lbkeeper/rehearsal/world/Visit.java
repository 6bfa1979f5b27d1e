package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;

/** What became of one look at a node: a connection to its stats page or to a port, or a ping. */
public sealed interface Visit {
    Check REFUSED = new Check(Health.DEAD, "connection refused");
    Check SILENT = Check.TIMED_OUT;
    Check UNREACHABLE = Check.UNREACHABLE;
    Check RESET = new Check(Health.DEAD, "connection reset");

    /** The machine is there, and nothing listens. */
    record Refused() implements Visit {
    }

    /** Nothing came back before the deadline. */
    record Silent() implements Visit {
    }

    /** The network says that there is no such machine. */
    record Unreachable() implements Visit {
    }

    /** It was taken and then dropped, as at an HAProxy's restart. */
    record Reset() implements Visit {
    }

    record Answered(Page page) implements Visit {
    }

    /** Somebody is there, and that is all that is known: a port has accepted, or a machine has answered a ping. */
    record There(String sign) implements Visit {
    }

    /** What a check of {@code expectedNode} makes of it. */
    default Check check(String expectedNode) {
        if (this instanceof Answered answered) {
            return answered.page().check(expectedNode);
        }
        if (this instanceof There there) {
            return new Check(Health.OK, there.sign());
        }
        return this instanceof Refused ? REFUSED : this instanceof Silent ? SILENT
                : this instanceof Unreachable ? UNREACHABLE : RESET;
    }
}
