package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsRequest;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.LocalZone.well;
import static io.lbkeeper.route53.Route53Operations.changeResourceRecordSets;
import static io.lbkeeper.route53.Route53Operations.createRecord;
import static io.lbkeeper.route53.Route53Operations.deleteRecord;
import static io.lbkeeper.route53.Route53Operations.getRecord;
import static io.lbkeeper.route53.Route53Operations.getRecords;
import static io.lbkeeper.route53.Route53Operations.listResourceRecordSets;
import static io.lbkeeper.route53.Route53Operations.replaceRecord;
import static io.lbkeeper.route53.Route53Operations.upsertRecord;
import static org.assertj.core.api.Assertions.assertThat;

/** Each operation on records through the real SDK, against an endpoint that judges as AWS does. */
@Timeout(120)
class LocalRecordsTest {
    private static final String NAME = "a.example.com";
    private final LocalZone zone = new LocalZone();

    @AfterEach
    void stop() {
        zone.close();
    }

    private static ResourceRecordSet address(String value) {
        return Route53TestBase.address(NAME, value);
    }

    private Exchange replace(ResourceRecordSet expected, ResourceRecordSet desired) {
        return zone.call(replaceRecord, desired, "ExpectedRecord", expected, "ExpectedAbsent", expected == null,
                "DesiredAbsent", desired == null);
    }

    private static boolean replaced(Exchange exchange) {
        return well(exchange).getMessage().getHeader(Route53Constants.RECORD_REPLACED, Boolean.class);
    }

    private static void assertConflict(Exchange refused, String words) {
        assertThat(refused.getException()).isInstanceOf(InvalidChangeBatchException.class).hasMessageContaining(words);
        assertThat(refused.getMessage().getHeader(Route53Constants.ERROR_KIND)).isEqualTo("CONFLICT");
    }

    @Test
    void createRecordNeverOverwritesAndUpsertRecordDoes() {
        well(zone.call(createRecord, address("192.0.2.1")));
        assertConflict(zone.call(createRecord, address("192.0.2.2")), "already exists");
        assertThat(zone.dns(NAME, "A")).containsExactly("192.0.2.1");
        well(zone.call(upsertRecord, address("192.0.2.3")));
        assertThat(zone.dns(NAME, "A")).containsExactly("192.0.2.3");
    }

    @Test
    void deleteRecordDeletesExactlyWhatIsTold() {
        assertConflict(zone.call(deleteRecord, address("192.0.2.1")), "not found");
        well(zone.call(createRecord, address("192.0.2.1")));
        assertConflict(zone.call(deleteRecord, address("192.0.2.2")), "do not match");
        assertConflict(zone.call(deleteRecord, null, "RecordName", NAME, "RecordType", "A", "RecordTtl", 61,
                "RecordValues", "192.0.2.1"), "do not match");
        Exchange deleted = well(zone.call(deleteRecord, zone.record(NAME, "A", null)));
        assertThat(deleted.getMessage().getHeader(Route53Constants.RECORD_FOUND)).isEqualTo(true);
        assertThat(zone.dns(NAME, "A")).isEmpty();
        assertThat(zone.call(deleteRecord, null, "RecordName", NAME, "RecordType", "A").getException())
                .isInstanceOf(NoSuchRecordException.class);
    }

    @Test
    void replaceRecordChangesOnlyWhatIsAsExpected() {
        assertThat(replaced(replace(null, address("192.0.2.1")))).as("created, as it was absent").isTrue();
        assertThat(replaced(replace(null, address("192.0.2.2")))).as("created, though it was there").isFalse();
        assertThat(replaced(replace(address("192.0.2.9"), address("192.0.2.2")))).as("other values").isFalse();
        assertThat(replaced(replace(address("192.0.2.9"), null))).as("deleted, with other values").isFalse();
        assertThat(zone.dns(NAME, "A")).containsExactly("192.0.2.1");
        assertThat(replaced(replace(address("192.0.2.1"), address("192.0.2.2")))).as("as expected").isTrue();
        assertThat(replaced(replace(address("192.0.2.2"), address("192.0.2.2")))).as("the same").isTrue();
        assertThat(replaced(replace(address("192.0.2.1"), address("192.0.2.1")))).as("the same, but gone").isFalse();
        assertThat(zone.dns(NAME, "A")).containsExactly("192.0.2.2");
        assertThat(replaced(replace(zone.record(NAME, "A", null), null))).as("deleted").isTrue();
        assertThat(zone.dns(NAME, "A")).isEmpty();
        assertThat(replaced(replace(address("192.0.2.2"), address("192.0.2.3")))).as("it is gone").isFalse();
    }

    @Test
    void replaceRecordTakesFaultsForNoLostRace() {
        ResourceRecordSet elsewhere = Route53TestBase.address("a.example.net", "192.0.2.1");
        assertThat(replace(null, elsewhere).getException()).isInstanceOf(InvalidChangeBatchException.class)
                .hasMessageContaining("is not permitted in zone");
        well(zone.call(createRecord, null, "RecordName", NAME, "RecordType", "CNAME", "RecordTtl", 60,
                "RecordValues", "www.example.net"));
        Exchange underCname = replace(null, address("192.0.2.1"));
        assertThat(underCname.getException()).isInstanceOf(InvalidChangeBatchException.class)
                .hasMessageContaining("CNAME");
        assertThat(underCname.getMessage().getHeader(Route53Constants.ERROR_KIND)).isEqualTo("REFUSED");
    }

