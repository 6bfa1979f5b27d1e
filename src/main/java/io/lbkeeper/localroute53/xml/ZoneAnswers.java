package io.lbkeeper.localroute53.xml;

import io.lbkeeper.localroute53.zone.ChangeInfo;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.Vpc;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.List;
import java.util.Optional;

/** The answers about zones, elements in the order of the API's model. */
public final class ZoneAnswers {
    /** The account of AWS's own examples; the local endpoint has but one. */
    private static final String OWNER = "111122223333";

    private ZoneAnswers() {
    }

    public static byte[] created(ZoneState zone, ChangeInfo change) {
        return ResponseXml.document("CreateHostedZoneResponse", xml -> {
            zone(xml, zone);
            ApiAnswers.change(xml, change);
            delegation(xml, zone);
            zone.vpcs().forEach(vpc -> vpc(xml, vpc));
        });
    }

    public static byte[] zone(ZoneState zone) {
        return ResponseXml.document("GetHostedZoneResponse", xml -> {
            zone(xml, zone);
            delegation(xml, zone);
            vpcs(xml, zone);
        });
    }

    public static byte[] commented(ZoneState zone) {
        return ResponseXml.document("UpdateHostedZoneCommentResponse", xml -> zone(xml, zone));
    }

    /** A private zone is delegated to nobody. */
    private static void delegation(ResponseXml xml, ZoneState zone) {
        if (!zone.isPrivate()) {
            xml.element("DelegationSet", set -> set.element("NameServers", servers ->
                    zone.nameServers().forEach(server -> servers.element("NameServer", withoutDot(server)))));
        }
    }

    /** Name servers are told so, and all other names with the final dot. */
    public static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static void zone(ResponseXml xml, ZoneState zone) {
        xml.element("HostedZone", element -> {
            identity(element, zone);
            element.element("ResourceRecordSetCount", zone.contents().sets().size());
        });
    }

    public static void identity(ResponseXml xml, ZoneState zone) {
        xml.element("Id", "/hostedzone/" + zone.id())
                .element("Name", zone.name())
                .element("CallerReference", zone.callerReference())
                .element("Config", config -> {
                    zone.comment().ifPresent(comment -> config.element("Comment", comment));
                    config.element("PrivateZone", zone.isPrivate());
                });
    }

    public static void vpcs(ResponseXml xml, ZoneState zone) {
        if (zone.isPrivate()) {
            xml.element("VPCs", list -> zone.vpcs().forEach(vpc -> vpc(list, vpc)));
        }
    }

    private static void vpc(ResponseXml xml, Vpc vpc) {
        xml.element("VPC", element -> element.element("VPCRegion", vpc.region()).element("VPCId", vpc.id()));
    }

    public static byte[] zones(List<ZoneState> from, String marker, int maxItems) {
        return ResponseXml.document("ListHostedZonesResponse", xml -> {
            page(xml, from, maxItems);
            xml.element("Marker", marker).element("IsTruncated", from.size() > maxItems);
            next(from, maxItems).ifPresent(next -> xml.element("NextMarker", next.id()));
            xml.element("MaxItems", maxItems);
        });
    }

    public static byte[] zonesByName(List<ZoneState> from, Optional<DomainName> name, Optional<String> id,
                                     int maxItems) {
        return ResponseXml.document("ListHostedZonesByNameResponse", xml -> {
            page(xml, from, maxItems);
            name.ifPresent(given -> xml.element("DNSName", given));
            id.ifPresent(given -> xml.element("HostedZoneId", given));
            xml.element("IsTruncated", from.size() > maxItems);
            next(from, maxItems).ifPresent(next -> xml
                    .element("NextDNSName", next.name()).element("NextHostedZoneId", next.id()));
            xml.element("MaxItems", maxItems);
        });
    }

    public static byte[] zonesByVpc(List<ZoneState> from, int maxItems) {
        return ResponseXml.document("ListHostedZonesByVPCResponse", xml -> {
            xml.element("HostedZoneSummaries", list -> from.stream().limit(maxItems).forEach(zone ->
                    list.element("HostedZoneSummary", summary -> summary
                            .element("HostedZoneId", zone.id())
                            .element("Name", zone.name())
                            .element("Owner", owner -> owner.element("OwningAccount", OWNER)))));
            xml.element("MaxItems", maxItems);
            next(from, maxItems).ifPresent(next -> xml.element("NextToken", next.id()));
        });
    }

    private static void page(ResponseXml xml, List<ZoneState> from, int maxItems) {
        xml.element("HostedZones", list -> from.stream().limit(maxItems).forEach(zone -> zone(list, zone)));
    }

    private static Optional<ZoneState> next(List<ZoneState> from, int maxItems) {
        return from.stream().skip(maxItems).findFirst();
    }
}
