package io.lbkeeper.localroute53.dns;

import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.ZoneContents;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Whether a record set is healthy: its health check says so, and, where it is an alias that evaluates its target's
 * health, a record set of its target is. Without a health check it counts as healthy.
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html
 */
final class SetHealth {
    private final ZoneContents contents;
    private final Predicate<String> healthyCheck;
    /** Each target is judged once: a web of aliases would be judged again for every path through it. */
    private final Map<Target, Boolean> judged = new HashMap<>();

    private record Target(DomainName name, RecordType type, int aliasesLeft) {
    }

    /** @param healthyCheck whether the health check of this id is healthy */
    SetHealth(ZoneContents contents, Predicate<String> healthyCheck) {
        this.contents = contents;
        this.healthyCheck = healthyCheck;
    }

    /** @param aliasesLeft how many aliases deep the answer may come from; what lies deeper is never answered */
    boolean isHealthy(ResourceRecordSet set, int aliasesLeft) {
        if (!set.healthCheckId().map(healthyCheck::test).orElse(true)) {
            return false;
        }
        return set.alias().filter(AliasTarget::evaluateTargetHealth)
                .map(alias -> isHealthy(new Target(DomainName.find(alias.dnsName()).orElseThrow(), set.type(),
                        aliasesLeft)))
                .orElse(true);
    }

    private boolean isHealthy(Target target) {
        Boolean known = judged.get(target);
        if (known == null) {
            List<ResourceRecordSet> sets = contents.at(target.name(), target.type());
            known = target.aliasesLeft() > 0
                    && sets.stream().anyMatch(set -> isHealthy(set, target.aliasesLeft() - 1));
            judged.put(target, known);
        }
        return known;
    }
}
