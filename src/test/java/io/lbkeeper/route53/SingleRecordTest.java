package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.FakeRoute53.set;
import static io.lbkeeper.route53.Route53Operations.createRecord;
import static io.lbkeeper.route53.Route53Operations.deleteRecord;
import static io.lbkeeper.route53.Route53Operations.upsertRecord;
import static org.assertj.core.api.Assertions.assertThat;

/** One record set by headers, by body and by the SDK's request: what goes out, and what comes back. */
class SingleRecordTest extends Route53TestBase {
    private static final Map<Route53Operations, ChangeAction> ACTIONS = Map.of(createRecord, ChangeAction.CREATE,
            upsertRecord, ChangeAction.UPSERT, deleteRecord, ChangeAction.DELETE);
    private static final Map<String, Object> NAMED = LocalZone.headers("RecordName", "a.example.com",
            "RecordType", "A");
    private static final Map<String, Object> WHOLE = LocalZone.headers("RecordName", "a.example.com",
            "RecordType", "a", "RecordTtl", 60, "RecordValues", "192.0.2.1");
    private static final String SENT = "<ResourceRecordSet><Name>a.example.com</Name><Type>A</Type><TTL>60</TTL>"
            + "<ResourceRecords><ResourceRecord><Value>192.0.2.1</Value></ResourceRecord></ResourceRecords>"
            + "</ResourceRecordSet>";

    @Test
    void eachSendsOneChangeByHeadersAndByBody() {
        ACTIONS.forEach((operation, action) -> {
            for (Exchange answer : List.of(sent(operation, null, WHOLE), sent(operation, "of no use", WHOLE),
                    sent(operation, address("a.example.com", "192.0.2.1"), Map.of()))) {
                assertThat(answer.getMessage().getBody()).isInstanceOfSatisfying(ChangeInfo.class,
                        info -> assertThat(info.id()).isEqualTo("C1"));
                assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.CHANGE_ID, "C1")
                        .containsEntry(Route53Constants.CHANGE_STATUS, "PENDING");
                assertThat(lastBody()).as(operation.name())
                        .contains("<Changes><Change><Action>" + action + "</Action>" + SENT + "</Change></Changes>");
            }
        });
    }

    private Exchange sent(Route53Operations operation, Object body, Map<String, Object> headers) {
        serverAnswers(Answer.changed());
        return well(call(operation, body, headers));
    }

    private String lastBody() {
        return server.requests().get(server.requests().size() - 1).body();
    }

    @Test
    void eachTakesTheRequestOfTheSdk() {
        ACTIONS.forEach((operation, action) -> {
            serverAnswers(Answer.changed());
            Exchange answer = well(call(URI + "?pojoRequest=true", operation, request(action), Map.of()));
            assertThat(answer.getMessage().getBody()).isInstanceOf(ChangeResourceRecordSetsResponse.class);
            assertThat(lastBody()).contains("<Action>" + action + "</Action>" + SENT);
        });
    }

    private static ChangeResourceRecordSetsRequest request(ChangeAction... actions) {
        return ChangeResourceRecordSetsRequest.builder().hostedZoneId("Z2").changeBatch(batch -> batch.changes(
                Stream.of(actions).map(action -> change(action, "a.example.com", "192.0.2.1")).toList())).build();
    }

    @Test
    void eachRefusesARequestOfAnotherKind() {
        ACTIONS.forEach((operation, action) -> {
            ChangeAction other = action == ChangeAction.CREATE ? ChangeAction.DELETE : ChangeAction.CREATE;
            for (ChangeResourceRecordSetsRequest wrong : List.of(request(other), request(action, action), request(),
                    ChangeResourceRecordSetsRequest.builder().build())) {
                assertThat(call(URI + "?pojoRequest=true", operation, wrong, Map.of()).getException())
                        .as(operation.name()).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("must hold one change, a").hasMessageContaining(action.toString());
            }
        });
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void eachShapeIsSentInTheOrderThatRoute53Wants() {
        sent(createRecord, null, LocalZone.headers("RecordName", "a.example.com", "RecordType", "AAAA",
                "SetIdentifier", "east", "RecordWeight", 3, "RecordHealthCheckId", "hc-1",
                "AliasHostedZoneId", "/hostedzone/Z9", "AliasDnsName", "b.example.com"));
        assertThat(lastBody()).contains("<Name>a.example.com</Name><Type>AAAA</Type><SetIdentifier>east</SetIdentifier>"
                + "<Weight>3</Weight><AliasTarget><HostedZoneId>Z9</HostedZoneId><DNSName>b.example.com</DNSName>"
                + "<EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget><HealthCheckId>hc-1<");
    }

    @Test
    void deleteRecordByNameDeletesExactlyWhatItReads() {
        String read = set("a.example.com.", "A", 300, "198.51.100.7");
        serverAnswers(Answer.list(read), Answer.changed());
        Exchange answer = well(call(deleteRecord, "of no use", NAMED));
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0).target()).contains("name=a.example.com", "type=A", "maxitems=1");
        assertThat(lastBody()).contains("<Action>DELETE</Action>" + read);
        assertThat(answer.getMessage().getHeader(Route53Constants.RECORD_FOUND)).isEqualTo(true);
    }

    @Test
    void deleteRecordByNameFailsOnItsOwnWhereThereIsNone() {
        serverAnswers(Answer.list(set("b.example.com.", "A", 300, "198.51.100.7")));
        Exchange answer = call(deleteRecord, null, NAMED);
        assertThat(answer.getException()).isInstanceOf(NoSuchRecordException.class)
                .hasMessageContaining("[name='a.example.com', type='A']").hasMessageContaining("ZEXAMPLE");
        assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.RECORD_FOUND, false)
                .containsEntry(Route53Constants.ERROR_KIND, "CONFLICT");
        assertThat(server.request().method()).isEqualTo("GET");
    }

    @Test
    void deleteRecordTellsAbsenceFromOtherValues() {
        Map<String, Object> found = Map.of("it was not found", false,
                "the values provided do not match the current values", true);
        found.forEach((words, expected) -> {
            serverAnswers(Answer.error(400, "InvalidChangeBatch", "[Tried to delete resource record set "
                    + "[name='a.example.com.', type='A'] but " + words + "]"));
            Exchange answer = call(deleteRecord, null, WHOLE);
            assertThat(answer.getException()).isInstanceOf(InvalidChangeBatchException.class)
                    .hasMessageContaining(words);
            assertThat(answer.getMessage().getHeader(Route53Constants.RECORD_FOUND)).as(words).isEqualTo(expected);
        });
        serverAnswers(Answer.error(400, "InvalidChangeBatch", "[something else]"));
        assertThat(call(deleteRecord, null, WHOLE).getMessage().getHeaders())
                .as("where AWS says nothing of it").doesNotContainKey(Route53Constants.RECORD_FOUND);
    }

    @Test
    void aRecordThatIsToldTwiceIsRefused() {
        ResourceRecordSet body = address("a.example.com", "192.0.2.1");
        ACTIONS.keySet().forEach(operation -> assertThat(call(operation, body,
                LocalZone.headers("RecordWeight", 1)).getException()).as(operation.name())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("told twice")
                .hasMessageContaining("CamelAwsRoute53RecordWeight"));
        assertThat(server.requests()).isEmpty();
    }
}
