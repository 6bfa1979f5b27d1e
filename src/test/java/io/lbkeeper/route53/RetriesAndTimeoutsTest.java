package io.lbkeeper.route53;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.lbkeeper.route53.FakeRoute53.Answer;
import io.lbkeeper.route53.client.Route53ClientFactory;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.Route53Exception;

import static io.lbkeeper.route53.Route53Operations.changeResourceRecordSets;
import static io.lbkeeper.route53.Route53Operations.getChange;
import static io.lbkeeper.route53.Route53Operations.upsertRecord;
import static org.assertj.core.api.Assertions.assertThat;

/** Counts what really arrives at a server when answers fail: a batch of changes must arrive once. */
@Timeout(60)
class RetriesAndTimeoutsTest extends Route53TestBase {
    private static final Map<String, Object> NONE = Map.of();
    private static final Map<String, Object> UPSERT = Map.of(Route53Constants.RECORD_NAME, "lb1.example.com",
            Route53Constants.RECORD_TYPE, "A", Route53Constants.RECORD_TTL, 60,
            Route53Constants.RECORD_VALUES, "192.0.2.1");
    private static final Map<String, Object> CHANGE = Map.of(Route53Constants.CHANGE_ID, "C1");
    private static final Answer CUT = Answer.cut("<ChangeResourceRec");
    private static final List<Answer> REFUSED_FOR_NOW = List.of(
            Answer.error(400, "Throttling", "Rate exceeded"),
            Answer.error(400, "PriorRequestNotComplete", "Route 53 was still processing a prior request."));
    private static final List<Answer> UNKNOWN = List.of(
            Answer.of(500, ""), Answer.of(503, "<html><body>busy</body></html>"),
            Answer.error(500, "InternalFailure", "an error on the server"),
            Answer.error(503, "ServiceUnavailable", "busy"),
            Answer.error(400, "RequestTimeout", "too slow"), Answer.of(429, ""), Answer.hangUp(), CUT);

    private static List<Change> swap() {
        return List.of(change(ChangeAction.DELETE, "lb.example.com", "192.0.2.1"));
    }

    @Test
    void aBatchOfChangesIsSentOnceWhereItMayHaveBeenApplied() {
        int sent = 0;
        for (Answer failure : UNKNOWN) {
            serverAnswers(failure, Answer.changed());
            Exchange answer = call(changeResourceRecordSets, swap(), NONE);
            assertThat(answer.getException()).as("after %s", failure).isInstanceOf(SdkException.class);
            assertThat(server.requests()).as("requests after %s", failure).hasSize(++sent);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"createRecord", "deleteRecord", "replaceRecord"})
    void aChangeOfOneRecordIsRepeatedOnlyAfterARefusalForNow(Route53Operations operation) {
        Map<String, Object> headers = new HashMap<>(UPSERT);
        headers.put(Route53Constants.EXPECTED_ABSENT, true);
        serverAnswers(UNKNOWN.get(0), Answer.changed());
        assertThat(call(operation, null, headers).getException()).isInstanceOf(SdkException.class);
        assertThat(server.requests()).as("requests after %s", UNKNOWN.get(0)).hasSize(1);
        serverAnswers(REFUSED_FOR_NOW.get(0), Answer.changed());
        well(call(operation, null, headers));
        assertThat(server.requests()).as("requests after %s", REFUSED_FOR_NOW.get(0)).hasSize(3);
    }

    @Test
    void aBatchOfChangesIsRepeatedAfterARefusalForNow() {
        for (Answer refusal : REFUSED_FOR_NOW) {
            int before = server.requests().size();
            serverAnswers(refusal, refusal, Answer.changed());
            well(call(changeResourceRecordSets, swap(), NONE));
            assertThat(server.requests()).as("requests after %s", refusal).hasSize(before + 3);
        }
    }

