package io.lbkeeper.route53;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;

/**
 * Reads one page of record sets. The SDK makes a response without records even from an empty body or a page of HTML
 * with status 200; such an answer ends in an exception here, so that nobody takes it for "no such record".
 */
final class RecordPage {
    private RecordPage() {
    }

    static ListResourceRecordSetsResponse read(Route53Client client, ListResourceRecordSetsRequest request) {
        ListResourceRecordSetsResponse page = client.listResourceRecordSets(request);
        AnswerTrust.fault(page.isTruncated(), page.nextRecordName(), page.resourceRecordSets()).ifPresent(why -> {
            throw unreadable(request, why);
        });
        return page;
    }

    /** Pages follow Route 53's order; of a name whose place in it is not certain nothing is concluded. */
    static void refuseBackwards(ListResourceRecordSetsRequest request, RecordName next) {
        RecordName start = request.startRecordName() == null ? next : RecordName.of(request.startRecordName());
        if (next.isPlain() && start.isPlain() && next.compareTo(start) < 0) {
            throw unreadable(request, "it goes on backwards, at " + next);
        }
    }

    /** An answer that must not be used; of the SDK's own kind, as for the caller it is an API that did not answer. */
    static SdkClientException unreadable(ListResourceRecordSetsRequest request, String why) {
        return SdkClientException.create("Listing record sets of the hosted zone " + request.hostedZoneId()
                + " from " + (request.startRecordName() == null ? "the start" : request.startRecordName())
                + ": the answer cannot be trusted, as " + why
                + ". Check what answers at the endpoint, such as a proxy.");
    }
}
