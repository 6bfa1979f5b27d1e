package io.lbkeeper.route53;

import software.amazon.awssdk.services.route53.model.DelegationSet;
import software.amazon.awssdk.services.route53.model.GetHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameResponse;
import software.amazon.awssdk.services.route53.model.ListHostedZonesRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesResponse;

/** The operations that read hosted zones. */
final class HostedZoneReads {
    private HostedZoneReads() {
    }

    static void listHostedZones(Call call) {
        ListHostedZonesResponse page = call.client().listHostedZones(call.request(ListHostedZonesRequest.class,
                () -> ListHostedZonesRequest.builder()
                        .marker(call.text(Route53Constants.MARKER))
                        .maxItems(call.text(Route53Constants.MAX_ITEMS)).build()));
        AnswerTrust.page(call.doing(), page.isTruncated(), page.nextMarker(), page.hostedZones());
        page.hostedZones().forEach(zone -> trusted(call, page, zone));
        call.answer(call.pojoRequest() ? page : page.hostedZones());
        call.answer(Route53Constants.IS_TRUNCATED, page.isTruncated());
        call.answer(Route53Constants.NEXT_MARKER, page.nextMarker());
    }

    static void listHostedZonesByName(Call call) {
        ListHostedZonesByNameResponse page = call.client().listHostedZonesByName(
                call.request(ListHostedZonesByNameRequest.class, () -> ListHostedZonesByNameRequest.builder()
                        .dnsName(call.text(Route53Constants.START_HOSTED_ZONE_NAME))
                        .hostedZoneId(call.id(Route53Constants.START_HOSTED_ZONE_ID))
                        .maxItems(call.text(Route53Constants.MAX_ITEMS)).build()));
        AnswerTrust.page(call.doing(), page.isTruncated(), page.nextDNSName(), page.hostedZones());
        page.hostedZones().forEach(zone -> trusted(call, page, zone));
        // The SDK takes /hostedzone/ from the ids of all answers but this one.
        call.answer(call.pojoRequest() ? page : page.hostedZones().stream()
                .map(zone -> zone.toBuilder().id(Call.bareId(zone.id())).build()).toList());
        call.answer(Route53Constants.IS_TRUNCATED, page.isTruncated());
        call.answer(Route53Constants.NEXT_HOSTED_ZONE_NAME, page.nextDNSName());
        call.answer(Route53Constants.NEXT_HOSTED_ZONE_ID,
                page.nextHostedZoneId() == null ? null : Call.bareId(page.nextHostedZoneId()));
    }

    /**
     * The header with the zone's id is left as it is: it goes before the name, so the next call would stay with this
     * zone even where the message tells another name by then. The body has the id.
     */
    static void getHostedZone(Call call) {
        GetHostedZoneResponse response = call.client().getHostedZone(call.request(GetHostedZoneRequest.class,
                () -> GetHostedZoneRequest.builder().id(call.hostedZoneId()).build()));
        HostedZone zone = trusted(call, response, response.hostedZone());
        call.answer(call.pojoRequest() ? response : zone);
        answerNameServers(call, response.delegationSet());
    }

    static HostedZone trusted(Call call, Object response, HostedZone zone) {
        AnswerTrust.told(call, response, "hosted zone (Id and Name)",
                zone == null || zone.id() == null ? null : zone.name());
        return zone;
    }

    static void answerNameServers(Call call, DelegationSet set) {
        call.answer(Route53Constants.NAME_SERVERS, set == null || !set.hasNameServers() ? null : set.nameServers());
    }
}
