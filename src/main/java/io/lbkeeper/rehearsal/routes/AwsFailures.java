package io.lbkeeper.rehearsal.routes;

import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** What the SDK throws where a call of the API did not go well. */
final class AwsFailures {
    private AwsFailures() {
    }

    static SdkException refused(int status, String code, String message) {
        AwsErrorDetails details = AwsErrorDetails.builder().errorCode(code).errorMessage(message)
                .serviceName("Route53").build();
        return switch (code) {
            case "InvalidChangeBatch" -> InvalidChangeBatchException.builder().statusCode(status)
                    .awsErrorDetails(details).build();
            case "NoSuchHostedZone" -> NoSuchHostedZoneException.builder().statusCode(status)
                    .awsErrorDetails(details).build();
            default -> (SdkException) Route53Exception.builder().statusCode(status).awsErrorDetails(details)
                    .build();
        };
    }

    /** In the SDK's words for a call that has run out of its time. */
    static SdkException noAnswer(Duration deadline) {
        return ApiCallTimeoutException.create(deadline.toMillis());
    }
}
