package io.lbkeeper.localroute53.zone;

import java.time.Instant;
import java.util.Optional;

/** What the API tells of an accepted change. */
public record ChangeInfo(String id, Status status, Instant submittedAt, Optional<String> comment) {
    public enum Status {
        PENDING, INSYNC
    }
}
