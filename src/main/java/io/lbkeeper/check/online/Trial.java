package io.lbkeeper.check.online;

import io.lbkeeper.decision.Outcome;
import io.lbkeeper.dnsupdate.DnsFailureKind;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a change that nothing can come of.
 *
 * @param failure of the zone's server, where it was one
 */
record Trial(Outcome outcome, Optional<DnsFailureKind> failure) {
    Trial {
        Objects.requireNonNull(outcome);
        Objects.requireNonNull(failure);
    }

    /** Whether a server has said something to it: one that is silent, away or out of order has not. */
    boolean isJudged() {
        return failure.filter(kind -> kind != DnsFailureKind.UNREACHABLE && !kind.isInDoubt()).isPresent();
    }
}
