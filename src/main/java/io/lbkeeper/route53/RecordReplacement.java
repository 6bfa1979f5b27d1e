package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The compare-and-swap of one record set: DELETE of what is expected and CREATE of what shall be, in one batch, which
 * Route 53 applies whole or not at all. Its DELETE matches only the record as it is, so of several callers with one
 * expectation one succeeds.
 *
 * @param expected null where the record set is expected to be absent
 * @param desired  null where it shall be absent
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html">the
 *      batch</a>
 */
record RecordReplacement(ResourceRecordSet expected, ResourceRecordSet desired) {

    static void replaceRecord(Call call) {
        ChangeReads.forget(call);
        call.answer(Route53Constants.RECORD_REPLACED, null);
        ChangeResourceRecordSetsRequest request = call.request(ChangeResourceRecordSetsRequest.class,
                () -> RecordReplacement.told(call).request(call));
        RecordReplacement replacement = of(call, RecordChanges.changes(request));
        if (replacement.isNoChange()) {
            replacement.compare(call, request.hostedZoneId());
        } else {
            replacement.swap(call, request);
        }
    }

    private static RecordReplacement told(Call call) {
        boolean absent = call.truth(Route53Constants.DESIRED_ABSENT);
        ResourceRecordSet desired = absent ? null : desired(call);
        RecordReplacement told = new RecordReplacement(new RecordExpectation(call, desired).told(), desired);
        if (told.expected == null && absent) {
            throw call.wrong("the headers " + Route53Constants.EXPECTED_ABSENT + " and "
                    + Route53Constants.DESIRED_ABSENT + " are both true, so there is nothing to replace; getRecord "
                    + "tells whether a record is absent");
        }
        return told;
    }

    /** After getRecord the body still is the record that is expected; the headers then tell the new one. */
    private static ResourceRecordSet desired(Call call) {
        Object body = call.message().getBody();
        RecordWish headers = RecordWish.ofHeaders(call);
        boolean isExpected = body != null && body.equals(call.message().getHeader(Route53Constants.EXPECTED_RECORD));
        return isExpected && headers.content().isPresent() ? headers.recordSet() : RecordChanges.told(call);
    }

    private ChangeResourceRecordSetsRequest request(Call call) {
        List<Change> changes = new ArrayList<>();
        if (expected != null) {
            changes.add(Change.builder().action(ChangeAction.DELETE).resourceRecordSet(expected).build());
        }
        if (desired != null) {
            changes.add(Change.builder().action(ChangeAction.CREATE).resourceRecordSet(desired).build());
        }
        return RecordChanges.request(call, ChangeBatch.builder().changes(changes).build());
    }

    private static RecordReplacement of(Call call, List<Change> changes) {
        List<ChangeAction> actions = changes.stream().map(Change::action).toList();
        boolean swap = actions.equals(List.of(ChangeAction.DELETE, ChangeAction.CREATE));
        if (!swap && !actions.equals(List.of(ChangeAction.DELETE)) && !actions.equals(List.of(ChangeAction.CREATE))) {
            throw call.wrong("the request must hold a DELETE of what is expected, then a CREATE of what shall be, or "
                    + "one of both, but holds " + Call.seen(changes) + "; use changeResourceRecordSets for others");
        }
        ResourceRecordSet first = changes.get(0).resourceRecordSet();
        if (swap && !RecordKey.of(first).equals(RecordKey.of(changes.get(1).resourceRecordSet()))) {
            throw call.wrong("what is expected and what shall be must be of one name, type and set identifier, but are "
                    + RecordSets.describe(first) + " and " + RecordSets.describe(changes.get(1).resourceRecordSet())
                    + "; use changeResourceRecordSets for changes of several record sets");
        }
        return swap ? new RecordReplacement(first, changes.get(1).resourceRecordSet())
                : actions.contains(ChangeAction.DELETE) ? new RecordReplacement(first, null)
                        : new RecordReplacement(null, first);
    }

    private boolean isNoChange() {
        return expected != null && desired != null && RecordSets.areAlike(expected, desired);
    }

    private void swap(Call call, ChangeResourceRecordSetsRequest request) {
        try {
            RecordChanges.answer(call, RecordChanges.send(call, request));
            call.answer(Route53Constants.RECORD_REPLACED, true);
        } catch (InvalidChangeBatchException e) {
            if (!Conflict.isOnlyAbout(expected == null ? desired : expected, e)) {
                throw e;
            }
            lose(call, "Route 53 says: " + Failure.message(e), e);
            Failure.tell(call.message(), e);
        }
    }

    /** AWS does not say what DELETE and CREATE of one and the same record do, so it is read instead. */
    private void compare(Call call, String zone) {
        Optional<ResourceRecordSet> seen = RecordReads.find(call, zone, expected.name(), expected.typeAsString(),
                expected.setIdentifier());
        if (seen.isPresent() && RecordSets.areAlike(seen.get(), expected)) {
            call.answer((Object) null);
            call.answer(Route53Constants.RECORD_REPLACED, true);
            return;
        }
        String why = seen.isEmpty() ? "it was not found" : "it is " + seen.get();
        lose(call, why, null);
        call.answer(Route53Constants.ERROR_KIND, Route53FailureKind.CONFLICT.name());
        call.answer(Route53Constants.ERROR_MESSAGE, "The record set " + RecordSets.describe(expected)
                + " was read, as nothing was to be changed, and is not as expected: " + why);
    }

    private void lose(Call call, String why, InvalidChangeBatchException refusal) {
        call.answer((Object) null);
        call.answer(Route53Constants.RECORD_REPLACED, false);
        if (call.failOnLostRace()) {
            throw new LostRaceException(call.doing() + ": the record set "
                    + RecordSets.describe(expected == null ? desired : expected) + " is not as expected ("
                    + (expected == null ? "absent" : String.valueOf(expected)) + "), so nothing was changed: " + why
                    + ". Read it and decide anew", refusal);
        }
    }
}
