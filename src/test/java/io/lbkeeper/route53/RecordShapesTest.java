package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.route53.model.GeoLocation;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;

import static io.lbkeeper.route53.LocalZone.well;
import static io.lbkeeper.route53.Route53Operations.createRecord;
import static io.lbkeeper.route53.Route53Operations.deleteRecord;
import static io.lbkeeper.route53.Route53Operations.getRecord;
import static io.lbkeeper.route53.Route53Operations.listResourceRecordSets;
import static io.lbkeeper.route53.Route53Operations.upsertRecord;
import static org.assertj.core.api.Assertions.assertThat;

/** Each shape of a record, told by headers through the real SDK: created, listed, answered over DNS, deleted. */
@Timeout(60)
class RecordShapesTest {
    private final LocalZone zone = new LocalZone();

    /** A plain record: its values as told, as they are listed, and as DNS has them. */
    record Plain(String type, Object told, List<String> listed, List<String> answered) {
        static Plain same(String type, String value, String answered) {
            return new Plain(type, value, List.of(value), List.of(answered));
        }

        @Override
        public String toString() {
            return type + " " + Call.seen(told);
        }
    }

    static List<Plain> plain() {
        String text = "Grüße, \"Welt\" \\ " + "x".repeat(300);
        return List.of(
                new Plain("A", "192.0.2.1, 192.0.2.2", List.of("192.0.2.1", "192.0.2.2"),
                        List.of("192.0.2.1", "192.0.2.2")),
                new Plain("A", List.of("192.0.2.3"), List.of("192.0.2.3"), List.of("192.0.2.3")),
                Plain.same("AAAA", "2001:db8::1", "2001:db8:0:0:0:0:0:1"),
                Plain.same("CNAME", "www.example.net", "www.example.net."),
                new Plain("TXT", "v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com",
                        List.of("\"v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com\""),
                        List.of("\"v=DMARC1; p=none; rua=mailto:a@example.com,mailto:b@example.com\"")),
                new Plain("TXT", "\"a, b\" \"c\",\"d\"", List.of("\"a, b\" \"c\"", "\"d\""),
                        List.of("\"a, b\" \"c\"", "\"d\"")),
                new Plain("TXT", List.of(text, "two"), List.of(TxtValue.of(text), "\"two\""),
                        List.of("\"Gr\\195\\188\\195\\159e, \\\"Welt\\\" \\\\ " + "x".repeat(237) + "\" \""
                                + "x".repeat(63) + "\"", "\"two\"")),
                Plain.same("SPF", "\"v=spf1 -all\"", "\"v=spf1 -all\""),
                Plain.same("MX", "10 mail.example.com", "10 mail.example.com."),
                Plain.same("SRV", "1 10 5269 xmpp.example.com.", "1 10 5269 xmpp.example.com."),
                Plain.same("CAA", "0 issue \"ca.example.net\"", "0 issue \"ca.example.net\""),
                Plain.same("NS", "ns1.example.net.", "ns1.example.net."),
                Plain.same("PTR", "host.example.com", "host.example.com."));
    }