    @Test
    void aRecordReadIsReplacedByHeaders() {
        well(zone.call(createRecord, null, "RecordName", "*.example.com", "RecordType", "TXT", "RecordTtl", 60,
                "RecordValues", "one, \"two\""));
        ResourceRecordSet read = zone.record("*.example.com", "TXT", null);
        assertThat(replaced(zone.call(replaceRecord, read, "ExpectedRecord", read, "RecordName", "*.example.com",
                "RecordType", "TXT", "RecordTtl", 60, "RecordValues", "three"))).isTrue();
        assertThat(replaced(zone.call(replaceRecord, null, "ExpectedRecord", read, "RecordName", "*.example.com",
                "RecordType", "TXT", "RecordTtl", 60, "RecordValues", "four"))).as("an old expectation").isFalse();
        assertThat(replaced(zone.call(replaceRecord, null, "ExpectedValues", "three", "ExpectedTtl", 60, "RecordName",
                "*.example.com", "RecordType", "TXT", "RecordTtl", 60, "RecordValues", "five"))).isTrue();
        assertThat(zone.dns("x.example.com", "TXT")).containsExactly("\"five\"");
    }

    @Test
    void aCounterKeptByReplaceRecordLosesNoIncrement() throws Exception {
        int counters = 4;
        int increments = 25;
        well(zone.call(createRecord, null, "RecordName", NAME, "RecordType", "TXT", "RecordTtl", 60,
                "RecordValues", "0"));
        ExecutorService threads = Executors.newFixedThreadPool(counters);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < counters; i++) {
            ends.add(threads.submit(() -> {
                for (int done = 0; done < increments; ) {
                    done += increment() ? 1 : 0;
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get(100, TimeUnit.SECONDS);
        }
        threads.shutdown();
        assertThat(zone.dns(NAME, "TXT")).containsExactly("\"" + counters * increments + "\"");
    }

    private boolean increment() {
        Exchange read = well(zone.call(getRecord, null, "RecordName", NAME, "RecordType", "TXT"));
        List<?> texts = read.getMessage().getHeader(Route53Constants.RECORD_TEXTS, List.class);
        return replaced(zone.call(replaceRecord, null, "ExpectedRecord", read.getMessage().getBody(), "RecordName",
                NAME, "RecordType", "TXT", "RecordTtl", 60, "RecordValues",
                String.valueOf(Integer.parseInt((String) texts.get(0)) + 1)));
    }

    @Test
    void aBatchOfMapsIsAppliedWholeOrNotAtAll() {
        List<Map<String, Object>> batch = List.of(
                Map.of("action", "CREATE", "name", NAME, "type", "A", "ttl", 60, "values", "192.0.2.1,192.0.2.2"),
                Map.of("action", "CREATE", "name", "www.example.com", "type", "A", "aliasDnsName", NAME));
        well(zone.call(changeResourceRecordSets, batch));
        assertThat(zone.dns("www.example.com", "A")).containsExactlyInAnyOrder("192.0.2.1", "192.0.2.2");
        assertConflict(zone.call(changeResourceRecordSets, """
                [{"action": "UPSERT", "name": "a.example.com", "type": "A", "ttl": 60, "values": ["192.0.2.9"]},
                 {"action": "DELETE", "name": "b.example.com", "type": "A", "ttl": 60, "values": ["192.0.2.1"]}]"""),
                "not found");
        assertThat(zone.dns(NAME, "A")).hasSize(2);
    }

    @Test
    void theRequestsOfTheSdkGoThrough() {
        for (Route53Operations operation : List.of(createRecord, upsertRecord, deleteRecord, replaceRecord,
                changeResourceRecordSets)) {
            ChangeAction action = operation == upsertRecord ? ChangeAction.UPSERT
                    : operation == deleteRecord ? ChangeAction.DELETE : ChangeAction.CREATE;
            if (operation == changeResourceRecordSets) {
                well(zone.call(deleteRecord, address("192.0.2.1")));
            }
            well(zone.pojo(operation, ChangeResourceRecordSetsRequest.builder().hostedZoneId(LocalZone.ZONE)
                    .changeBatch(batch -> batch.changes(Route53TestBase.change(action, NAME, "192.0.2.1"))).build()));
        }
        assertThat(zone.dns(NAME, "A")).containsExactly("192.0.2.1");
    }

    @Test
    void recordsAreRead() {
        well(zone.call(createRecord, address("192.0.2.1")));
        List<?> found = well(zone.call(getRecords, null, "RecordNames", "A.example.com,b.example.com")).getMessage()
                .getBody(List.class);
        assertThat(found).hasSize(1);
        Exchange page = well(zone.call(listResourceRecordSets, null, "MaxItems", 2));
        assertThat(page.getMessage().getHeaders()).containsEntry(Route53Constants.IS_TRUNCATED, true)
                .containsEntry(Route53Constants.NEXT_RECORD_NAME, NAME + ".");
        assertThat(well(zone.pojo(listResourceRecordSets, ListResourceRecordSetsRequest.builder()
                .hostedZoneId(LocalZone.ZONE).build())).getMessage().getBody())
                .isInstanceOfSatisfying(ListResourceRecordSetsResponse.class,
                        all -> assertThat(all.resourceRecordSets()).hasSize(3));
    }
}
