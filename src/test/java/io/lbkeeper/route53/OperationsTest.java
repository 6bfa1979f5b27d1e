package io.lbkeeper.route53;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeBatch;
import software.amazon.awssdk.services.route53.model.ChangeInfo;

import static io.lbkeeper.route53.FakeRoute53.set;
import static org.assertj.core.api.Assertions.assertThat;

/** Each operation by headers: what goes out on the wire, and what comes back. */
class OperationsTest extends Route53TestBase {
    private static final String LB = set("lb.example.com.", "A", 60, "192.0.2.1");

    @Test
    void getRecordAsksForOneRecordAndGivesIt() {
        serverAnswers(Answer.list(LB));
        Exchange answer = well(call(Route53Operations.getRecord, null, Map.of(
                Route53Constants.RECORD_NAME, "LB.example.com", Route53Constants.RECORD_TYPE, "a")));

        assertThat(server.request().method()).isEqualTo("GET");
        assertThat(server.request().target()).startsWith("/2013-04-01/hostedzone/ZEXAMPLE/rrset?")
                .contains("name=LB.example.com", "type=A", "maxitems=1").doesNotContain("identifier");
        assertThat(answer.getMessage().getBody()).isEqualTo(address("lb.example.com.", "192.0.2.1"));
        assertThat(answer.getMessage().getHeader(Route53Constants.RECORD_FOUND)).isEqualTo(true);
    }

    @Test
    void getRecordDoesNotTakeTheNextRecordForTheOneAskedFor() {
        for (String next : List.of(set("lb1.example.com.", "A", 60, "192.0.2.1"),
                set("lb.example.com.", "AAAA", 60, "2001:db8::1"))) {
            serverAnswers(Answer.list(next));
            Exchange answer = well(call(Route53Operations.getRecord, "old body", Map.of(
                    Route53Constants.RECORD_NAME, "lb.example.com", Route53Constants.RECORD_TYPE, "A")));
            assertThat(answer.getMessage().getBody()).as("the body, where Route 53 gave %s", next).isNull();
            assertThat(answer.getMessage().getHeader(Route53Constants.RECORD_FOUND)).isEqualTo(false);
        }
    }

    @Test
    void getRecordComparesTheSetIdentifier() {
        String weighted = LB.replace("<TTL>", "<SetIdentifier>west</SetIdentifier><Weight>1</Weight><TTL>");
        serverAnswers(Answer.list(weighted));
        for (String wanted : List.of("west", "east")) {
            Exchange answer = well(call(Route53Operations.getRecord, null, Map.of(
                    Route53Constants.RECORD_NAME, "lb.example.com", Route53Constants.RECORD_TYPE, "A",
                    Route53Constants.SET_IDENTIFIER, wanted)));
            assertThat(answer.getMessage().getHeader(Route53Constants.RECORD_FOUND)).as("found " + wanted)
                    .isEqualTo(wanted.equals("west"));
        }
        assertThat(server.requests()).extracting(FakeRoute53.Request::target)
                .anySatisfy(target -> assertThat(target).contains("identifier=west"));
    }

    @Test
    void getRecordsOfASmallZoneCostsOneCall() {
        serverAnswers(Answer.list(LB, set("_owner.lb.example.com.", "TXT", 60, "\"v=1\""),
                set("lb0.example.com.", "A", 60, "192.0.2.9"), set("lb1.example.com.", "A", 60, "192.0.2.1")));
        Exchange answer = well(call(Route53Operations.getRecords, null, Map.of(Route53Constants.RECORD_NAMES,
                "lb1.example.com, _owner.lb.example.com,lb.example.com")));

        assertThat(server.request().target()).contains("name=lb.example.com.").doesNotContain("type=");
        List<?> sets = answer.getMessage().getBody(List.class);
        assertThat(sets).extracting("name")
                .containsExactly("lb.example.com.", "_owner.lb.example.com.", "lb1.example.com.");
    }

    @Test
    void listResourceRecordSetsTellsWhereTheNextPageStarts() {
        serverAnswers(Answer.page(true, "<NextRecordName>x.example.com.</NextRecordName><NextRecordType>A"
                + "</NextRecordType><NextRecordIdentifier>west</NextRecordIdentifier>", LB), Answer.list(LB));
        Exchange answer = well(call(Route53Operations.listResourceRecordSets, null, Map.of(
                Route53Constants.START_RECORD_NAME, "a.example.com", Route53Constants.START_RECORD_TYPE, "A",
                Route53Constants.START_RECORD_IDENTIFIER, "east", Route53Constants.MAX_ITEMS, 1)));

        assertThat(server.request().target()).contains("name=a.example.com", "type=A", "identifier=east", "maxitems=1");
        assertThat(answer.getMessage().getBody()).isEqualTo(List.of(address("lb.example.com.", "192.0.2.1")));
        assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.IS_TRUNCATED, true)
                .containsEntry(Route53Constants.NEXT_RECORD_NAME, "x.example.com.")
                .containsEntry(Route53Constants.NEXT_RECORD_TYPE, "A")
                .containsEntry(Route53Constants.NEXT_RECORD_IDENTIFIER, "west");