    @AfterEach
    void stop() {
        zone.close();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void plainRecordsGoRound(Plain plain) {
        well(zone.call(createRecord, "a body of no use", "RecordName", "Shape.example.com", "RecordType",
                plain.type().toLowerCase(), "RecordTtl", "60", "RecordValues", plain.told()));

        assertThat(values(zone.record("shape.example.com", plain.type(), null))).isEqualTo(plain.listed());
        if (!plain.type().equals("NS")) {
            assertThat(zone.dns("shape.example.com", plain.type())).as("DNS")
                    .containsExactlyInAnyOrderElementsOf(plain.answered());
        }
        well(zone.call(deleteRecord, null, "RecordName", "shape.example.com", "RecordType", plain.type()));
        assertThat(zone.record("shape.example.com", plain.type(), null)).as("after deleteRecord").isNull();
    }

    private static List<String> values(ResourceRecordSet set) {
        return set.resourceRecords().stream().map(ResourceRecord::value).toList();
    }

    @Test
    void theTextOfATxtRecordIsGiven() {
        List<String> texts = List.of("Grüße, \"Welt\" \\ " + "x".repeat(300), "");
        well(zone.call(createRecord, null, "RecordName", "t.example.com", "RecordType", "TXT", "RecordTtl", 60,
                "RecordValues", texts));
        assertThat(well(zone.call(getRecord, null, "RecordName", "t.example.com", "RecordType", "TXT")).getMessage()
                .getHeader(Route53Constants.RECORD_TEXTS)).isEqualTo(texts);
        assertThat(well(zone.call(getRecord, null, "RecordName", "example.com", "RecordType", "NS", "RecordTexts",
                "left over")).getMessage().getHeaders()).doesNotContainKey(Route53Constants.RECORD_TEXTS);
    }

    @Test
    void anAliasGoesRound() {
        create("real.example.com", "192.0.2.9");
        well(zone.call(createRecord, null, "RecordName", "example.com", "RecordType", "A",
                "AliasDnsName", "real.example.com", "AliasEvaluateTargetHealth", "true"));
        ResourceRecordSet alias = zone.record("example.com", "A", null);
        assertThat(alias.aliasTarget().dnsName()).startsWith("real.example.com");
        assertThat(alias.aliasTarget().hostedZoneId()).as("without its header, the record's own zone")
                .isEqualTo(LocalZone.ZONE);
        assertThat(alias.aliasTarget().evaluateTargetHealth()).isTrue();
        assertThat(zone.dns("example.com", "A")).containsExactly("192.0.2.9");
        well(zone.call(upsertRecord, null, "RecordName", "example.com", "RecordType", "A",
                "AliasDnsName", "real.example.com", "AliasHostedZoneId", "/hostedzone/" + LocalZone.ZONE));
        assertThat(zone.record("example.com", "A", null).aliasTarget().evaluateTargetHealth()).isFalse();
        well(zone.call(deleteRecord, null, "RecordName", "example.com", "RecordType", "A"));
        assertThat(zone.record("example.com", "A", null)).isNull();
    }

    private void create(String name, String address, Object... more) {
        List<Object> headers = new ArrayList<>(List.of("RecordName", name, "RecordType", "A", "RecordTtl", 60,
                "RecordValues", address));
        headers.addAll(Arrays.asList(more));
        well(zone.call(createRecord, null, headers.toArray()));
    }

    @Test
    void weightedRecordsGoRound() {
        create("w.example.com", "192.0.2.1", "SetIdentifier", "east", "RecordWeight", "10");
        create("w.example.com", "192.0.2.2", "SetIdentifier", "west", "RecordWeight", 0);
        assertThat(zone.record("w.example.com", "A", "east").weight()).isEqualTo(10);
        assertThat(zone.record("w.example.com", "A", "west").weight()).isZero();
        assertThat(zone.dns("w.example.com", "A")).hasSize(1).isSubsetOf("192.0.2.1", "192.0.2.2");
        assertThat(zone.call(deleteRecord, null, "RecordName", "w.example.com", "RecordType", "A").getException())
                .as("which of both is not told").isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CamelAwsRoute53SetIdentifier").hasMessageContaining("'east'");
        well(zone.call(deleteRecord, null, "RecordName", "w.example.com", "RecordType", "A", "SetIdentifier", "west"));
        assertThat(identifiers("w.example.com")).containsExactly("east");
    }

    private List<String> identifiers(String name) {
        Collection<?> sets = well(zone.call(listResourceRecordSets, null)).getMessage().getBody(Collection.class);
        return sets.stream().map(ResourceRecordSet.class::cast).filter(set -> set.name().equals(name + "."))
                .map(ResourceRecordSet::setIdentifier).toList();
    }

    @Test
    void failoverRecordsGoRound() {
        create("f.example.com", "192.0.2.1", "SetIdentifier", "one", "RecordFailover", "primary");
        create("f.example.com", "192.0.2.2", "SetIdentifier", "two", "RecordFailover", "SECONDARY");
        assertThat(zone.record("f.example.com", "A", "one").failover()).isEqualTo(ResourceRecordSetFailover.PRIMARY);
        assertThat(zone.record("f.example.com", "A", "two").failover()).isEqualTo(ResourceRecordSetFailover.SECONDARY);
        assertThat(zone.dns("f.example.com", "A")).containsExactly("192.0.2.1");
    }

    @Test
    void latencyRecordsGoRound() {
        create("l.example.com", "192.0.2.1", "SetIdentifier", "one", "RecordRegion", "eu-central-1");
        assertThat(zone.record("l.example.com", "A", "one").regionAsString()).isEqualTo("eu-central-1");
        assertThat(zone.dns("l.example.com", "A")).containsExactly("192.0.2.1");
    }

    @Test
    void multivalueRecordsGoRound() {
        create("m.example.com", "192.0.2.1", "SetIdentifier", "one", "RecordMultiValueAnswer", true);
        create("m.example.com", "192.0.2.2", "SetIdentifier", "two", "RecordMultiValueAnswer", "true");
        assertThat(zone.record("m.example.com", "A", "one").multiValueAnswer()).isTrue();
        assertThat(zone.dns("m.example.com", "A")).containsExactlyInAnyOrder("192.0.2.1", "192.0.2.2");
    }

    @Test
    void geolocationRecordsGoRound() {
        create("g.example.com", "192.0.2.1", "SetIdentifier", "us", "RecordCountryCode", "us",
                "RecordSubdivisionCode", "ca");
        create("g.example.com", "192.0.2.2", "SetIdentifier", "eu", "RecordContinentCode", "EU");
        assertThat(zone.record("g.example.com", "A", "us").geoLocation())
                .isEqualTo(GeoLocation.builder().countryCode("US")
                        .subdivisionCode("CA").build());
        assertThat(zone.record("g.example.com", "A", "eu").geoLocation().continentCode()).isEqualTo("EU");
    }
}
