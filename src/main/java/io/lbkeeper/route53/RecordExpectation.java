package io.lbkeeper.route53;

import java.util.List;

import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * What replaceRecord is told to expect. That nothing is expected must be said: a header that is missing by mistake
 * would otherwise turn a replacement into a creation.
 *
 * @param desired null where the record set shall be absent
 */
record RecordExpectation(Call call, ResourceRecordSet desired) {
    private static final List<String> WAYS = List.of(Route53Constants.EXPECTED_RECORD,
            Route53Constants.EXPECTED_VALUES, Route53Constants.EXPECTED_ABSENT);

    /** The record set as it is expected to be, or null where it is expected to be absent. */
    ResourceRecordSet told() {
        List<String> told = WAYS.stream().filter(this::isTold).toList();
        if (told.size() > 1) {
            throw call.wrong("what is expected is told in more than one way: by the headers " + told);
        }
        if (told.isEmpty()) {
            throw call.wrong("what is expected is not told: the header " + Route53Constants.EXPECTED_RECORD
                    + " is missing (a ResourceRecordSet, such as getRecord gives), and so are "
                    + Route53Constants.EXPECTED_VALUES + " with " + Route53Constants.EXPECTED_TTL + ", and "
                    + Route53Constants.EXPECTED_ABSENT + ", which must be true where no such record is expected");
        }
        return switch (told.get(0)) {
            case Route53Constants.EXPECTED_RECORD -> record();
            case Route53Constants.EXPECTED_VALUES -> plain();
            default -> null;
        };
    }

    private boolean isTold(String header) {
        return header.equals(Route53Constants.EXPECTED_ABSENT) ? call.truth(header)
                : call.message().getHeader(header) != null;
    }

    private ResourceRecordSet record() {
        Object expected = call.message().getHeader(Route53Constants.EXPECTED_RECORD);
        if (expected instanceof ResourceRecordSet set) {
            return set;
        }
        throw call.wrong("the header " + Route53Constants.EXPECTED_RECORD + " must be a "
                + ResourceRecordSet.class.getName() + ", but is " + Call.seen(expected));
    }

    private ResourceRecordSet plain() {
        RecordWish headers = RecordWish.ofHeaders(call);
        String name = desired == null ? headers.name() : desired.name();
        String type = desired == null ? headers.type() : desired.typeAsString();
        String identifier = desired == null ? headers.setIdentifier() : desired.setIdentifier();
        if (identifier != null) {
            throw call.wrong("the header " + Route53Constants.EXPECTED_VALUES + " tells a plain record only, but the "
                    + "set identifier is '" + identifier + "': tell the whole record set by the header "
                    + Route53Constants.EXPECTED_RECORD);
        }
        return RecordWish.ofExpectation(call, name, type).recordSet();
    }
}
