package io.lbkeeper.route53;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.route53.model.ChangeAction;

import static io.lbkeeper.route53.Route53Operations.changeResourceRecordSets;
import static org.assertj.core.api.Assertions.assertThat;

/** A batch from maps and from JSON, as it goes out; and what is wrong with one, by entry and key. */
class ChangeEntriesTest extends Route53TestBase {
    private static final Map<String, Object> DELETE = Map.of("action", "delete", "name", "a.example.com",
            "type", "a", "ttl", 60, "values", List.of("192.0.2.1"));
    private static final Map<String, Object> UPSERT = Map.of("action", "UPSERT", "name", "w.example.com",
            "type", "TXT", "ttl", "60", "values", "say \"hi\", you", "setIdentifier", "east", "weight", 5,
            "healthCheckId", "hc-1");
    private static final Map<String, Object> ALIAS = Map.of("action", "CREATE", "name", "example.com", "type", "A",
            "aliasDnsName", "a.example.com", "aliasHostedZoneId", "Z9", "aliasEvaluateTargetHealth", true);
    private static final String JSON = """
            [{"action": "delete", "name": "a.example.com", "type": "a", "ttl": 60, "values": ["192.0.2.1"]},
             {"action": "UPSERT", "name": "w.example.com", "type": "TXT", "ttl": "60", "values": "say \\"hi\\", you",
              "setIdentifier": "east", "weight": 5, "healthCheckId": "hc-1"},
             {"action": "CREATE", "name": "example.com", "type": "A", "aliasDnsName": "a.example.com",
              "aliasHostedZoneId": "Z9", "aliasEvaluateTargetHealth": true}]""";
    private static final String SENT = "<Changes><Change><Action>DELETE</Action><ResourceRecordSet>"
            + "<Name>a.example.com</Name><Type>A</Type><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>192.0.2.1"
            + "</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change><Change><Action>UPSERT</Action>"
            + "<ResourceRecordSet><Name>w.example.com</Name><Type>TXT</Type><SetIdentifier>east</SetIdentifier><Weight>"
            + "5</Weight><TTL>60</TTL><ResourceRecords><ResourceRecord><Value>&quot;say \\&quot;hi\\&quot;, you&quot;"
            + "</Value></ResourceRecord></ResourceRecords><HealthCheckId>hc-1</HealthCheckId></ResourceRecordSet>"
            + "</Change><Change><Action>CREATE</Action><ResourceRecordSet><Name>example.com</Name><Type>A</Type>"
            + "<AliasTarget><HostedZoneId>Z9</HostedZoneId><DNSName>a.example.com</DNSName><EvaluateTargetHealth>true"
            + "</EvaluateTargetHealth></AliasTarget></ResourceRecordSet></Change></Changes>";

    private Exchange send(Object body) {
        return call(changeResourceRecordSets, body, Map.of());
    }

    @Test
    void mapsAndJsonBecomeTheBatch() {
        serverAnswers(Answer.changed());
        for (Object body : new Object[] {List.of(DELETE, UPSERT, ALIAS), "\n " + JSON}) {
            assertThat(well(send(body)).getMessage().getHeader(Route53Constants.CHANGE_ID)).isEqualTo("C1");
        }
        assertThat(server.requests()).hasSize(2)
                .allSatisfy(request -> assertThat(request.body()).contains(SENT));
    }

    @Test
    void entriesOfBothKindsKeepTheirOrder() {
        serverAnswers(Answer.changed());
        well(send(List.of(change(ChangeAction.DELETE, "b.example.com", "192.0.2.9"), DELETE)));
        assertThat(server.request().body()).containsSubsequence("b.example.com", "a.example.com");
    }

    @Test
    void theHeadersOfARecordDoNotReachTheEntries() {
        serverAnswers(Answer.changed());
        well(call(changeResourceRecordSets, List.of(DELETE), LocalZone.headers("RecordWeight", 1, "RecordTtl", 9)));
        assertThat(server.request().body()).contains("<TTL>60</TTL>").doesNotContain("Weight");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "null", value = {
        "action|null|entry 1 of the body, the key action is missing; it is one of [CREATE, DELETE, UPSERT]",
        "action|PATCH|entry 1 of the body, the key action is java.lang.String 'PATCH', but must be one of",
        "name|null|entry 1 of the body, the key name is missing", "name| |entry 1 of the body, the key name is missing",
        "type|null|entry 1 of the body, the key type is missing",
        "ttl|null|entry 1 of the body, the key ttl is missing",
        "ttl|soon|entry 1 of the body, the key ttl must be a Long, but is java.lang.String 'soon'",
        "values|null|entry 1 of the body, the key values is missing",
        "values|192.0.2.300|entry 1 of the body, the key values: a value of type A is an IPv4 address",
        "weight|7|entry 1 of the body, the key setIdentifier is missing",
        "aliasDnsName|b|entry 1 of the body, the key ttl cannot stand beside entry 1 of the body, the key aliasDnsName",
        "records|x|entry 1 of the body: the key java.lang.String 'records' is not known; there are action, name"})
    void aWrongEntryIsToldByIndexAndKey(String key, String value, String message) {
        Map<String, Object> entry = new LinkedHashMap<>(DELETE);
        if (value == null) {
            entry.remove(key);
        } else {
            entry.put(key, value);
        }
        assertThat(send(List.of(ALIAS, entry)).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("aws2-route53 changeResourceRecordSets: " + message);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatIsNoEntryIsTold() {
        for (Object[] row : new Object[][] {{List.of(DELETE, "text"), "entry 1 of the body must be a"},
            {Arrays.asList(null, DELETE), "entry 0 of the body must be a"}, {"[]", "at least one entry"},
            {"[{", "begins like a JSON array, but is none"}, {"[1]", "entry 0 of the body must be a"},
            {DELETE, "the body must be a"}}) {
            assertThat(send(row[0]).getException()).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining((String) row[1]);
        }
        assertThat(server.requests()).isEmpty();
    }
}
