package io.lbkeeper.localroute53;

import java.util.List;
import java.util.Optional;

/** The bodies of the API's answers, elements in the order of its model. */
final class ApiAnswers {
    private ApiAnswers() {
    }

    static byte[] refusal(Refusal refusal, boolean callersFault, String requestId) {
        return ResponseXml.document("ErrorResponse", xml -> xml
                .element("Error", error -> error
                        .element("Type", callersFault ? "Sender" : "Receiver")
                        .element("Code", refusal.code())
                        .element("Message", refusal.getMessage()))
                .element("RequestId", requestId));
    }

    static byte[] change(String root, ChangeInfo change) {
        return ResponseXml.document(root, xml -> xml.element("ChangeInfo", info -> {
            info.element("Id", "/change/" + change.id())
                    .element("Status", change.status())
                    .element("SubmittedAt", change.submittedAt());
            change.comment().ifPresent(comment -> info.element("Comment", comment));
        }));
    }

    static byte[] hostedZone(ZoneState zone) {
        return ResponseXml.document("GetHostedZoneResponse", xml -> {
            zone(xml, zone);
            xml.element("DelegationSet", set -> set.element("NameServers", servers ->
                    zone.nameServers().forEach(server -> servers.element("NameServer", withoutDot(server)))));
        });
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static void zone(ResponseXml xml, ZoneState zone) {
        xml.element("HostedZone", element -> element
                .element("Id", "/hostedzone/" + zone.id())
                .element("Name", zone.name())
                .element("CallerReference", zone.callerReference())
                .element("Config", config -> config.element("PrivateZone", false))
                .element("ResourceRecordSetCount", zone.contents().sets().size()));
    }

    static byte[] zones(List<ZoneState> from, String marker, int maxItems) {
        return ResponseXml.document("ListHostedZonesResponse", xml -> {
            zonePage(xml, from, maxItems);
            xml.element("Marker", marker).element("IsTruncated", from.size() > maxItems);
            next(from, maxItems).ifPresent(next -> xml.element("NextMarker", next.id()));
            xml.element("MaxItems", maxItems);
        });
    }

    static byte[] zonesByName(List<ZoneState> from, Optional<DomainName> name, Optional<String> id, int maxItems) {
        return ResponseXml.document("ListHostedZonesByNameResponse", xml -> {
            zonePage(xml, from, maxItems);
            name.ifPresent(given -> xml.element("DNSName", given));
            id.ifPresent(given -> xml.element("HostedZoneId", given));
            xml.element("IsTruncated", from.size() > maxItems);
            next(from, maxItems).ifPresent(next -> xml
                    .element("NextDNSName", next.name()).element("NextHostedZoneId", next.id()));
            xml.element("MaxItems", maxItems);
        });
    }

    private static void zonePage(ResponseXml xml, List<ZoneState> from, int maxItems) {
        xml.element("HostedZones", list -> from.stream().limit(maxItems).forEach(zone -> zone(list, zone)));
    }

    private static Optional<ZoneState> next(List<ZoneState> from, int maxItems) {
        return from.stream().skip(maxItems).findFirst();
    }

    static byte[] recordSets(ZoneContents.Page page, int maxItems) {
        return ResponseXml.document("ListResourceRecordSetsResponse", xml -> {
            xml.element("ResourceRecordSets", list -> page.sets().forEach(set -> recordSet(list, set)));
            xml.element("IsTruncated", page.next().isPresent());
            page.next().ifPresent(next -> {
                xml.element("NextRecordName", next.name()).element("NextRecordType", next.type());
                next.setIdentifier().ifPresent(identifier -> xml.element("NextRecordIdentifier", identifier));
            });
            xml.element("MaxItems", maxItems);
        });
    }

    private static void recordSet(ResponseXml xml, ResourceRecordSet set) {
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
