package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.localroute53.zone.ChangeAction;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordKey;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import io.lbkeeper.localroute53.zone.ZoneContents;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The SDK's requests as the zone takes them, and the zone's records as the SDK gives them. */
final class SdkRecords {
    private static final int RECORDS_PER_PAGE = 300;

    private SdkRecords() {
    }

    static ListResourceRecordSetsResponse page(ZoneContents contents, ListResourceRecordSetsRequest request) {
        int most = request.maxItems() == null ? RECORDS_PER_PAGE : Integer.parseInt(request.maxItems());
        Optional<RecordKey> start = Optional.ofNullable(request.startRecordName()).flatMap(DomainName::find)
                .map(name -> new RecordKey(name, orEmpty(request.startRecordTypeAsString()),
                        orEmpty(request.startRecordIdentifier())));
        ZoneContents.Page page = contents.page(start, most);
        ListResourceRecordSetsResponse.Builder answer = ListResourceRecordSetsResponse.builder()
                .resourceRecordSets(page.sets().stream().map(SdkRecords::toSdk).toList())
                .isTruncated(page.next().isPresent()).maxItems(String.valueOf(most));
        page.next().ifPresent(next -> answer.nextRecordName(next.name()).nextRecordType(next.type().name())
                .nextRecordIdentifier(next.setIdentifier().orElse(null)));
        return answer.build();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static ResourceRecordSet toSdk(io.lbkeeper.localroute53.zone.ResourceRecordSet set) {
        ResourceRecordSet.Builder made = ResourceRecordSet.builder().name(set.name()).type(set.type().name())
                .setIdentifier(set.setIdentifier().orElse(null)).ttl(set.ttl().map(Duration::toSeconds).orElse(null))
                .healthCheckId(set.healthCheckId().orElse(null));
        if (!set.values().isEmpty()) {
            made.resourceRecords(set.values().stream().map(value -> ResourceRecord.builder().value(value).build())
                    .toList());
        }
        set.alias().ifPresent(alias -> made.aliasTarget(AliasTarget.builder().hostedZoneId(alias.hostedZoneId())
                .dnsName(alias.dnsName()).evaluateTargetHealth(alias.evaluateTargetHealth()).build()));
        set.policies().forEach(policy -> route(made, policy));
        return made.build();
    }

    private static void route(ResourceRecordSet.Builder made, RoutingPolicy policy) {
        if (policy instanceof RoutingPolicy.Weighted weighted) {
            made.weight(weighted.weight());
        } else if (policy instanceof RoutingPolicy.Latency latency) {
            made.region(latency.region());
        } else if (policy instanceof RoutingPolicy.Failover role) {
            made.failover(role.name());
        } else if (policy instanceof RoutingPolicy.MultiValue) {
            made.multiValueAnswer(true);
        }
    }

    /** Those of a batch; lbkeeper writes plain records only, and so whatever else it sent would be lost here. */
    static List<RecordChange> changes(List<Change> batch) {
        return batch.stream().map(change -> new RecordChange(ChangeAction.valueOf(change.actionAsString()),
                fromSdk(change.resourceRecordSet()))).toList();
    }

    private static io.lbkeeper.localroute53.zone.ResourceRecordSet fromSdk(ResourceRecordSet set) {
        Optional<io.lbkeeper.localroute53.zone.AliasTarget> alias = Optional.ofNullable(set.aliasTarget())
                .map(target -> new io.lbkeeper.localroute53.zone.AliasTarget(target.hostedZoneId(), target.dnsName(),
                        target.evaluateTargetHealth()));
        List<RoutingPolicy> policies = set.weight() == null ? List.of()
                : List.of(new RoutingPolicy.Weighted(set.weight()));
        return new io.lbkeeper.localroute53.zone.ResourceRecordSet(set.name(), RecordType.valueOf(set.typeAsString()),
                Optional.ofNullable(set.setIdentifier()), policies, Optional.ofNullable(set.ttl())
                        .map(Duration::ofSeconds), set.resourceRecords().stream().map(ResourceRecord::value).toList(),
                alias, Optional.ofNullable(set.healthCheckId()));
    }
}