    @Test
    void aRepetitionIsTheLastOneWhereItsOwnOutcomeIsUnknown() {
        serverAnswers(REFUSED_FOR_NOW.get(0), Answer.hangUp(), Answer.changed());
        assertThat(call(changeResourceRecordSets, swap(), NONE).getException()).isInstanceOf(SdkException.class);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void maxChangeRetriesLimitsTheRepetitionsOfABatch() {
        for (Answer refusal : REFUSED_FOR_NOW) {
            serverAnswers(refusal);
            for (int retries : List.of(0, 1)) {
                int before = server.requests().size();
                assertThat(call(URI + "?maxRetries=5&maxChangeRetries=" + retries, changeResourceRecordSets, swap(),
                        NONE).getException()).isInstanceOf(Route53Exception.class);
                assertThat(server.requests()).as("requests with maxChangeRetries=%d after %s", retries, refusal)
                        .hasSize(before + 1 + retries);
            }
        }
    }

    @Test
    void aBatchThatIsRefusedForNowAgainAndAgainIsNoTimeout() {
        serverAnswers(REFUSED_FOR_NOW.get(0));
        Exchange answer = call(URI + "?maxChangeRetries=1000&apiCallTimeout=1200ms", changeResourceRecordSets, swap(),
                NONE);
        assertThat(answer.getException()).isInstanceOfSatisfying(Route53Exception.class,
                e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("Throttling"));
        assertThat(server.requests()).as("requests in 1.2 s, with a pause of 0.3 s at most between two")
                .hasSizeGreaterThan(1);
    }

    @Test
    void anUpsertAndAReadAreRepeated() {
        for (Answer failure : Stream.concat(UNKNOWN.stream(), REFUSED_FOR_NOW.stream()).toList()) {
            if (failure == CUT) {
                continue; // The SDK does not repeat a call whose answer it cannot parse.
            }
            int before = server.requests().size();
            serverAnswers(failure, Answer.changed());
            well(call(upsertRecord, null, UPSERT));
            serverAnswers(failure, Answer.change());
            well(call(getChange, null, CHANGE));
            assertThat(server.requests()).as("requests after %s", failure).hasSize(before + 4);
        }
    }

    @Test
    void maxRetriesLimitsTheRepetitions() {
        serverAnswers(Answer.of(500, ""));
        for (int retries : List.of(0, 1)) {
            int before = server.requests().size();
            assertThat(call(URI + "?maxRetries=" + retries, getChange, null, CHANGE).getException())
                    .isInstanceOf(SdkException.class);
            assertThat(server.requests()).as("requests with maxRetries=%d", retries).hasSize(before + 1 + retries);
        }
    }

    @Test
    void aConnectionThatDiedInThePoolDoesNotSendTheBatchTwice() {
        serverAnswers(Answer.change(), Answer.hangUp(), Answer.changed());
        well(call(getChange, null, CHANGE));
        assertThat(call(changeResourceRecordSets, swap(), NONE).getException()).isInstanceOf(SdkException.class);
        assertThat(server.requests()).extracting(FakeRoute53.Request::method).containsExactly("GET", "POST");
    }

    @Test
    void anInjectedClientSendsABatchOnceToo() {
        try (Route53Client retrying = Route53ClientFactory.create(component(server).getConfiguration())) {
            context.getRegistry().bind("mine", retrying);
            serverAnswers(Answer.of(500, ""), Answer.changed());
            Exchange answer = call(URI + "?route53Client=#mine", changeResourceRecordSets, swap(), NONE);
            assertThat(answer.getException()).isInstanceOf(SdkException.class);
            assertThat(server.requests()).hasSize(1);
            serverAnswers(REFUSED_FOR_NOW.get(0), Answer.changed());
            well(call(URI + "?route53Client=#mine", changeResourceRecordSets, swap(), NONE));
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void aSilentServerEndsInTheDeadline() {
        String limits = "?apiCallTimeout=1s&apiCallAttemptTimeout=400ms";
        serverAnswers(Answer.silence());
        for (Route53Operations operation : List.of(getChange, upsertRecord, changeResourceRecordSets)) {
            int before = server.requests().size();
            long start = System.nanoTime();
            Exchange answer = call(URI + limits, operation, swap(), operation == upsertRecord ? UPSERT : CHANGE);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertThat(answer.getException()).as(operation.name()).isInstanceOf(SdkException.class);
            assertThat(took).as("time of %s", operation).isBetween(Duration.ofMillis(350), Duration.ofSeconds(10));
            if (operation == changeResourceRecordSets) {
                // On a busy machine the attempt may end before its request came here.
                assertThat(server.requests()).as("requests of %s", operation).hasSizeLessThanOrEqualTo(before + 1);
            }
        }
    }

    @Test
    void theWholeCallHasADeadlineOfItsOwn() {
        serverAnswers(Answer.silence());
        long start = System.nanoTime();
        Exchange answer = call(URI + "?apiCallTimeout=500ms&apiCallAttemptTimeout=20s", getChange, null, CHANGE);
        assertThat(answer.getException()).isInstanceOf(ApiCallTimeoutException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }
}
