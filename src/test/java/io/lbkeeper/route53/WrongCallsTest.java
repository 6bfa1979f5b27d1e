package io.lbkeeper.route53;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static io.lbkeeper.route53.Route53Operations.changeResourceRecordSets;
import static io.lbkeeper.route53.Route53Operations.createRecord;
import static io.lbkeeper.route53.Route53Operations.deleteRecord;
import static io.lbkeeper.route53.Route53Operations.getChange;
import static io.lbkeeper.route53.Route53Operations.getRecord;
import static io.lbkeeper.route53.Route53Operations.getRecords;
import static io.lbkeeper.route53.Route53Operations.listResourceRecordSets;
import static io.lbkeeper.route53.Route53Operations.replaceRecord;
import static io.lbkeeper.route53.Route53Operations.upsertRecord;
import static org.assertj.core.api.Assertions.assertThat;

/** A call that lacks something says what, and nothing is sent. */
class WrongCallsTest extends Route53TestBase {

    private void refused(Exchange exchange, String... parts) {
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("aws2-route53").message().contains(parts);
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(server.requests()).as("requests sent by a wrong call").isEmpty();
    }

    @Test
    void aMissingHeaderIsNamed() {
        refused(call(getRecord, null, Map.of()), "getRecord", "header CamelAwsRoute53RecordName is missing");
        refused(call(getRecord, null, Map.of(Route53Constants.RECORD_NAME, " ")), "CamelAwsRoute53RecordName");
        refused(call(getRecord, null, Map.of(Route53Constants.RECORD_NAME, "a")), "CamelAwsRoute53RecordType");
        refused(call(getRecords, null, Map.of()), "getRecords", "CamelAwsRoute53RecordNames");
        refused(call(getRecords, null, Map.of(Route53Constants.RECORD_NAMES, List.of())), "CamelAwsRoute53RecordNames");
        refused(call(getRecords, null, Map.of(Route53Constants.RECORD_NAMES, " , ")), "CamelAwsRoute53RecordNames");
        refused(call(getChange, null, Map.of()), "getChange", "CamelAwsRoute53ChangeId");
        Map<String, Object> record = Map.of(Route53Constants.RECORD_NAME, "a", Route53Constants.RECORD_TYPE, "A");
        refused(call(upsertRecord, null, Map.of()), "upsertRecord", "CamelAwsRoute53RecordName");
        refused(call(upsertRecord, null, record), "CamelAwsRoute53RecordTtl");
        refused(call(upsertRecord, null, Map.of(Route53Constants.RECORD_NAME, "a", Route53Constants.RECORD_TYPE, "A",
                Route53Constants.RECORD_TTL, 60)), "CamelAwsRoute53RecordValues");
    }

    @Test
    void aValueThatIsNoNumberIsNamed() {
        refused(call(upsertRecord, null, Map.of(Route53Constants.RECORD_NAME, "a", Route53Constants.RECORD_TYPE, "A",
                Route53Constants.RECORD_TTL, "soon", Route53Constants.RECORD_VALUES, "1.1.1.1")),
                "CamelAwsRoute53RecordTtl must be a Long", "'soon'");
    }

    @Test
    void aMissingZoneIsTold() {
        Route53Component component = context.getComponent("aws2-route53", Route53Component.class);
        component.getConfiguration().setHostedZoneId(null);
        refused(call("aws2-route53:nozone", getRecord, null, Map.of()), "CamelAwsRoute53HostedZoneId", "hostedZoneId");
    }

    @Test
    void anUnknownOperationIsTold() {
        for (Object operation : new Object[] {null, "getRecrod", 7}) {
            refused(template.send(URI, e -> e.getMessage().setHeader(Route53Constants.OPERATION, operation)),
                    "CamelAwsRoute53Operation", String.valueOf(operation), "getRecord", "changeResourceRecordSets");
        }
    }

    @Test
    void aBodyThatIsNoBatchIsTold() {
        for (Object body : new Object[] {null, "text", List.of(), Map.of("name", "a")}) {
            refused(call(changeResourceRecordSets, body, Map.of()), "ChangeBatch", "model.Change",
                    body == null ? "null" : body.toString());
        }
    }

    @Test
    void aPojoRequestOfAnotherTypeIsTold() {
        Map<Route53Operations, String> expected = new EnumMap<>(Route53Operations.class);
        for (Route53Operations operation : Route53Operations.values()) {
            String call = operation.name().substring(0, 1).toUpperCase(Locale.ROOT) + operation.name().substring(1);
            expected.put(operation, call + "Request");
        }
        List.of(getRecord, getRecords).forEach(each -> expected.put(each, "ListResourceRecordSetsRequest"));
        List.of(createRecord, upsertRecord, deleteRecord, replaceRecord)
                .forEach(each -> expected.put(each, "ChangeResourceRecordSetsRequest"));
        expected.put(Route53Operations.waitForChange, "GetChangeRequest");
        expected.forEach((operation, type) -> {
            for (Object body : new Object[] {"some text", null}) {
                refused(call(URI + "?pojoRequest=true", operation, body, Map.of(Route53Constants.RECORD_NAME, "a")),
                        operation.name(), "software.amazon.awssdk.services.route53.model." + type,
                        body == null ? "null" : "java.lang.String 'some text'");
            }
        });
    }
}
