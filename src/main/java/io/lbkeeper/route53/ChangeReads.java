package io.lbkeeper.route53;

import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.GetChangeRequest;
import software.amazon.awssdk.services.route53.model.GetChangeResponse;

/** The operations that ask how far a change has come. */
final class ChangeReads {
    private ChangeReads() {
    }

    static void getChange(Call call) {
        GetChangeResponse response = call.client().getChange(request(call));
        answer(call, response, response.changeInfo());
    }

    static GetChangeRequest request(Call call) {
        return call.request(GetChangeRequest.class, () -> GetChangeRequest.builder()
                .id(Call.bareId(call.requiredText(Route53Constants.CHANGE_ID))).build());
    }

    /** To be called before a change is made: should it fail, a wait must not be for the change before it. */
    static void forget(Call call) {
        call.answer(Route53Constants.CHANGE_ID, null);
        call.answer(Route53Constants.CHANGE_STATUS, null);
    }

    /** Answers with the change, or with the whole response where the request was an object too. */
    static void answer(Call call, Object response, ChangeInfo change) {
        trusted(call, response, change);
        call.answer(call.pojoRequest() ? response : change);
        call.answer(Route53Constants.CHANGE_ID, change.id());
        call.answer(Route53Constants.CHANGE_STATUS, change.statusAsString());
    }

    static void trusted(Call call, Object response, ChangeInfo change) {
        AnswerTrust.told(call, response, "change (ChangeInfo with Id and Status)",
                change == null || change.id() == null ? null : change.statusAsString());
    }
}
