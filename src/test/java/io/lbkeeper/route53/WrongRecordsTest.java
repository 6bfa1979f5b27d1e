package io.lbkeeper.route53;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A record that cannot be is told by the name of its header, and nothing is sent. */
class WrongRecordsTest extends Route53TestBase {
    private void refused(Exchange exchange, String... parts) {
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("aws2-route53 ").message().contains(parts);
        assertThat(exchange.getMessage().getHeader(Route53Constants.ERROR_KIND)).isEqualTo("WRONG_CALL");
    }

    private Exchange create(Object... more) {
        Map<String, Object> headers = LocalZone.headers("RecordName", "a.example.com", "RecordType", "A",
                "RecordTtl", 60, "RecordValues", "192.0.2.1");
        LocalZone.headers(more).forEach((name, value) -> {
            if (value == null) {
                headers.remove(name);
            } else {
                headers.put(name, value);
            }
        });
        return call(Route53Operations.createRecord, null, headers);
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(server.requests()).as("requests sent by a wrong call").isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"createRecord", "upsertRecord", "deleteRecord", "replaceRecord"})
    void aMissingHeaderIsNamed(Route53Operations operation) {
        Map<String, Object> headers = new HashMap<>(LocalZone.headers("ExpectedAbsent", true,
                "RecordHealthCheckId", "hc-1"));
        for (String[] part : new String[][] {{"RecordName", "a.example.com"}, {"RecordType", "A"},
            {"RecordTtl", "60"}, {"RecordValues", "192.0.2.1"}}) {
            refused(call(operation, null, headers), operation.name(),
                    "the header CamelAwsRoute53" + part[0] + " is missing");
            refused(call(operation, 7, headers), "CamelAwsRoute53" + part[0] + " is missing, and the body is no "
                    + "ResourceRecordSet, but java.lang.Integer '7'");
            headers.put("CamelAwsRoute53" + part[0], part[1]);
        }
        headers.put(Route53Constants.RECORD_VALUES, List.of());
        refused(call(operation, null, headers), "the header CamelAwsRoute53RecordValues is missing");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "A|192.0.2.256|IPv4 address", "A|2001:db8::1|IPv4 address", "A|192.0.2.1,host|IPv4 address",
        "AAAA|192.0.2.1|IPv6 address", "AAAA|2001:db8::1::2|IPv6 address", "AAAA|fe80::1%eth0|IPv6 address",
        "CNAME|a b|one domain name", "NS|ns 1|one domain name", "PTR|a b|one domain name",
        "MX|mail.example.com|10 mail.example.com", "MX|70000 mail.example.com|10 mail.example.com",
        "SRV|1 2 x.example.com|priority, weight, port", "SRV|1 2 70000 x.example.com|priority, weight, port",
        "CAA|0 issue ca.example.net|double quotes", "CAA|256 issue \"ca.example.net\"|flags",
        "TXT|\"open|a double quote is not closed", "TXT|\"a\"b|no space follows",
        "A|\"192.0.2.1|a double quote is not closed"})
    void aValueThatIsNoneOfItsTypeIsTold(String type, String value, String part) {
        refused(create("RecordType", type, "RecordValues", value), "the header CamelAwsRoute53RecordValues", part);
    }

    @Test
    void aValueThatIsTooLongIsTold() {
        refused(create("RecordType", "TXT", "RecordValues", "é".repeat(501)), "1 to 4000 characters", "quotes");
        refused(create("RecordType", "TXT", "RecordValues", "\"" + "x".repeat(256) + "\""), "256 octets");
    }

    @Test
    void aPartThatIsOfTheWrongKindIsTold() {
        refused(create("RecordTtl", "soon"), "CamelAwsRoute53RecordTtl must be a Long", "'soon'");
        refused(create("RecordTtl", -1), "CamelAwsRoute53RecordTtl must be 0 to 2147483647, but is -1");
        refused(create("RecordTtl", 2147483648L), "CamelAwsRoute53RecordTtl must be 0 to 2147483647");
        refused(create("SetIdentifier", "x", "RecordWeight", 256), "CamelAwsRoute53RecordWeight must be 0 to 255");
        refused(create("SetIdentifier", "x", "RecordFailover", "third"),
                "CamelAwsRoute53RecordFailover must be one of [PRIMARY, SECONDARY]", "'THIRD'");
        refused(create("SetIdentifier", "x", "RecordMultiValueAnswer", "perhaps"),
                "CamelAwsRoute53RecordMultiValueAnswer must be a Boolean", "'perhaps'");
        refused(create("RecordValues", Arrays.asList("192.0.2.1", null)), "CamelAwsRoute53RecordValues must be a "
                + "String, but is null");
    }

    @Test
    void aPolicyAndItsIdentifierGoTogether() {
        refused(create("RecordWeight", 1), "CamelAwsRoute53SetIdentifier is missing");
        refused(create("RecordRegion", "eu-west-1"), "CamelAwsRoute53SetIdentifier is missing");
        refused(create("RecordMultiValueAnswer", true), "CamelAwsRoute53SetIdentifier is missing");
        refused(create("RecordCountryCode", "*"), "CamelAwsRoute53SetIdentifier is missing");
        refused(create("SetIdentifier", "x"), "CamelAwsRoute53SetIdentifier is", "CamelAwsRoute53RecordWeight or");
        refused(create("SetIdentifier", "x", "RecordMultiValueAnswer", false), "CamelAwsRoute53SetIdentifier is");
        refused(create("SetIdentifier", "x", "RecordWeight", 1, "RecordFailover", "PRIMARY"), "2 of them");
    }

    @Test
    void anAliasHasNeitherTtlNorValues() {
        refused(create("AliasDnsName", "b.example.com"), "CamelAwsRoute53RecordTtl cannot stand beside the header "
                + "CamelAwsRoute53AliasDnsName");
        refused(create("AliasDnsName", "b.example.com", "RecordTtl", null),
                "CamelAwsRoute53RecordValues cannot stand beside");
        refused(create("AliasHostedZoneId", "Z9"), "CamelAwsRoute53AliasHostedZoneId is part of an alias target, "
                + "which needs the header CamelAwsRoute53AliasDnsName");
        refused(create("AliasEvaluateTargetHealth", true), "CamelAwsRoute53AliasEvaluateTargetHealth is part of");
    }
}
