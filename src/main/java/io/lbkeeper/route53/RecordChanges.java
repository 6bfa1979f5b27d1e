package io.lbkeeper.route53;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The operations that change records. */
final class RecordChanges {
    private RecordChanges() {
    }

    static void createRecord(Call call) {
        ChangeReads.forget(call);
        answer(call, send(call, single(call, ChangeAction.CREATE, () -> told(call))));
    }

    /** Sets one record whatever is there, so a repetition by the SDK does no harm. */
    static void upsertRecord(Call call) {
        ChangeReads.forget(call);
        answer(call, send(call, single(call, ChangeAction.UPSERT, () -> told(call))));
    }

    static void changeResourceRecordSets(Call call) {
        ChangeReads.forget(call);
        answer(call, send(call, call.request(ChangeResourceRecordSetsRequest.class,
                () -> request(call, ChangeEntries.batch(call)))));
    }

    /** Deletes exactly what is told, or, where only its name and type are, exactly what it reads before. */
    static void deleteRecord(Call call) {
        ChangeReads.forget(call);
        call.answer(Route53Constants.RECORD_FOUND, null);
        ChangeResourceRecordSetsRequest request = single(call, ChangeAction.DELETE, () -> toDelete(call));
        ResourceRecordSet set = request.changeBatch().changes().get(0).resourceRecordSet();
        try {
            answer(call, send(call, request));
        } catch (InvalidChangeBatchException e) {
            if (Conflict.isOnlyAbout(set, e)) {
                call.answer(Route53Constants.RECORD_FOUND, !Conflict.isAbsence(e));
            }
            throw e;
        }
        call.answer(Route53Constants.RECORD_FOUND, true);
    }

    private static ResourceRecordSet toDelete(Call call) {
        RecordWish wish = RecordWish.ofHeaders(call);
        if (call.message().getBody() instanceof ResourceRecordSet || wish.content().isPresent()) {
            return told(call);
        }
        Optional<ResourceRecordSet> read =
                RecordReads.find(call, call.hostedZoneId(), wish.name(), wish.type(), wish.setIdentifier());
        if (read.isEmpty()) {
            call.answer(Route53Constants.RECORD_FOUND, false);
            throw new NoSuchRecordException(call.doing() + ": there is no record set "
                    + RecordSets.describe(wish.identity()) + " in the hosted zone " + call.hostedZoneId()
                    + ", so nothing was deleted");
        }
        if (wish.setIdentifier() == null && read.get().setIdentifier() != null) {
            throw call.wrong("of " + RecordSets.describe(wish.identity()) + " there are record sets with identifiers, "
                    + "such as '" + read.get().setIdentifier() + "', and it is not told which one to delete: set the "
                    + "header " + Route53Constants.SET_IDENTIFIER);
        }
        return read.get();
    }

    /** The record set of the body, or else of the headers; where both tell one, either may be left over. */
    static ResourceRecordSet told(Call call) {
        RecordWish wish = RecordWish.ofHeaders(call);
        if (!(call.message().getBody() instanceof ResourceRecordSet set)) {
            return wish.recordSet();
        }
        if (wish.content().isPresent()) {
            throw call.wrong("the record set is told twice, by the body, which is a ResourceRecordSet, and by "
                    + wish.content().get() + ": remove one of them");
        }
        Optional<String> other = wish.otherThan(set);
        if (other.isPresent()) {
            throw call.wrong("the body is the record set " + RecordSets.describe(set) + ", but " + other.get()
                    + " tells another one: remove the header where it is left over, or the body");
        }
        return set;
    }

    /** A request that holds one change, of this kind; the body itself, with pojoRequest, must be such a one too. */
    private static ChangeResourceRecordSetsRequest single(Call call, ChangeAction action,
                                                          Supplier<ResourceRecordSet> set) {
        ChangeResourceRecordSetsRequest request = call.request(ChangeResourceRecordSetsRequest.class,
                () -> request(call, ChangeBatch.builder()
                        .changes(Change.builder().action(action).resourceRecordSet(set.get()).build()).build()));
        List<Change> changes = changes(request);
        if (changes.size() != 1 || changes.get(0).action() != action) {
            throw call.wrong("the request must hold one change, " + (action == ChangeAction.UPSERT ? "an " : "a ")
                    + action + ", but holds " + Call.seen(changes) + "; use changeResourceRecordSets for others");
        }
        return request;
    }

    static List<Change> changes(ChangeResourceRecordSetsRequest request) {
        return request.changeBatch() == null ? List.of() : request.changeBatch().changes();
    }

    static ChangeResourceRecordSetsRequest request(Call call, ChangeBatch batch) {
        String comment = batch.comment() == null ? call.text(Route53Constants.CHANGE_COMMENT) : batch.comment();
        return ChangeResourceRecordSetsRequest.builder().hostedZoneId(call.hostedZoneId())
                .changeBatch(batch.toBuilder().comment(comment).build()).build();
    }

    static ChangeResourceRecordSetsResponse send(Call call, ChangeResourceRecordSetsRequest request) {
        return call.client().changeResourceRecordSets(call.limited(request));
    }

    static void answer(Call call, ChangeResourceRecordSetsResponse response) {
        ChangeReads.answer(call, response, response.changeInfo());
    }
}
