package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A record set as the API writes it, in requests and in answers. */
public final class RecordSetXml {
    private RecordSetXml() {
    }

    public static ResourceRecordSet read(XmlElement set) {
        List<String> values = set.child("ResourceRecords").stream().flatMap(XmlElement::children)
                .map(record -> record.requiredText("Value")).toList();
        return new ResourceRecordSet(set.requiredText("Name"), RecordType.valueOf(set.requiredText("Type")),
                set.text("SetIdentifier"), policies(set), set.number("TTL").map(Duration::ofSeconds), values,
                set.child("AliasTarget").map(target -> new AliasTarget(target.requiredText("HostedZoneId"),
                        target.requiredText("DNSName"), target.isTrue("EvaluateTargetHealth"))),
                set.text("HealthCheckId"));
    }

    private static List<RoutingPolicy> policies(XmlElement set) {
        List<RoutingPolicy> policies = new ArrayList<>();
        set.number("Weight").ifPresent(weight -> policies.add(new RoutingPolicy.Weighted(weight)));
        set.text("Region").ifPresent(region -> policies.add(new RoutingPolicy.Latency(region)));
        set.child("GeoLocation").ifPresent(place -> policies.add(new RoutingPolicy.Geographic(
                place.text("ContinentCode"), place.text("CountryCode"), place.text("SubdivisionCode"))));
        set.text("Failover").ifPresent(role -> policies.add(RoutingPolicy.Failover.valueOf(role)));
        if (set.isTrue("MultiValueAnswer")) {
            policies.add(new RoutingPolicy.MultiValue());
        }
        return policies;
    }

    public static void write(ResponseXml xml, ResourceRecordSet set) {
        xml.element("ResourceRecordSet", element -> {
            element.element("Name", set.name()).element("Type", set.type());
            set.setIdentifier().ifPresent(identifier -> element.element("SetIdentifier", identifier));
            set.policies().forEach(policy -> policy(element, policy));
            set.ttl().ifPresent(ttl -> element.element("TTL", ttl.toSeconds()));
            if (!set.values().isEmpty()) {
                element.element("ResourceRecords", records -> set.values().forEach(value ->
                        records.element("ResourceRecord", record -> record.element("Value", value))));
            }
            set.alias().ifPresent(alias -> element.element("AliasTarget", target -> target
                    .element("HostedZoneId", alias.hostedZoneId())
                    .element("DNSName", DomainName.find(alias.dnsName()).orElseThrow())
                    .element("EvaluateTargetHealth", alias.evaluateTargetHealth())));
            set.healthCheckId().ifPresent(id -> element.element("HealthCheckId", id));
        });
    }

    private static void policy(ResponseXml xml, RoutingPolicy policy) {
        if (policy instanceof RoutingPolicy.Weighted weighted) {
            xml.element(policy.element(), weighted.weight());
        } else if (policy instanceof RoutingPolicy.Latency latency) {
            xml.element(policy.element(), latency.region());
        } else if (policy instanceof RoutingPolicy.Failover role) {
            xml.element(policy.element(), role);
        } else if (policy instanceof RoutingPolicy.MultiValue) {
            xml.element(policy.element(), true);
        } else if (policy instanceof RoutingPolicy.Geographic place) {
            xml.element(policy.element(), location -> {
                place.continent().ifPresent(code -> location.element("ContinentCode", code));
                place.country().ifPresent(code -> location.element("CountryCode", code));
                place.subdivision().ifPresent(code -> location.element("SubdivisionCode", code));
            });
        }
    }
}