        Exchange last = well(call(Route53Operations.listResourceRecordSets, null, answer.getMessage().getHeaders()));
        assertThat(last.getMessage().getHeaders()).as("no trace of the page before")
                .containsEntry(Route53Constants.IS_TRUNCATED, false)
                .doesNotContainKeys(Route53Constants.NEXT_RECORD_NAME, Route53Constants.NEXT_RECORD_TYPE,
                        Route53Constants.NEXT_RECORD_IDENTIFIER);
    }

    @Test
    void upsertRecordSendsOneUpsert() {
        serverAnswers(Answer.changed());
        Exchange answer = well(call(Route53Operations.upsertRecord, "a body of no use", Map.of(
                Route53Constants.RECORD_NAME, "lb1.example.com", Route53Constants.RECORD_TYPE, "TXT",
                Route53Constants.RECORD_TTL, "60", Route53Constants.RECORD_VALUES, "\"a, b\",\"c\"",
                Route53Constants.CHANGE_COMMENT, "by test")));

        assertThat(server.request().method()).isEqualTo("POST");
        assertThat(server.request().target()).startsWith("/2013-04-01/hostedzone/ZEXAMPLE/rrset");
        assertThat(server.request().body()).contains("<ChangeBatch><Comment>by test</Comment><Changes><Change>"
                + "<Action>UPSERT</Action><ResourceRecordSet><Name>lb1.example.com</Name><Type>TXT</Type><TTL>60</TTL>"
                + "<ResourceRecords><ResourceRecord><Value>&quot;a, b&quot;</Value></ResourceRecord><ResourceRecord>"
                + "<Value>&quot;c&quot;</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change>");
        assertChange(answer);
    }

    @Test
    void upsertRecordTakesARecordSetAsBody() {
        serverAnswers(Answer.changed());
        assertChange(well(call(Route53Operations.upsertRecord, address("lb1.example.com", "192.0.2.7"), Map.of())));
        assertThat(server.request().body()).contains("UPSERT", "<TTL>60</TTL>", "<Value>192.0.2.7</Value>");
    }

    @Test
    void changeResourceRecordSetsKeepsTheOrderOfTheChanges() {
        serverAnswers(Answer.changed());
        List<Change> changes = List.of(
                change(ChangeAction.DELETE, "lb.example.com", "1.1.1.1"),
                change(ChangeAction.CREATE, "lb.example.com", "2.2.2.2"));
        assertChange(well(call(Route53Operations.changeResourceRecordSets, changes,
                Map.of(Route53Constants.CHANGE_COMMENT, "swap", Route53Constants.HOSTED_ZONE_ID, "/hostedzone/Z2"))));
        assertThat(server.request().target()).startsWith("/2013-04-01/hostedzone/Z2/rrset");
        assertThat(server.request().body()).containsSubsequence("<Comment>swap</Comment>", "DELETE", "1.1.1.1",
                "CREATE", "2.2.2.2");
    }

    @Test
    void changeResourceRecordSetsKeepsTheCommentOfABatch() {
        serverAnswers(Answer.changed());
        ChangeBatch batch = ChangeBatch.builder().comment("its own")
                .changes(change(ChangeAction.CREATE, "lb.example.com", "1.1.1.1")).build();
        assertChange(well(call(Route53Operations.changeResourceRecordSets, batch,
                Map.of(Route53Constants.CHANGE_COMMENT, "another"))));
        assertThat(server.request().body()).contains("<Comment>its own</Comment>").doesNotContain("another");
    }

    @Test
    void getChangeTakesTheIdWithAndWithoutItsPrefix() {
        serverAnswers(Answer.change());
        for (String id : List.of("C1", "/change/C1")) {
            assertChange(well(call(Route53Operations.getChange, null, Map.of(Route53Constants.CHANGE_ID, id))));
        }
        assertThat(server.requests()).extracting(FakeRoute53.Request::target)
                .containsExactly("/2013-04-01/change/C1", "/2013-04-01/change/C1");
    }

    private static void assertChange(Exchange answer) {
        assertThat(answer.getMessage().getBody()).isInstanceOfSatisfying(ChangeInfo.class,
                info -> assertThat(info.id()).isEqualTo("C1"));
        assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.CHANGE_ID, "C1")
                .containsEntry(Route53Constants.CHANGE_STATUS, "PENDING");
    }

    @Test
    void theHeaderGoesBeforeTheOption() {
        serverAnswers(Answer.change());
        String uri = URI + "?operation=getRecord";
        well(template.send(uri, e -> e.getMessage().setHeaders(new HashMap<>(Map.of(
                Route53Constants.OPERATION, "getChange", Route53Constants.CHANGE_ID, "C1")))));
        assertThat(server.request().target()).isEqualTo("/2013-04-01/change/C1");
    }

    @Test
    void requestsToAnotherEndpointAreSignedForUsEast1() {
        serverAnswers(Answer.change());
        well(call(Route53Operations.getChange, null, Map.of(Route53Constants.CHANGE_ID, "C1")));
        assertThat(server.request().authorization())
                .contains("Credential=AKIATEST/", "/us-east-1/route53/aws4_request");
    }
}
