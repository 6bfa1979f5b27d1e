package io.lbkeeper.localroute53;

import java.time.Instant;
import java.util.Optional;

/** What the API tells of an accepted change. */
record ChangeInfo(String id, Status status, Instant submittedAt, Optional<String> comment) {
    enum Status {
        PENDING, INSYNC
    }
}
