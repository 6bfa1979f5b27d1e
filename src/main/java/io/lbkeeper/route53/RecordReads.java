package io.lbkeeper.route53;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The operations that read records. */
final class RecordReads {
    private RecordReads() {
    }

    static void listResourceRecordSets(Call call) {
        ListResourceRecordSetsRequest request = call.request(ListResourceRecordSetsRequest.class,
                () -> ListResourceRecordSetsRequest.builder()
                        .hostedZoneId(call.hostedZoneId())
                        .startRecordName(call.text(Route53Constants.START_RECORD_NAME))
                        .startRecordType(call.recordType(Route53Constants.START_RECORD_TYPE))
                        .startRecordIdentifier(call.text(Route53Constants.START_RECORD_IDENTIFIER))
                        .maxItems(call.text(Route53Constants.MAX_ITEMS)).build());
        ListResourceRecordSetsResponse page = RecordPage.read(call.client(), request);
        if (call.pojoRequest()) {
            call.answer(page);
        } else {
            call.answer(page.resourceRecordSets());
        }
        call.answer(Route53Constants.IS_TRUNCATED, page.isTruncated());
        call.answer(Route53Constants.NEXT_RECORD_NAME, page.nextRecordName());
        call.answer(Route53Constants.NEXT_RECORD_TYPE, page.nextRecordTypeAsString());
        call.answer(Route53Constants.NEXT_RECORD_IDENTIFIER, page.nextRecordIdentifier());
    }

    /** Lists from the wanted record on, and compares: where it is absent, Route 53 answers with the next one. */
    static void getRecord(Call call) {
        ListResourceRecordSetsRequest request = call.request(ListResourceRecordSetsRequest.class,
                () -> ListResourceRecordSetsRequest.builder()
                        .hostedZoneId(call.hostedZoneId())
                        .startRecordName(call.requiredText(Route53Constants.RECORD_NAME))
                        .startRecordType(call.required(Route53Constants.RECORD_TYPE,
                                call.recordType(Route53Constants.RECORD_TYPE)))
                        .startRecordIdentifier(call.text(Route53Constants.SET_IDENTIFIER)).build())
                .toBuilder().maxItems("1").build();
        if (request.startRecordName() == null || request.startRecordType() == null) {
            throw call.wrong("the request must have startRecordName and startRecordType, but is " + request);
        }
        Optional<ResourceRecordSet> record = find(call, request);
        call.answer(record.orElse(null));
        call.answer(Route53Constants.RECORD_FOUND, record.isPresent());
        call.answer(Route53Constants.RECORD_TEXTS, record.map(RecordReads::texts).orElse(null));
    }

    static Optional<ResourceRecordSet> find(Call call, String zone, String name, String type, String identifier) {
        return find(call, ListResourceRecordSetsRequest.builder().hostedZoneId(zone).startRecordName(name)
                .startRecordType(type).startRecordIdentifier(identifier).maxItems("1").build());
    }

    private static Optional<ResourceRecordSet> find(Call call, ListResourceRecordSetsRequest request) {
        return RecordPage.read(call.client(), request).resourceRecordSets().stream().limit(1)
                .filter(set -> isAsked(set, request)).findFirst();
    }

    /** The plain text of each value of a TXT record; null for other types. */
    private static List<String> texts(ResourceRecordSet set) {
        return !RecordValues.isText(set.typeAsString()) ? null
                : set.resourceRecords().stream().map(record -> text(record.value())).toList();
    }

    /** A form that nobody knows is no reason not to give the record. */
    private static String text(String value) {
        try {
            return TxtValue.text(value);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static boolean isAsked(ResourceRecordSet set, ListResourceRecordSetsRequest request) {
        RecordName asked = RecordName.of(request.startRecordName());
        RecordName seen = RecordName.of(set.name());
        if (asked.isPlain() && seen.isPlain() && seen.compareTo(asked) < 0) {
            throw RecordPage.unreadable(request, "it starts before that, at " + seen);
        }
        return seen.equals(asked)
                && Objects.equals(set.typeAsString(), request.startRecordTypeAsString())
                && (request.startRecordIdentifier() == null
                        || request.startRecordIdentifier().equals(set.setIdentifier()));
    }

    /** With {@code pojoRequest} the names are the header's, or else the one name that the request starts at. */
    static void getRecords(Call call) {
        ListResourceRecordSetsRequest request = call.request(ListResourceRecordSetsRequest.class,
                () -> ListResourceRecordSetsRequest.builder().hostedZoneId(call.hostedZoneId()).build());
        boolean oneName = request.startRecordName() != null
                && call.message().getHeader(Route53Constants.RECORD_NAMES) == null;
        List<String> names = oneName ? List.of(request.startRecordName())
                : call.requiredTexts(Route53Constants.RECORD_NAMES);
        call.answer(new RecordSearch(call.client(), request)
                .find(names.stream().map(RecordName::of).collect(Collectors.toSet())));
    }
}
