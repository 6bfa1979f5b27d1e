package io.lbkeeper.probe;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import java.time.Duration;

/** Looks at a target in the way that its URL names. */
@FunctionalInterface
public interface Probe {
    /** Of the URL of a target that is looked at by connecting to a port. */
    String TCP = "tcp";
    /** Of the URL of one that is looked at by an ICMP echo request. */
    String PING = "ping";

    /** One look, over within the deadline. */
    Check probe(Target target, Duration deadline);

    /** The same for a kamelet, whose parameters are numbers. */
    default Check ask(Target target, long deadlineMillis) {
        return probe(target, Duration.ofMillis(deadlineMillis));
    }
}
