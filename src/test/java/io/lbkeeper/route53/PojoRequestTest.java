package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.GetChangeRequest;
import software.amazon.awssdk.services.route53.model.GetChangeResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.FakeRoute53.set;
import static org.assertj.core.api.Assertions.assertThat;

/** With pojoRequest the body is the SDK's request and the zone is the request's own. */
class PojoRequestTest extends Route53TestBase {
    private static final String LB = set("lb.example.com.", "A", 60, "192.0.2.1");

    private Exchange pojo(Route53Operations operation, Object body) {
        return call(URI + "?pojoRequest=true", operation, body, Map.of());
    }

    private static ListResourceRecordSetsRequest list() {
        return ListResourceRecordSetsRequest.builder().hostedZoneId("Z2").startRecordName("lb.example.com")
                .startRecordType("A").build();
    }

    private static ChangeResourceRecordSetsRequest changes(ChangeAction... actions) {
        return ChangeResourceRecordSetsRequest.builder().hostedZoneId("Z2").changeBatch(batch -> batch.changes(
                Stream.of(actions).map(action -> change(action, "lb.example.com", "192.0.2.1")).toList())).build();
    }

    @Test
    void listResourceRecordSetsGivesTheResponse() {
        serverAnswers(Answer.list(LB));
        Object body = well(pojo(Route53Operations.listResourceRecordSets, list())).getMessage().getBody();
        assertThat(body).isInstanceOfSatisfying(ListResourceRecordSetsResponse.class,
                response -> assertThat(response.resourceRecordSets()).hasSize(1));
        assertThat(server.request().target()).contains("/Z2/", "name=lb.example.com");
    }

    @Test
    void getRecordGivesTheRecord() {
        serverAnswers(Answer.list(LB));
        Object body = well(pojo(Route53Operations.getRecord, list())).getMessage().getBody();
        assertThat(body).isInstanceOf(ResourceRecordSet.class);
        assertThat(server.request().target()).contains("/Z2/", "maxitems=1");
    }

    @Test
    void getRecordWantsATypeToo() {
        Exchange refused = pojo(Route53Operations.getRecord, list().toBuilder().startRecordType((String) null).build());
        assertThat(refused.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("startRecordType");
    }

    @Test
    void getRecordsTakesTheNameOfTheRequest() {
        serverAnswers(Answer.list(LB, set("lb1.example.com.", "A", 60, "192.0.2.1")));
        List<?> body = well(pojo(Route53Operations.getRecords, list())).getMessage().getBody(List.class);
        assertThat(body).extracting("name").containsExactly("lb.example.com.");
        assertThat(server.request().target()).contains("/Z2/");
    }

    @Test
    void upsertRecordGivesTheResponse() {
        serverAnswers(Answer.changed());
        Exchange answer = well(pojo(Route53Operations.upsertRecord, changes(ChangeAction.UPSERT)));
        assertThat(answer.getMessage().getBody()).isInstanceOf(ChangeResourceRecordSetsResponse.class);
        assertThat(answer.getMessage().getHeader(Route53Constants.CHANGE_STATUS)).isEqualTo("PENDING");
    }

    @Test
    void upsertRecordRefusesAnythingButOneUpsert() {
        for (ChangeResourceRecordSetsRequest other : List.of(changes(ChangeAction.DELETE), changes(),
                changes(ChangeAction.UPSERT, ChangeAction.UPSERT), ChangeResourceRecordSetsRequest.builder().build())) {
            assertThat(pojo(Route53Operations.upsertRecord, other).getException())
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("one change, an UPSERT");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void changeResourceRecordSetsGivesTheResponse() {
        serverAnswers(Answer.changed());
        Exchange answer = well(pojo(Route53Operations.changeResourceRecordSets,
                changes(ChangeAction.DELETE, ChangeAction.CREATE)));
        assertThat(answer.getMessage().getBody()).isInstanceOf(ChangeResourceRecordSetsResponse.class);
        assertThat(answer.getMessage().getHeader(Route53Constants.CHANGE_ID)).isEqualTo("C1");
        assertThat(server.request().body()).containsSubsequence("DELETE", "CREATE");
    }

    @Test
    void getChangeGivesTheResponse() {
        serverAnswers(Answer.change());
        Object body = well(pojo(Route53Operations.getChange, GetChangeRequest.builder().id("C1").build()))
                .getMessage().getBody();
        assertThat(body).isInstanceOf(GetChangeResponse.class);
    }
}
