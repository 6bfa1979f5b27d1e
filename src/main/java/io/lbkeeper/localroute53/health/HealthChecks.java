package io.lbkeeper.localroute53.health;

import io.lbkeeper.localroute53.zone.Refusal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All health checks at one moment, by id. Never changes: a call makes new ones.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
public final class HealthChecks {
    public static final HealthChecks NONE = new HealthChecks(new TreeMap<>());
    private final SortedMap<String, HealthCheck> byId;

    private HealthChecks(SortedMap<String, HealthCheck> byId) {
        this.byId = Collections.unmodifiableSortedMap(byId);
    }

    public SortedMap<String, HealthCheck> byId() {
        return byId;
    }

    public HealthCheck check(String id) throws Refusal {
        HealthCheck check = byId.get(id);
        if (check == null) {
            throw new Refusal("NoSuchHealthCheck", "A health check with id " + id + " does not exist.");
        }
        return check;
    }

    public HealthChecks with(HealthCheck check) {
        SortedMap<String, HealthCheck> next = new TreeMap<>(byId);
        next.put(check.id(), check);
        return new HealthChecks(next);
    }

    public HealthChecks without(String id) {
        SortedMap<String, HealthCheck> next = new TreeMap<>(byId);
        next.remove(id);
        return new HealthChecks(next);
    }

    /**
     * Whether Route 53 takes it for healthy: a disabled one always, unless it is inverted; a CALCULATED one by its
     * children. What has no report yet, and what was deleted while a record still names it, counts as healthy.
     */
    public boolean isHealthy(String id) {
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
