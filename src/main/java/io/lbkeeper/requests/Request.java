package io.lbkeeper.requests;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody has asked.
 *
 * @param by     who, as the system names them
 * @param until  when it ends by itself
 * @param reason in their words
 * @param to     for a switchover, the node that shall have the name
 * @param boot   the boot of the machine that it is about; after another one it does not hold
 */
public record Request(Kind kind, Instant at, String by, Optional<Instant> until, Optional<String> reason,
        Optional<String> to, Optional<String> boot) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public Request {
        Objects.requireNonNull(kind);
        at = at.truncatedTo(ChronoUnit.SECONDS);
        Objects.requireNonNull(by);
        until = until.map(end -> end.truncatedTo(ChronoUnit.SECONDS));
        Objects.requireNonNull(reason);
        Objects.requireNonNull(to);
        Objects.requireNonNull(boot);
    }

    boolean isInForce(Instant now, String currentBoot) {
        return until.filter(end -> !now.isBefore(end)).isEmpty()
                && boot.filter(of -> !of.equals(currentBoot)).isEmpty();
    }

    /** "drained by alice until 2026-11-23 18:00 UTC (kernel update)"; the same as long as it is in force. */
    public String words() {
        return kind.state() + to.map(node -> " to " + node).orElse("") + (by.isEmpty() ? "" : " by " + by)
                + until.map(end -> " until " + TIME.format(end)).orElse("")
                + reason.map(why -> " (" + why + ")").orElse("");
    }
}
