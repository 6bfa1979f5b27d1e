package io.lbkeeper.route53;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverter;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.util.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.WatchedZone.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Record sets as JSON, by Camel's type converter. */
class RecordSetJsonTest {
    private static final ResourceRecordSet.Builder WWW = set("www.example.com.", "A", "192.0.2.1", "192.0.2.2")
            .toBuilder().setIdentifier("\u00e9 \"=\\ \u2028");
    private static final List<ResourceRecordSet> SETS = List.of(
            WWW.copy().weight(0L).healthCheckId("h-1").build(), WWW.copy().region("eu-west-1").build(),
            WWW.copy().failover("PRIMARY").build(), WWW.copy().multiValueAnswer(true).build(),
            WWW.copy().geoLocation(place -> place.continentCode("EU")).build(),
            WWW.copy().geoLocation(place -> place.countryCode("US").subdivisionCode("WA")).build(),
            WWW.copy().cidrRoutingConfig(cidr -> cidr.collectionId("c").locationName("l")).build(),
            WWW.copy().geoProximityLocation(near -> near.bias(-3)
                    .coordinates(at -> at.latitude("1.5").longitude("-2"))).build(),
            WWW.copy().trafficPolicyInstanceId("t").build(), WWW.copy().type("FUTURE").build(),
            ResourceRecordSet.builder().name("alias.example.com.").type("AAAA").aliasTarget(to -> to
                    .hostedZoneId("Z1").dnsName("www.example.com.").evaluateTargetHealth(false)).build());
    private final CamelContext context = new DefaultCamelContext();
    private TypeConverter converter;

    @BeforeEach
    void start() {
        context.start();
        converter = context.getTypeConverter();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void nothingIsLostThereAndBack() {
        Set<String> used = new TreeSet<>();
        for (ResourceRecordSet set : SETS) {
            String text = converter.convertTo(String.class, set);
            assertThat(converter.convertTo(ResourceRecordSet.class, text)).as(text).isEqualTo(set);
            assertThat(converter.convertTo(JsonObject.class, set).toJson()).isEqualTo(text);
            used.addAll(RecordSetJson.write(set).keySet());
        }
        assertThat(used).as("the fields that were tried, of those that the SDK knows").isEqualTo(
                ResourceRecordSet.builder().build().sdkFields().stream().map(SdkField::memberName)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void itIsTheJsonOfTheAwsCommandLine() {
        assertThat(converter.convertTo(String.class, set("www.example.com.", "A", "192.0.2.1"))).isEqualTo(
                "{\"Name\":\"www.example.com.\",\"Type\":\"A\",\"TTL\":60,"
                        + "\"ResourceRecords\":[{\"Value\":\"192.0.2.1\"}]}");
    }

    @Test
    void whatIsNoRecordSetIsRefused() {
        String[][] wrong = {{"192.0.2.1", "JSON"}, {"", "JSON"}, {"[]", "no JSON object"}, {"{}", "Name and Type"},
                {"{\"Name\":\"a\"}", "Name and Type"}, {"{\"Name\":\"a\",\"Type\":\"A\",\"Ttl\":1}", "[Ttl]"},
                {"{\"Name\":\"a\",\"Type\":\"A\",\"TTL\":\"1\"}", "TTL of a record set must be a Long"},
                {"{\"Name\":\"a\",\"Type\":\"A\",\"ResourceRecords\":{}}", "ResourceRecords of a record set"},
                {"{\"Name\":\"a\",\"Type\":\"A\",\"ResourceRecords\":[\"1.1.1.1\"]}", "must be a SdkPojo"},
                {"{\"Name\":\"a\",\"Type\":\"A\",\"AliasTarget\":{\"Name\":\"b\"}}", "[Name]"}};
        for (String[] each : wrong) {
            assertThatThrownBy(() -> converter.convertTo(ResourceRecordSet.class, each[0])).as(each[0])
                    .isInstanceOf(TypeConversionException.class).hasStackTraceContaining(each[1]);
        }
    }
}
