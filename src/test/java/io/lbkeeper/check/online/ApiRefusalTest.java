package io.lbkeeper.check.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.check.online.ApiRefusal.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** What people have to mend, by the codes and texts with which AWS refuses. */
class ApiRefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXPIRED      | 403 | ExpiredToken            | The security token included in the request is expired
            EXPIRED      | 403 | ExpiredTokenException   | The security token included in the request is expired
            UNKNOWN_KEY  | 403 | InvalidClientTokenId    | The security token included in the request is invalid.
            UNKNOWN_KEY  | 403 | MissingAuthenticationToken | Missing Authentication Token
            WRONG_SECRET | 403 | SignatureDoesNotMatch   | The request signature we calculated does not match the one
            CLOCK        | 403 | SignatureDoesNotMatch   | Signature expired: 20261123T100000Z is now earlier than 2026
            CLOCK        | 403 | SignatureDoesNotMatch   | Signature not yet current: 20261123T1000Z is still later than
            CLOCK        | 403 | RequestTimeTooSkewed    | The difference between the request time and ours is too large
            CLOCK        | 400 | RequestExpired          | Request has expired.
            NO_RIGHT     | 403 | AccessDenied            | User is not authorized to perform: route53:List
            NO_RIGHT     | 403 | AccessDeniedException   | no identity-based policy allows the action
            NO_RIGHT     | 403 | SomethingNew            | of a kind that is not known here
            NO_ZONE      | 404 | NoSuchHostedZone        | No hosted zone found with ID: Z1
            NO_ANSWER    | 400 | Throttling              | Rate exceeded
            NO_ANSWER    | 503 | ServiceUnavailable      | try later
            REFUSED      | 400 | InvalidInput            | not so
            """)
    void byCodeAndText(Cause cause, int status, String code, String message) {
        ApiRefusal refusal = ApiRefusal.of(Route53Exception.builder().statusCode(status).awsErrorDetails(
                AwsErrorDetails.builder().errorCode(code).errorMessage(message).build()).build());
        assertThat(refusal.cause()).as("%s", refusal).isEqualTo(cause);
        assertThat(refusal.said()).contains(code, message);
    }

    @Test
    void anErrorThatIsNotOfTheApiIsNoAnswer() {
        assertThat(ApiRefusal.of(Route53Exception.builder().statusCode(403).build()).cause())
                .isEqualTo(Cause.NO_ANSWER);
        assertThat(ApiRefusal.of(ApiCallTimeoutException.create(3000)).cause()).isEqualTo(Cause.NO_ANSWER);
        assertThat(ApiRefusal.of(SdkClientException.create("Connection refused")).cause()).isEqualTo(Cause.NO_ANSWER);
    }

    @Test
    void noCredentialsAreNoMatterOfTheApi() {
        assertThat(ApiRefusal.of(SdkClientException.create("Unable to load credentials from any of the providers in "
                + "the chain")).cause()).isEqualTo(Cause.NO_CREDENTIALS);
    }
}
