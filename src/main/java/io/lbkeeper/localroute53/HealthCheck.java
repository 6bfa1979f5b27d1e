package io.lbkeeper.localroute53;

import java.util.Objects;

/**
 * A health check at one moment.
 *
 * @param id      a UUID
 * @param version 1 at first, and one more with each update
 * @param status  what its checkers report, as the operator has set it; not asked of one that is CALCULATED
 */
record HealthCheck(String id, String callerReference, HealthSettings settings, long version, Tags tags,
                   HealthStatus status) {
    HealthCheck {
        Objects.requireNonNull(id);
        Objects.requireNonNull(callerReference);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(tags);
        Objects.requireNonNull(status);
    }

    static HealthCheck fresh(String id, String callerReference, HealthSettings settings) {
        return new HealthCheck(id, callerReference, settings, 1, Tags.NONE, HealthStatus.UNKNOWN);
    }

    HealthCheck updated(HealthSettings newSettings) {
        return new HealthCheck(id, callerReference, newSettings, version + 1, tags, status);
    }

    HealthCheck with(Tags newTags) {
        return new HealthCheck(id, callerReference, settings, version, newTags, status);
    }

    HealthCheck with(HealthStatus newStatus) {
        return new HealthCheck(id, callerReference, settings, version, tags, newStatus);
    }
}
