package io.lbkeeper.localroute53.health;

import io.lbkeeper.localroute53.zone.Tags;
import java.util.Objects;

/**
 * A health check at one moment.
 *
 * @param id      a UUID
 * @param version 1 at first, and one more with each update
 * @param status  what its checkers report, as the operator has set it; not asked of one that is CALCULATED
 */
public record HealthCheck(String id, String callerReference, HealthSettings settings, long version, Tags tags,
                          HealthStatus status) {
    public HealthCheck {
        Objects.requireNonNull(id);
        Objects.requireNonNull(callerReference);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(tags);
        Objects.requireNonNull(status);
    }

    public static HealthCheck fresh(String id, String callerReference, HealthSettings settings) {
        return new HealthCheck(id, callerReference, settings, 1, Tags.NONE, HealthStatus.UNKNOWN);
    }

    public HealthCheck updated(HealthSettings newSettings) {
        return new HealthCheck(id, callerReference, newSettings, version + 1, tags, status);
    }

    public HealthCheck with(Tags newTags) {
        return new HealthCheck(id, callerReference, settings, version, newTags, status);
    }

    public HealthCheck with(HealthStatus newStatus) {
        return new HealthCheck(id, callerReference, settings, version, tags, newStatus);
    }
}
