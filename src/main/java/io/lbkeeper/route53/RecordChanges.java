package io.lbkeeper.route53;

import java.util.Collection;
import java.util.List;

import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The operations that change records. */
final class RecordChanges {
    private RecordChanges() {
    }

    /** Sets one record whatever is there, so a repetition by the SDK does no harm. */
    static void upsertRecord(Call call) {
        ChangeResourceRecordSetsRequest request = call.request(ChangeResourceRecordSetsRequest.class,
                () -> request(call, ChangeBatch.builder()
                        .changes(Change.builder().action(ChangeAction.UPSERT).resourceRecordSet(wanted(call)).build())
                        .build()));
        List<Change> changes = request.changeBatch() == null ? List.of() : request.changeBatch().changes();
        if (changes.size() != 1 || changes.get(0).action() != ChangeAction.UPSERT) {
            throw call.wrong("the request must hold one change, an UPSERT, but holds " + Call.seen(changes)
                    + "; use changeResourceRecordSets for others");
        }
        answer(call, call.client().changeResourceRecordSets(request));
    }

    private static ResourceRecordSet wanted(Call call) {
        if (call.message().getBody() instanceof ResourceRecordSet set) {
            return set;
        }
        return ResourceRecordSet.builder()
                .name(call.requiredText(Route53Constants.RECORD_NAME))
                .type(call.required(Route53Constants.RECORD_TYPE, call.recordType(Route53Constants.RECORD_TYPE)))
                .ttl(call.required(Route53Constants.RECORD_TTL, call.header(Route53Constants.RECORD_TTL, Long.class)))
                .resourceRecords(call.requiredTexts(Route53Constants.RECORD_VALUES).stream()
                        .map(value -> ResourceRecord.builder().value(value).build()).toList())
                .build();
    }

    static void changeResourceRecordSets(Call call) {
        ChangeResourceRecordSetsRequest request = call.request(ChangeResourceRecordSetsRequest.class,
                () -> request(call, batch(call)));
        answer(call, call.client().changeResourceRecordSets(call.limited(request)));
    }

    private static ChangeBatch batch(Call call) {
        Object body = call.message().getBody();
        if (body instanceof ChangeBatch batch) {
            return batch;
        }
        if (body instanceof Collection<?> changes && !changes.isEmpty()
                && changes.stream().allMatch(Change.class::isInstance)) {
            return ChangeBatch.builder().changes(changes.stream().map(Change.class::cast).toList()).build();
        }
        throw call.wrong("the body must be a " + ChangeBatch.class.getName() + " or a Collection of at least one "
                + Change.class.getName() + ", but is " + Call.seen(body));
    }

    private static ChangeResourceRecordSetsRequest request(Call call, ChangeBatch batch) {
        String comment = batch.comment() == null ? call.text(Route53Constants.CHANGE_COMMENT) : batch.comment();
        return ChangeResourceRecordSetsRequest.builder().hostedZoneId(call.hostedZoneId())
                .changeBatch(batch.toBuilder().comment(comment).build()).build();
    }

    private static void answer(Call call, ChangeResourceRecordSetsResponse response) {
        ChangeReads.answer(call, response, response.changeInfo());
    }
}
