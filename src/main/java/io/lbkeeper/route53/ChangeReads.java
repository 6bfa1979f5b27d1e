package io.lbkeeper.route53;

import software.amazon.awssdk.core.exception.SdkClientException;
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

    /** Answers with the change, or with the whole response where the request was an object too. */
    static void answer(Call call, Object response, ChangeInfo change) {
        trusted(call, response, change);
        call.answer(call.pojoRequest() ? response : change);
        call.answer(Route53Constants.CHANGE_ID, change.id());
        call.answer(Route53Constants.CHANGE_STATUS, change.statusAsString());
    }

    static void trusted(Call call, Object response, ChangeInfo change) {
        if (change == null || change.id() == null || change.statusAsString() == null) {
            throw SdkClientException.create("aws2-route53 " + call.operation() + ": the answer tells no change "
                    + "(ChangeInfo with Id and Status), but " + response + ". If records were to be changed, it is "
                    + "unknown whether they were: read them again. Check what answers at the endpoint, such as a "
                    + "proxy.");
        }
    }
}
