package io.lbkeeper.route53;

import org.apache.camel.Message;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A failure as the headers of a message, so that a route can tell one from another without Java. */
final class Failure {
    private Failure() {
    }

    /** Removes what an earlier call may have left there. */
    static void clear(Message message) {
        for (String header : new String[] {Route53Constants.ERROR_KIND, Route53Constants.ERROR_CODE,
            Route53Constants.ERROR_MESSAGE, Route53Constants.ERROR_REQUEST_ID, Route53Constants.ERROR_HTTP_STATUS}) {
            message.removeHeader(header);
        }
    }

    static void tell(Message message, Throwable failure) {
        Throwable said = failure instanceof LostRaceException ? failure.getCause() : failure;
        message.setHeader(Route53Constants.ERROR_KIND, kind(failure).name());
        message.setHeader(Route53Constants.ERROR_MESSAGE,
                failure.getMessage() == null ? failure.toString() : failure.getMessage());
        if (said instanceof AwsServiceException aws) {
            message.setHeader(Route53Constants.ERROR_MESSAGE, message(aws));
            message.setHeader(Route53Constants.ERROR_HTTP_STATUS, aws.statusCode());
            set(message, Route53Constants.ERROR_CODE, code(aws));
            set(message, Route53Constants.ERROR_REQUEST_ID, aws.requestId());
        }
    }

    private static void set(Message message, String header, String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }

    static Route53FailureKind kind(Throwable failure) {
        if (failure instanceof LostRaceException || failure instanceof NoSuchRecordException
                || !Conflict.in(failure).isEmpty()) {
            return Route53FailureKind.CONFLICT;
        }
        if (failure instanceof IllegalArgumentException) {
            return Route53FailureKind.WRONG_CALL;
        }
        if (RefusalRetries.isNotNow(failure)) {
            return Route53FailureKind.NOT_NOW;
        }
        return failure instanceof AwsServiceException aws && isRefusal(aws) ? Route53FailureKind.REFUSED
                : Route53FailureKind.UNKNOWN;
    }

    /** A refusal without a code may be a proxy's, which says nothing about what went through it before. */
    private static boolean isRefusal(AwsServiceException failure) {
        String code = code(failure);
        return failure.statusCode() >= 400 && failure.statusCode() < 500 && code != null
                && !code.startsWith("RequestTimeout");
    }

    /** AWS's code, or null: an answer without a body of AWS's has none. */
    static String code(AwsServiceException failure) {
        return failure.awsErrorDetails() == null ? null : failure.awsErrorDetails().errorCode();
    }

    /** What AWS says, or else what the SDK says of the answer. */
    static String message(AwsServiceException failure) {
        String said = failure.awsErrorDetails() == null ? null : failure.awsErrorDetails().errorMessage();
        return said == null || said.isBlank() ? String.valueOf(failure.getMessage()) : said;
    }
}
