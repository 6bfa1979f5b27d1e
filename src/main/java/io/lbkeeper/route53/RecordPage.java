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
        if (page.isTruncated() == null) {
            throw unreadable(request, "it does not say whether it is complete (IsTruncated), so it is no list of "
                    + "record sets");
        }
        boolean continues = page.nextRecordName() != null && !page.nextRecordName().isBlank();
        if (page.isTruncated() && !continues) {
            throw unreadable(request, "it is cut (IsTruncated) and does not say where it goes on (NextRecordName)");
        }
        if (page.isTruncated() && page.resourceRecordSets().isEmpty()) {
            throw unreadable(request, "it is cut (IsTruncated) and holds no record set");
        }
        if (!page.isTruncated() && continues) {
            throw unreadable(request, "it is complete (IsTruncated is false) and yet goes on at "
                    + page.nextRecordName());
        }
        return page;
    }

    /** An answer that must not be used; of the SDK's own kind, as for the caller it is an API that did not answer. */
    static SdkClientException unreadable(ListResourceRecordSetsRequest request, String why) {
        return SdkClientException.create("Listing record sets of the hosted zone " + request.hostedZoneId()
                + " from " + (request.startRecordName() == null ? "the start" : request.startRecordName())
                + ": the answer cannot be trusted, as " + why
                + ". Check what answers at the endpoint, such as a proxy.");
    }
}
