package io.lbkeeper.route53;

import software.amazon.awssdk.services.route53.model.GetHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.GetHealthCheckResponse;
import software.amazon.awssdk.services.route53.model.GetHealthCheckStatusRequest;
import software.amazon.awssdk.services.route53.model.GetHealthCheckStatusResponse;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.ListHealthChecksRequest;
import software.amazon.awssdk.services.route53.model.ListHealthChecksResponse;

/** The operations that read health checks. */
final class HealthCheckReads {
    private HealthCheckReads() {
    }

    static void getHealthCheck(Call call) {
        GetHealthCheckResponse response = call.client().getHealthCheck(call.request(GetHealthCheckRequest.class,
                () -> GetHealthCheckRequest.builder().healthCheckId(id(call)).build()));
        answer(call, response, response.healthCheck());
    }

    static void listHealthChecks(Call call) {
        ListHealthChecksResponse page = call.client().listHealthChecks(call.request(ListHealthChecksRequest.class,
                () -> ListHealthChecksRequest.builder()
                        .marker(call.text(Route53Constants.MARKER))
                        .maxItems(call.text(Route53Constants.MAX_ITEMS)).build()));
        AnswerTrust.page(call.doing(), page.isTruncated(), page.nextMarker(), page.healthChecks());
        page.healthChecks().forEach(check -> trusted(call, page, check));
        call.answer(call.pojoRequest() ? page : page.healthChecks());
        call.answer(Route53Constants.IS_TRUNCATED, page.isTruncated());
        call.answer(Route53Constants.NEXT_MARKER, page.nextMarker());
    }

    /** A check that is disabled has no observations, so an empty list is an answer, if it is Route 53's. */
    static void getHealthCheckStatus(Call call) {
        GetHealthCheckStatusResponse response = call.client().getHealthCheckStatus(
                call.request(GetHealthCheckStatusRequest.class,
                        () -> GetHealthCheckStatusRequest.builder().healthCheckId(id(call)).build()));
        if (response.healthCheckObservations().isEmpty()) {
            AnswerTrust.signed(call, response);
        }
        call.answer(call.pojoRequest() ? response : response.healthCheckObservations());
    }

    static String id(Call call) {
        return call.required(Route53Constants.HEALTH_CHECK_ID, call.id(Route53Constants.HEALTH_CHECK_ID));
    }

    static void answer(Call call, Object response, HealthCheck check) {
        trusted(call, response, check);
        call.answer(call.pojoRequest() ? response : check);
        call.answer(Route53Constants.HEALTH_CHECK_ID, check.id());
        call.answer(Route53Constants.HEALTH_CHECK_VERSION, check.healthCheckVersion());
    }

    private static void trusted(Call call, Object response, HealthCheck check) {
        AnswerTrust.told(call, response, "health check (Id and HealthCheckConfig)",
                check == null || check.id() == null ? null : check.healthCheckConfig());
    }
}
