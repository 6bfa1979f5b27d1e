package io.lbkeeper.check.online;

import io.lbkeeper.observation.Route53Answers;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Why the API has not done what it was asked.
 *
 * @param said in the API's or the SDK's words
 */
record ApiRefusal(Cause cause, String said) {
    private static final List<String> EXPIRED = List.of("ExpiredToken", "ExpiredTokenException",
            "TokenRefreshRequired");
    private static final List<String> UNKNOWN_KEY = List.of("InvalidClientTokenId", "UnrecognizedClientException",
            "InvalidAccessKeyId", "MissingAuthenticationToken", "MissingAuthenticationTokenException");
    private static final List<String> SKEWED = List.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
    private static final List<String> SKEWED_WORDS = List.of("signature expired", "signature not yet current",
            "is now earlier than", "is still later than");
    private static final List<String> WRONG_SECRET = List.of("SignatureDoesNotMatch", "InvalidSignatureException",
            "IncompleteSignature");
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    /** The kinds of it that people mend in different ways. */
    enum Cause { NO_CREDENTIALS, EXPIRED, UNKNOWN_KEY, WRONG_SECRET, CLOCK, NO_RIGHT, NO_ZONE, REFUSED, NO_ANSWER }

    /**
     * By the error codes.
     *
     * @see <a href="https://docs.aws.amazon.com/Route53/latest/APIReference/CommonErrors.html">Route 53: common
     *      errors</a>
     */
    static ApiRefusal of(RuntimeException failure) {
        String said = Route53Answers.describe(failure);
        if (!(failure instanceof AwsServiceException refused)) {
            return new ApiRefusal(said.startsWith("no AWS credentials") ? Cause.NO_CREDENTIALS : Cause.NO_ANSWER, said);
        }
        String code = refused.awsErrorDetails() == null ? null : refused.awsErrorDetails().errorCode();
        return new ApiRefusal(code == null ? Cause.NO_ANSWER : cause(code, said, refused.statusCode()), said);
    }

    private static Cause cause(String code, String said, int status) {
        String words = said.toLowerCase(Locale.ROOT);
        if (SKEWED.contains(code) || WRONG_SECRET.contains(code) && SKEWED_WORDS.stream().anyMatch(words::contains)) {
            return Cause.CLOCK;
        }
        if (EXPIRED.contains(code)) {
            return Cause.EXPIRED;
        }
        if (UNKNOWN_KEY.contains(code)) {
            return Cause.UNKNOWN_KEY;
        }
        if (WRONG_SECRET.contains(code)) {
            return Cause.WRONG_SECRET;
        }
        if (code.equals("NoSuchHostedZone")) {
            return Cause.NO_ZONE;
        }
        if (code.startsWith("AccessDenied") || status == FORBIDDEN) {
            return Cause.NO_RIGHT;
        }
        boolean later = status >= SERVER_ERROR || code.startsWith("Throttling")
                || code.equals("PriorRequestNotComplete");
        return later ? Cause.NO_ANSWER : Cause.REFUSED;
    }
}
