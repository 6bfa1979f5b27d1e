package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;
import software.amazon.awssdk.services.route53.model.Route53Exception;
import software.amazon.awssdk.services.route53.model.ThrottlingException;

import static io.lbkeeper.route53.FakeRoute53.NAMESPACE;
import static io.lbkeeper.route53.Route53Operations.changeResourceRecordSets;
import static io.lbkeeper.route53.Route53Operations.getChange;
import static org.assertj.core.api.Assertions.assertThat;

/** Every way to fail, as its exception and its headers tell it, and as a route in YAML tells one from another. */
@Timeout(60)
class FailuresTest extends Route53TestBase {
    private static final String ROUTE = """
            - route:
                from:
                  uri: direct:change
                  steps:
                    - doTry:
                        steps:
                          - to:
                              uri: aws2-route53:a?operation=changeResourceRecordSets&maxChangeRetries=0
                        doCatch:
                          - exception:
                              - java.lang.Exception
                            steps:
                              - setBody:
                                  simple: ${header.CamelAwsRoute53ErrorKind} ${header.CamelAwsRoute53ErrorCode}
            """;
    private static final String CONFLICT = "[Tried to delete resource record set [name='a.example.com.', type='A'] but "
            + "it was not found]";
    /** As the API page shows it; real answers have the form of all other errors. */
    private static final String SECOND_FORM = "<InvalidChangeBatch " + NAMESPACE + "><Messages><Message>" + CONFLICT
            + "</Message></Messages><RequestId>r-1</RequestId></InvalidChangeBatch>";

    /** An answer, and what is said of it; a code of "" stands for none, a status of 0 too. */
    record Told(Answer answer, Class<? extends Exception> exception, String kind, String code, int httpStatus) {
    }

    static List<Told> failures() {
        return List.of(
                aws(InvalidChangeBatchException.class, "CONFLICT", 400, "InvalidChangeBatch", CONFLICT),
                aws(InvalidChangeBatchException.class, "REFUSED", 400, "InvalidChangeBatch", "[Invalid …]"),
                aws(PriorRequestNotCompleteException.class, "NOT_NOW", 400, "PriorRequestNotComplete", "still at it"),
                aws(Route53Exception.class, "NOT_NOW", 400, "Throttling", "Rate exceeded"),
                aws(ThrottlingException.class, "NOT_NOW", 400, "ThrottlingException", "Rate exceeded"),
                aws(NoSuchHostedZoneException.class, "REFUSED", 404, "NoSuchHostedZone", "No hosted zone found"),
                aws(Route53Exception.class, "REFUSED", 403, "AccessDenied", "not authorized"),
                aws(Route53Exception.class, "UNKNOWN", 500, "InternalFailure", "oh"),
                aws(Route53Exception.class, "UNKNOWN", 503, "ServiceUnavailable", "busy"),
                aws(Route53Exception.class, "UNKNOWN", 400, "RequestTimeout", "too slow"),
                new Told(Answer.of(500, ""), Route53Exception.class, "UNKNOWN", "", 500),
                new Told(Answer.of(403, ""), Route53Exception.class, "UNKNOWN", "", 403),
                new Told(Answer.of(429, ""), Route53Exception.class, "UNKNOWN", "", 429),
                new Told(Answer.of(502, "<html><br>no XML"), Route53Exception.class, "UNKNOWN", "", 502),
                new Told(Answer.of(404, "<html/>"), Route53Exception.class, "UNKNOWN", "", 404),
                new Told(Answer.of(200, "<html/>"), SdkClientException.class, "UNKNOWN", "", 0),
                new Told(Answer.of(200, ""), SdkClientException.class, "UNKNOWN", "", 0),
                new Told(Answer.hangUp(), SdkClientException.class, "UNKNOWN", "", 0),
                new Told(Answer.cut("<ChangeResource"), SdkClientException.class, "UNKNOWN", "", 0),
                new Told(Answer.silence(), SdkClientException.class, "UNKNOWN", "", 0));
    }

    private static Told aws(Class<? extends Exception> type, String kind, int status, String code, String message) {
        return new Told(Answer.error(status, code, message), type, kind, code, status);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext made = super.createCamelContext();
        PluginHelper.getRoutesLoader(made).loadRoutes(ResourceHelper.fromString("failures.yaml", ROUTE));
        return made;
    }

