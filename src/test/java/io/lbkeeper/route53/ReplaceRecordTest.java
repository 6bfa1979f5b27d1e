package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.FakeRoute53.set;
import static io.lbkeeper.route53.Route53Operations.replaceRecord;
import static org.assertj.core.api.Assertions.assertThat;

/** The compare-and-swap on the wire: what is sent, which refusal is a lost race, and what is never concluded. */
@Timeout(60)
class ReplaceRecordTest extends Route53TestBase {
    private static final ResourceRecordSet BEFORE = address("a.example.com", "192.0.2.1");
    private static final ResourceRecordSet AFTER = address("a.example.com", "192.0.2.2");
    private static final String DELETED = "<Change><Action>DELETE</Action>" + set("a.example.com", "A", 60, "192.0.2.1")
            + "</Change>";
    private static final String CREATED = "<Change><Action>CREATE</Action>" + set("a.example.com", "A", 60, "192.0.2.2")
            + "</Change>";
    private static final String TRIED = "resource record set [name='a.example.com.', type='A'] but ";

    private static Map<String, Object> headers(Object... headers) {
        return LocalZone.headers(headers);
    }

    private Exchange swap() {
        return call(replaceRecord, AFTER, headers("ExpectedRecord", BEFORE));
    }

    private static void assertReplaced(Exchange answer, boolean replaced) {
        assertThat(well(answer).getMessage().getHeader(Route53Constants.RECORD_REPLACED)).isEqualTo(replaced);
    }

    @Test
    void oneBatchDeletesWhatIsExpectedAndThenCreates() {
        Map<String, Object> told = headers("RecordName", "a.example.com", "RecordType", "A", "RecordTtl", 60,
                "RecordValues", "192.0.2.2");
        Map<String, Object> plain = headers("ExpectedValues", "192.0.2.1", "ExpectedTtl", "60");
        Map<String, Object> both = headers("ExpectedRecord", BEFORE);
        both.putAll(told);
        serverAnswers(Answer.changed());
        for (Exchange answer : List.of(swap(), call(replaceRecord, AFTER, plain), call(replaceRecord, null, both),
                call(replaceRecord, BEFORE, both))) {
            assertReplaced(answer, true);
            assertThat(answer.getMessage().getHeader(Route53Constants.CHANGE_ID)).isEqualTo("C1");
        }
        told.putAll(plain);
        assertReplaced(call(replaceRecord, null, told), true);
        assertThat(server.requests()).hasSize(5).allSatisfy(request -> assertThat(request.body())
                .contains("<Changes>" + DELETED + CREATED + "</Changes>"));
    }

    @Test
    void absenceIsToldExplicitly() {
        serverAnswers(Answer.changed());
        assertReplaced(call(replaceRecord, AFTER, headers("ExpectedAbsent", "true")), true);
        assertReplaced(call(replaceRecord, "no use", headers("ExpectedRecord", BEFORE, "DesiredAbsent", true)), true);
        assertReplaced(call(replaceRecord, null, headers("RecordName", "a.example.com", "RecordType", "A",
                "ExpectedValues", List.of("192.0.2.1"), "ExpectedTtl", 60, "DesiredAbsent", true)), true);
        assertThat(server.requests()).extracting(FakeRoute53.Request::body).satisfiesExactly(
                create -> assertThat(create).contains("<Changes>" + CREATED + "</Changes>"),
                delete -> assertThat(delete).contains("<Changes>" + DELETED + "</Changes>"),
                delete -> assertThat(delete).contains("<Changes>" + DELETED + "</Changes>"));
    }

