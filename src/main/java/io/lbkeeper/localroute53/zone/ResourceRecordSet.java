package io.lbkeeper.localroute53.zone;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A record set as the API carries it, before and after it was judged: nothing is refused here.
 *
 * @param name          as sent; in a zone's contents lower case, escaped as Route 53 does and with the final dot
 * @param setIdentifier only beside a routing policy
 * @param policies      more than one only in a request that will be refused
 * @param ttl           whole seconds; absent for an alias
 * @param values        in Route 53's notation (TXT in its quotes), in the order given; empty for an alias
 */
public record ResourceRecordSet(String name, RecordType type, Optional<String> setIdentifier,
                                List<RoutingPolicy> policies, Optional<Duration> ttl, List<String> values,
                                Optional<AliasTarget> alias, Optional<String> healthCheckId) {
    public ResourceRecordSet {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(setIdentifier);
        policies = List.copyOf(policies);
        Objects.requireNonNull(ttl);
        values = List.copyOf(values);
        Objects.requireNonNull(alias);
        Objects.requireNonNull(healthCheckId);
    }

    public static ResourceRecordSet simple(String name, RecordType type, Duration ttl, String... values) {
        return new ResourceRecordSet(name, type, Optional.empty(), List.of(), Optional.of(ttl), List.of(values),
                Optional.empty(), Optional.empty());
    }

    public static ResourceRecordSet alias(String name, RecordType type, AliasTarget target) {
        return new ResourceRecordSet(name, type, Optional.empty(), List.of(), Optional.empty(), List.of(),
                Optional.of(target), Optional.empty());
    }

    public ResourceRecordSet withPolicy(String identifier, RoutingPolicy policy) {
        return new ResourceRecordSet(name, type, Optional.of(identifier), List.of(policy), ttl, values, alias,
                healthCheckId);
    }

    public ResourceRecordSet named(DomainName newName) {
        return new ResourceRecordSet(newName.toString(), type, setIdentifier, policies, ttl, values, alias,
                healthCheckId);
    }

    /** Whether a DELETE with {@code other} may remove this: all is the same, values in whatever order. */
    public boolean matches(ResourceRecordSet other) {
        return ttl.equals(other.ttl) && values.size() == other.values.size()
                && new HashSet<>(values).equals(new HashSet<>(other.values)) && policies.equals(other.policies)
                && sameAlias(other) && healthCheckId.equals(other.healthCheckId);
    }

    private boolean sameAlias(ResourceRecordSet other) {
        if (alias.isEmpty() || other.alias.isEmpty()) {
            return alias.equals(other.alias);
        }
        AliasTarget mine = alias.get();
        AliasTarget theirs = other.alias.get();
        return mine.hostedZoneId().equals(theirs.hostedZoneId())
                && mine.evaluateTargetHealth() == theirs.evaluateTargetHealth()
                && DomainName.find(mine.dnsName()).equals(DomainName.find(theirs.dnsName()));
    }
}