    private static List<?> batch() {
        return List.of(change(ChangeAction.DELETE, "a.example.com", "192.0.2.1"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theExceptionAndTheHeadersTell(Told told) {
        serverAnswers(told.answer());
        Exchange failed = call(URI + "?maxChangeRetries=0&apiCallAttemptTimeout=700ms", changeResourceRecordSets,
                batch(), Map.of());
        assertThat(failed.getException()).isInstanceOf(told.exception());
        Map<String, Object> headers = failed.getMessage().getHeaders();
        assertThat(headers).containsEntry(Route53Constants.ERROR_KIND, told.kind());
        assertHeader(headers, Route53Constants.ERROR_CODE, told.code().isEmpty() ? null : told.code());
        assertHeader(headers, Route53Constants.ERROR_HTTP_STATUS, told.httpStatus() == 0 ? null : told.httpStatus());
        assertHeader(headers, Route53Constants.ERROR_REQUEST_ID, told.code().isEmpty() ? null : "r-1");
        assertThat(headers.get(Route53Constants.ERROR_MESSAGE)).asString().isNotBlank();
        if (!told.code().isEmpty()) {
            assertThat(told.answer().body()).contains("<Message>" + headers.get(Route53Constants.ERROR_MESSAGE) + "<");
        }
    }

    private static void assertHeader(Map<String, Object> headers, String header, Object value) {
        if (value == null) {
            assertThat(headers).doesNotContainKey(header);
        } else {
            assertThat(headers).containsEntry(header, value);
        }
    }

    @Test
    void aRouteTellsThemApartWithoutJava() {
        failures().stream().filter(told -> told.answer().kind() != Answer.Kind.SILENCE).forEach(told -> {
            serverAnswers(told.answer());
            assertThat(template.requestBody("direct:change", batch(), String.class).strip()).as("%s", told)
                    .isEqualTo((told.kind() + " " + told.code()).strip());
        });
        assertThat(template.requestBody("direct:change", "no batch", String.class)).startsWith("WRONG_CALL");
    }

    @Test
    void theSecondFormOfInvalidChangeBatchIsTakenForNothingElse() {
        serverAnswers(Answer.of(400, SECOND_FORM));
        Exchange failed = call(changeResourceRecordSets, batch(), Map.of());
        assertThat(failed.getException()).as("the SDK reads no code from it").isInstanceOf(Route53Exception.class);
        assertThat(failed.getMessage().getHeader(Route53Constants.ERROR_KIND)).isEqualTo("UNKNOWN");
    }

    @Test
    void anExceptionWithoutDetailsIsTold() {
        Message message = new DefaultMessage(context);
        Failure.tell(message, Route53Exception.builder().statusCode(400).build());
        assertThat(message.getHeaders()).containsEntry(Route53Constants.ERROR_KIND, "UNKNOWN")
                .containsEntry(Route53Constants.ERROR_HTTP_STATUS, 400)
                .containsKey(Route53Constants.ERROR_MESSAGE).doesNotContainKey(Route53Constants.ERROR_CODE);
        Failure.tell(message, new IllegalStateException());
        assertThat(message.getHeaders()).containsEntry(Route53Constants.ERROR_KIND, "UNKNOWN")
                .containsEntry(Route53Constants.ERROR_MESSAGE, "java.lang.IllegalStateException");
    }

    @Test
    void aWrongCallIsToldToo() {
        for (Exchange failed : Stream.of(call(getChange, null, Map.of()),
                template.send(URI, exchange -> exchange.getMessage().setHeader(Route53Constants.OPERATION, "x")))
                .toList()) {
            assertThat(failed.getMessage().getHeaders()).containsEntry(Route53Constants.ERROR_KIND, "WRONG_CALL")
                    .containsEntry(Route53Constants.ERROR_MESSAGE, failed.getException().getMessage())
                    .doesNotContainKeys(Route53Constants.ERROR_CODE, Route53Constants.ERROR_HTTP_STATUS);
        }
    }

    @Test
    void aCallThatEndsWellLeavesNoTraceOfAnEarlierOne() {
        serverAnswers(Answer.error(400, "AccessDenied", "no"));
        Map<String, Object> headers = call(changeResourceRecordSets, batch(), Map.of()).getMessage().getHeaders();
        assertThat(headers).containsKeys(Route53Constants.ERROR_KIND, Route53Constants.ERROR_CODE,
                Route53Constants.ERROR_MESSAGE, Route53Constants.ERROR_REQUEST_ID, Route53Constants.ERROR_HTTP_STATUS);
        serverAnswers(Answer.changed());
        assertThat(well(call(changeResourceRecordSets, batch(), headers)).getMessage().getHeaders().keySet())
                .noneMatch(header -> header.startsWith("CamelAwsRoute53Error"));
    }
}
