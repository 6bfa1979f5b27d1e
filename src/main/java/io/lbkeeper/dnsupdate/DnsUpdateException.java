package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** An operation that has not come to what it was asked for; the message says on which server and what to do. */
public class DnsUpdateException extends IOException {
    private static final long serialVersionUID = 1L;
    private final DnsFailureKind kind;
    private final transient Optional<Duration> serverAhead;

    public DnsUpdateException(DnsFailureKind kind, String message) {
        this(kind, message, Optional.empty());
    }

    DnsUpdateException(DnsFailureKind kind, String message, Optional<Duration> serverAhead) {
        super(message);
        this.kind = kind;
        this.serverAhead = serverAhead;
    }

    public DnsFailureKind getKind() {
        return kind;
    }

    /** Whether a prerequisite did not hold, so that surely nothing was changed. */
    public boolean isLostRace() {
        return kind == DnsFailureKind.LOST_RACE;
    }

    /** How far the server's clock is ahead of this machine's, where it has told. */
    public Optional<Duration> serverAhead() {
        return serverAhead == null ? Optional.empty() : serverAhead;
    }
}
