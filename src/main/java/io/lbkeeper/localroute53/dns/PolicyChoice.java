package io.lbkeeper.localroute53.dns;

import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Failover;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Geographic;
import io.lbkeeper.localroute53.zone.RoutingPolicy.MultiValue;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Weighted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Which record sets of one name and type are answered: the routing policy chooses among the healthy ones, and where
 * none is healthy, as if all were.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
final class PolicyChoice {
    private static final int MULTIVALUE_LIMIT = 8;
    private static final Geographic EVERYWHERE_ELSE = new Geographic(Optional.empty(), Optional.of("*"),
            Optional.empty());
    private final Predicate<ResourceRecordSet> healthy;
    private final Random random;

    PolicyChoice(Predicate<ResourceRecordSet> healthy, Random random) {
        this.healthy = healthy;
        this.random = random;
    }

    /** @param sets in the order of their set identifiers */
    List<ResourceRecordSet> among(List<ResourceRecordSet> sets) {
        if (sets.size() < 2) {
            return sets;
        }
        List<ResourceRecordSet> fit = sets.stream().filter(healthy).toList();
        List<ResourceRecordSet> candidates = fit.isEmpty() ? sets : fit;
        RoutingPolicy policy = sets.get(0).policies().get(0);
        if (policy instanceof MultiValue) {
            return several(candidates);
        }
        if (policy instanceof Weighted) {
            return List.of(byWeight(candidates));
        }
        RoutingPolicy preferred = policy instanceof Failover ? Failover.PRIMARY : EVERYWHERE_ELSE;
        return List.of(candidates.stream().filter(set -> set.policies().contains(preferred)).findFirst()
                .orElse(candidates.get(0)));
    }

    private List<ResourceRecordSet> several(List<ResourceRecordSet> candidates) {
        if (candidates.size() <= MULTIVALUE_LIMIT) {
            return candidates;
        }
        List<ResourceRecordSet> mixed = new ArrayList<>(candidates);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, MULTIVALUE_LIMIT);
    }

    /** A weight of 0 is chosen only where no candidate has more; then all are as likely. */
    private ResourceRecordSet byWeight(List<ResourceRecordSet> candidates) {
        long total = candidates.stream().mapToLong(PolicyChoice::weight).sum();
        if (total == 0) {
            return candidates.get(random.nextInt(candidates.size()));
        }
        long draw = random.nextInt((int) total);
        int at = 0;
        for (; draw >= weight(candidates.get(at)); at++) {
            draw -= weight(candidates.get(at));
        }
        return candidates.get(at);
    }

    private static long weight(ResourceRecordSet set) {
        return set.policies().get(0) instanceof Weighted weighted ? weighted.weight() : 0;
    }
}
