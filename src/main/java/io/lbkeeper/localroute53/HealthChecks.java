package io.lbkeeper.localroute53;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All health checks at one moment, by id. Never changes: a call makes new ones.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
final class HealthChecks {
    static final HealthChecks NONE = new HealthChecks(new TreeMap<>());
    private final SortedMap<String, HealthCheck> byId;

    private HealthChecks(SortedMap<String, HealthCheck> byId) {
        this.byId = Collections.unmodifiableSortedMap(byId);
    }

    SortedMap<String, HealthCheck> byId() {
        return byId;
    }

    HealthCheck check(String id) throws Refusal {
        HealthCheck check = byId.get(id);
        if (check == null) {
            throw new Refusal("NoSuchHealthCheck", "A health check with id " + id + " does not exist.");
        }
        return check;
    }

    HealthChecks with(HealthCheck check) {
        SortedMap<String, HealthCheck> next = new TreeMap<>(byId);
        next.put(check.id(), check);
        return new HealthChecks(next);
    }

    HealthChecks without(String id) {
        SortedMap<String, HealthCheck> next = new TreeMap<>(byId);
        next.remove(id);
        return new HealthChecks(next);
    }

    /**
     * Whether Route 53 takes it for healthy: a disabled one always, unless it is inverted; a CALCULATED one by its
     * children. What has no report yet, and what was deleted while a record still names it, counts as healthy.
     */
    boolean isHealthy(String id) {
        return Optional.ofNullable(byId.get(id)).map(this::isHealthy).orElse(true);
    }

    private boolean isHealthy(HealthCheck check) {
        HealthSettings settings = check.settings();
        boolean reported = settings.isOn(HealthSettings.Element.DISABLED) || switch (settings.type()) {
            case CALCULATED -> settings.list(HealthSettings.Element.CHILDREN).stream().filter(this::isHealthy).count()
                    >= Long.parseLong(settings.text(HealthSettings.Element.HEALTH_THRESHOLD).orElseThrow());
            case CLOUDWATCH_METRIC -> check.status() == HealthStatus.HEALTHY || check.status() == HealthStatus.UNKNOWN
                    && !settings.list(HealthSettings.Element.INSUFFICIENT_DATA).contains("Unhealthy");
            default -> check.status() != HealthStatus.UNHEALTHY;
        };
        return reported != settings.isOn(HealthSettings.Element.INVERTED);
    }
}
