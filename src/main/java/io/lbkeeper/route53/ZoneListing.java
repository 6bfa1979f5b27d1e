package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * Reads a whole zone, page by page. A record set that is not in the result is absent for certain; else the reading
 * ends in an exception. The pages are no snapshot: what changes meanwhile may be in the result, or twice, or not.
 */
final class ZoneListing {
    private ZoneListing() {
    }

    static List<ResourceRecordSet> read(Route53Client client, String hostedZoneId) {
        List<ResourceRecordSet> sets = new ArrayList<>();
        Set<ListResourceRecordSetsRequest> been = new HashSet<>();
        ListResourceRecordSetsRequest request = ListResourceRecordSetsRequest.builder()
                .hostedZoneId(hostedZoneId).build();
        while (request != null) {
            if (!been.add(request)) {
                throw RecordPage.unreadable(request,
                        "an earlier page sent here too: the pages go round in a circle");
            }
            ListResourceRecordSetsResponse page = RecordPage.read(client, request);
            sets.addAll(page.resourceRecordSets());
            request = page.isTruncated() ? next(request, page) : null;
        }
        if (sets.stream().noneMatch(set -> set.type() == RRType.SOA)) {
            // It cannot be deleted, so a list without it is none of this zone, whatever answered.
            throw RecordPage.unreadable(ListResourceRecordSetsRequest.builder().hostedZoneId(hostedZoneId).build(),
                    "it has no SOA record, and every hosted zone has one");
        }
        return sets;
    }

    private static ListResourceRecordSetsRequest next(ListResourceRecordSetsRequest request,
                                                      ListResourceRecordSetsResponse page) {
        RecordPage.refuseBackwards(request, RecordName.of(page.nextRecordName()));
        return request.toBuilder().startRecordName(page.nextRecordName())
                .startRecordType(page.nextRecordTypeAsString())
                .startRecordIdentifier(page.nextRecordIdentifier()).build();
    }
}
