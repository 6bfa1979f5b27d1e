package io.lbkeeper.localroute53.zone;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Whether a record set may stand beside the others of its name and type: one policy for all of them. */
final class SetRules {
    private static final int SETS_LIMIT = 100;
    private static final Map<Class<?>, String> NAMES = Map.of(
            RoutingPolicy.Weighted.class, "weighted", RoutingPolicy.Latency.class, "latency",
            RoutingPolicy.Geographic.class, "geo location", RoutingPolicy.Failover.class, "failover",
            RoutingPolicy.MultiValue.class, "multivalue answer");
    private final Collection<ResourceRecordSet> siblings;

    SetRules(Collection<ResourceRecordSet> siblings) {
        this.siblings = siblings;
    }

    Optional<String> fault(RecordKey key, ResourceRecordSet set) {
        if (siblings.isEmpty()) {
            return Optional.empty();
        }
        String one = "RRSet with DNS name " + key.name() + ", type " + key.type();
        if (set.policies().isEmpty()) {
            return Optional.of(one + " cannot be created as other RRSets exist with the same name and type.");
        }
        RoutingPolicy policy = set.policies().get(0);
        String identified = one + ", SetIdentifier " + key.setIdentifier();
        if (siblings.stream().anyMatch(other -> !samePolicy(other, policy))) {
            return Optional.of(identified + " cannot be created as a non-" + NAMES.get(policy.getClass())
                    + " set exists with the same name and type.");
        }
        if (siblings.size() >= SETS_LIMIT) {
            return Optional.of("Exceeded limit on number of " + NAMES.get(policy.getClass()) + " RRSets for "
                    + key.name() + ", type " + key.type() + " in this zone.");
        }
        return policyFault(key, set, policy, identified);
    }

    private Optional<String> policyFault(RecordKey key, ResourceRecordSet set, RoutingPolicy policy,
                                         String identified) {
        if (policy instanceof RoutingPolicy.Weighted) {
            boolean otherTtl = siblings.stream().anyMatch(other -> other.alias().isEmpty() && set.alias().isEmpty()
                    && !other.ttl().equals(set.ttl()));
            return otherTtl ? Optional.of("RRSet with DNS name " + key.name() + " and type " + key.type()
                    + ", SetIdentifier " + key.setIdentifier()
                    + " cannot be created as weighted sets must contain the same TTL.") : Optional.empty();
        }
        boolean taken = !(policy instanceof RoutingPolicy.MultiValue)
                && siblings.stream().anyMatch(other -> other.policies().contains(policy));
        if (!taken) {
            return Optional.empty();
        }
        if (policy instanceof RoutingPolicy.Latency latency) {
            return Optional.of(identified + ", and Region Name=" + latency.region()
                    + " cannot be created because a latency RRSet with the same name, type and region already exists.");
        }
        return Optional.of(identified + " cannot be created because a " + NAMES.get(policy.getClass())
                + " RRSet with the same name, type and " + policy.element() + " already exists.");
    }

    private static boolean samePolicy(ResourceRecordSet other, RoutingPolicy policy) {
        return !other.policies().isEmpty() && other.policies().get(0).getClass() == policy.getClass();
    }
}