    @Test
    void aWrongExpectationIsRefused() {
        refused(headers(), "CamelAwsRoute53ExpectedRecord is missing", "ExpectedValues", "ExpectedAbsent");
        refused(headers("ExpectedAbsent", false), "CamelAwsRoute53ExpectedRecord is missing");
        refused(headers("ExpectedAbsent", "perhaps"), "CamelAwsRoute53ExpectedAbsent must be true or false");
        refused(headers("ExpectedAbsent", true, "ExpectedRecord", BEFORE), "more than one way", "ExpectedAbsent");
        refused(headers("ExpectedRecord", "text"), "ExpectedRecord must be a software.amazon", "'text'");
        refused(headers("ExpectedValues", "192.0.2.1"), "the header CamelAwsRoute53ExpectedTtl is missing");
        refused(headers("ExpectedValues", "host", "ExpectedTtl", 60), "the header CamelAwsRoute53ExpectedValues: ");
        refused(headers("ExpectedAbsent", true, "DesiredAbsent", true), "nothing to replace");
        refused(headers("ExpectedRecord", address("b.example.com", "192.0.2.1")), "must be of one name", "b.example");
        refused(headers("ExpectedRecord", BEFORE.toBuilder().setIdentifier("x").build()), "set-identifier='x'");
        assertThat(call(replaceRecord, AFTER.toBuilder().setIdentifier("x").weight(1L).build(),
                headers("ExpectedValues", "192.0.2.1", "ExpectedTtl", 60)).getException())
                .hasMessageContaining("CamelAwsRoute53ExpectedValues tells a plain record only");
        assertThat(server.requests()).isEmpty();
    }

    private void refused(Map<String, Object> headers, String... parts) {
        Exchange answer = call(replaceRecord, AFTER, headers);
        assertThat(answer.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("aws2-route53 replaceRecord: ").message().contains(parts);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[Tried to delete " + TRIED + "it was not found]",
        "[Tried to delete " + TRIED + "the values provided do not match the current values]",
        "[Tried to create " + TRIED + "it already exists]",
        "[Tried to delete " + TRIED + "the values provided do not match the current values, Tried to create " + TRIED
                + "it already exists]",
        "Tried to delete resource record set [name='A.example.com', type='A'] but it was not found."})
    void aRecordThatIsNotAsExpectedIsALostRace(String message) {
        serverAnswers(Answer.error(400, "InvalidChangeBatch", message));
        Exchange answer = swap();
        assertReplaced(answer, false);
        assertThat(answer.getMessage().getBody()).as("the body").isNull();
        assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.ERROR_KIND, "CONFLICT")
                .containsEntry(Route53Constants.ERROR_CODE, "InvalidChangeBatch")
                .containsEntry(Route53Constants.ERROR_MESSAGE, message)
                .doesNotContainKeys(Route53Constants.CHANGE_ID, Route53Constants.CHANGE_STATUS);
        assertThat(server.requests()).as("a lost race is not tried again").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "[Tried to delete resource record set [name='b.example.com.', type='A'] but it was not found]",
        "[Tried to delete resource record set [name='a.example.com.', type='AAAA'] but it was not found]",
        "[Tried to delete resource record set [name='a.example.com.', type='A', set-identifier='x'] but it was not"
                + " found]",
        "[Tried to delete " + TRIED + "it was not found, Tried to delete resource record set [name='b.example.com.', "
                + "type='A'] but it was not found]",
        "[Tried to delete " + TRIED + "it was not found, Invalid Resource Record: 'FATAL problem: x']",
        "[RRSet with DNS name a.example.com. is not permitted in zone example.net.]",
        "[RRSet of type A with DNS name a.example.com. is not permitted because a conflicting RRSet of type  CNAME "
                + "with the same DNS name already exists in zone example.com.]",
        "[The request contains an invalid set of changes for a resource record set 'A a.example.com.']",
        "[Tried to create an alias that targets a.example.com., type A in zone Z1, but that target was not found]", ""})
    void anotherFaultIsNoLostRace(String message) {
        serverAnswers(Answer.error(400, "InvalidChangeBatch", message));
        Exchange answer = swap();
        assertThat(answer.getException()).isInstanceOf(InvalidChangeBatchException.class);
        assertThat(answer.getMessage().getHeaders()).doesNotContainKey(Route53Constants.RECORD_REPLACED);
    }

    @Test
    void aSetIdentifierBelongsToTheRecord() {
        ResourceRecordSet before = BEFORE.toBuilder().setIdentifier("it's").weight(1L).build();
        serverAnswers(Answer.error(400, "InvalidChangeBatch", "[Tried to delete resource record set "
                + "[name='a.example.com.', type='A', set-identifier='it's'] but it was not found]"));
        assertReplaced(call(replaceRecord, before.toBuilder().weight(2L).build(), headers("ExpectedRecord", before)),
                false);
    }

    @Test
    void aLostRaceIsAnExceptionWhereAskedFor() {
        serverAnswers(Answer.error(400, "InvalidChangeBatch", "[Tried to delete " + TRIED + "it was not found]"));
        for (Exchange answer : List.of(
                call(URI + "?failOnLostRace=true", replaceRecord, AFTER, headers("ExpectedRecord", BEFORE)),
                call(replaceRecord, AFTER, headers("ExpectedRecord", BEFORE, "FailOnLostRace", "true")))) {
            assertThat(answer.getException()).isInstanceOf(LostRaceException.class)
                    .hasCauseInstanceOf(InvalidChangeBatchException.class)
                    .hasMessageContaining("[name='a.example.com', type='A']").hasMessageContaining("it was not found");
            assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.RECORD_REPLACED, false)
                    .containsEntry(Route53Constants.ERROR_KIND, "CONFLICT")
                    .containsEntry(Route53Constants.ERROR_CODE, "InvalidChangeBatch");
        }
        assertReplaced(call(URI + "?failOnLostRace=true", replaceRecord, AFTER,
                headers("ExpectedRecord", BEFORE, "FailOnLostRace", false)), false);
    }

    @Test
    void anUnknownOutcomeIsNeitherWonNorLost() {
        for (Answer failure : List.of(Answer.of(500, ""), Answer.hangUp(), Answer.of(200, "<html/>"),
                Answer.error(503, "ServiceUnavailable", "busy"))) {
            int before = server.requests().size();
            serverAnswers(failure, Answer.changed());
            Exchange answer = swap();
            assertThat(answer.getException()).as("after %s", failure).isInstanceOf(SdkException.class);
            assertThat(answer.getMessage().getHeaders()).doesNotContainKey(Route53Constants.RECORD_REPLACED)
                    .containsEntry(Route53Constants.ERROR_KIND, "UNKNOWN");
            assertThat(server.requests()).as("requests after %s", failure).hasSize(before + 1);
        }
    }

    @Test
    void theSameRecordIsReadAndCompared() {
        ResourceRecordSet same = BEFORE.toBuilder().name("A.Example.com.").build();
        serverAnswers(Answer.list(set("a.example.com.", "A", 60, "192.0.2.1")));
        assertReplaced(call(replaceRecord, same, headers("ExpectedRecord", BEFORE)), true);
        for (Answer other : List.of(Answer.list(set("a.example.com.", "A", 61, "192.0.2.1")), Answer.list())) {
            serverAnswers(other);
            Exchange lost = call(replaceRecord, same, headers("ExpectedRecord", BEFORE));
            assertReplaced(lost, false);
            assertThat(lost.getMessage().getHeader(Route53Constants.ERROR_KIND)).isEqualTo("CONFLICT");
            assertThat(lost.getMessage().getHeader(Route53Constants.ERROR_MESSAGE, String.class)).contains("was read");
        }
        assertThat(call(replaceRecord, same, headers("ExpectedRecord", BEFORE, "FailOnLostRace", true)).getException())
                .isInstanceOf(LostRaceException.class);
        assertThat(server.requests()).extracting(FakeRoute53.Request::method).as("nothing was changed")
                .containsOnly("GET");
        serverAnswers(Answer.of(200, ""));
        assertThat(call(replaceRecord, same, headers("ExpectedRecord", BEFORE)).getException())
                .as("where it could not be read").isInstanceOf(SdkException.class);
    }

    @Test
    void theRequestOfTheSdkMustBeASwap() {
        serverAnswers(Answer.changed());
        for (List<Change> changes : List.of(
                List.of(change(ChangeAction.DELETE, "a.example.com", "192.0.2.1"),
                        change(ChangeAction.CREATE, "A.example.com.", "192.0.2.2")),
                List.of(change(ChangeAction.CREATE, "a.example.com", "192.0.2.2")),
                List.of(change(ChangeAction.DELETE, "a.example.com", "192.0.2.1")))) {
            Exchange answer = pojo(changes);
            assertReplaced(answer, true);
            assertThat(answer.getMessage().getBody()).isInstanceOf(ChangeResourceRecordSetsResponse.class);
        }
        int sent = server.requests().size();
        for (List<Change> changes : List.of(List.<Change>of(),
                List.of(change(ChangeAction.UPSERT, "a.example.com", "192.0.2.2")),
                List.of(change(ChangeAction.CREATE, "a.example.com", "192.0.2.2"),
                        change(ChangeAction.DELETE, "a.example.com", "192.0.2.1")))) {
            assertThat(pojo(changes).getException()).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a DELETE of what is expected");
        }
        assertThat(server.requests()).hasSize(sent);
        serverAnswers(Answer.error(400, "InvalidChangeBatch", "[Tried to create " + TRIED + "it already exists]"));
        assertReplaced(pojo(List.of(change(ChangeAction.CREATE, "a.example.com", "192.0.2.2"))), false);
    }

    private Exchange pojo(List<Change> changes) {
        return call(URI + "?pojoRequest=true", replaceRecord, ChangeResourceRecordSetsRequest.builder()
                .hostedZoneId("Z2").changeBatch(batch -> batch.changes(changes)).build(), Map.of());
    }

    @Test
    void recordsAreAlikeHoweverTheyAreWritten() {
        assertAlike(true, BEFORE, BEFORE.toBuilder().name("A.EXAMPLE.com.").build());
        assertAlike(true, record("A", "192.0.2.1", "192.0.2.2"), record("A", "192.0.2.2", "192.0.2.1"));
        assertAlike(true, record("AAAA", "2001:DB8::1"), record("AAAA", "2001:db8:0::1"));
        assertAlike(true, record("CNAME", "Www.example.net"), record("CNAME", "www.example.net."));
        assertAlike(false, record("TXT", "\"A\""), record("TXT", "\"a\""));
        assertAlike(false, BEFORE, AFTER);
        assertAlike(false, BEFORE, BEFORE.toBuilder().ttl(61L).build());
        assertAlike(false, BEFORE, BEFORE.toBuilder().healthCheckId("hc").build());
        assertAlike(true, alias("B.example.com", false), alias("b.example.com.", false));
        assertAlike(false, alias("b.example.com", true), alias("b.example.com", false));
    }

    private static void assertAlike(boolean alike, ResourceRecordSet one, ResourceRecordSet other) {
        assertThat(RecordSets.areAlike(one, other)).as("%s and %s are alike", one, other).isEqualTo(alike);
    }

    private static ResourceRecordSet record(String type, String... values) {
        return ResourceRecordSet.builder().name("a.example.com").type(type).ttl(60L).resourceRecords(
                Stream.of(values).map(value -> address("x", value).resourceRecords().get(0)).toList()).build();
    }

    private static ResourceRecordSet alias(String target, boolean health) {
        return ResourceRecordSet.builder().name("a.example.com").type("A").aliasTarget(alias -> alias
                .hostedZoneId("Z9").dnsName(target).evaluateTargetHealth(health)).build();
    }
}
