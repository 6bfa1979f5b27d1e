package io.lbkeeper.localroute53.zone;

import static io.lbkeeper.localroute53.zone.RecordChange.create;
import static io.lbkeeper.localroute53.zone.RecordType.A;
import static io.lbkeeper.localroute53.zone.RecordType.AAAA;
import static io.lbkeeper.localroute53.zone.RecordType.TXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.account.ZoneStory;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What names, values and numbers a record may have. The texts are AWS's where they are known. */
class RecordValueTest extends ZoneStory {

    @Test
    void namesAreWrittenAsRoute53Does() throws Refusal {
        accept(create(a("*.Example.COM", "192.0.2.1")), create(a("\\101b@c.example.com", "192.0.2.1")));
        assertThat(zone.records()).extracting(ResourceRecordSet::name)
                .contains("\\052.example.com.", "ab\\100c.example.com.");
        assertThat(refuse(create(a("\\052.example.com", "192.0.2.1")))).contains("already exists");
        assertThat(refuse(create(a("a..example.com", "192.0.2.1")))).isEqualTo("[FATAL problem: DomainLabelEmpty"
                + " (Domain label is empty) encountered with 'a..example.com']");
        String tooLong = "x".repeat(64);
        assertThat(refuse(create(a(tooLong + ".example.com", "192.0.2.1")))).isEqualTo("[FATAL problem:"
                + " DomainLabelTooLong (Domain label is too long) encountered with '" + tooLong + "']");
        assertThat(refuse(create(a(("x".repeat(62) + ".").repeat(4) + "example.com", "192.0.2.1"))))
                .contains("DomainNameTooLong");
        assertThat(refuse(create(a("a b.example.com", "192.0.2.1")))).contains("UnsupportedCharacter");
        assertThat(refuse(create(a("a\\9.example.com", "192.0.2.1")))).contains("UnsupportedCharacter");
        assertThat(refuse(create(a("badexample.com", "192.0.2.1")))).contains("is not permitted in zone example.com.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "A|192.0.2.256|ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)",
        "A|192.0.2|ARRDATAIllegalIPv4Address", "A|192.0.2.01|ARRDATAIllegalIPv4Address",
        "A|192.0.2.1.|ARRDATAIllegalIPv4Address", "A|2001:db8::1|ARRDATAIllegalIPv4Address",
        "A|192.0.2.1, 192.0.2.2|ARRDATANotSingleField (Value contains spaces)",
        "AAAA|192.0.2.1|AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)",
        "AAAA|2001:db8::1::2|AAAARRDATAIllegalIPv6Address", "AAAA|fe80::1%eth0|AAAARRDATAIllegalIPv6Address",
        "TXT|no quotes|InvalidCharacterString (Value should be enclosed in quotation marks)",
        "TXT|\"open|InvalidCharacterString", "TXT|\"a\"b|InvalidCharacterString",
        "TXT|\"a\"\"b\"|InvalidCharacterString",
        "TXT|\"caf\u00e9\"|UnsupportedCharacter", "TXT|\"a\\9\"|UnsupportedCharacter",
        "CNAME|a..example.com|DomainLabelEmpty", "CNAME|a b|CNAMERRDATANotSingleField",
        "MX|mail.example.com|MXRRDATANotValid", "MX|70000 mail.example.com|MXRRDATANotValid",
        "MX|\\# 3 000a00|MXRRDATANotValid", "SRV| \\# 7 00010002000300|SRVRRDATANotValid",
        "SRV|1 2 x.example.com|SRVRRDATANotValid", "CAA|0 issue|CAARRDATANotValid",
        "CAA|0 issue ca.example.net|CAARRDATANotValid",
        "NAPTR|100 10 U E2U+sip \"!^.*$!sip:info@example.com!\" .|NAPTRRRDATANotValid"})
    void valuesAreJudgedByType(RecordType type, String value, String problem) {
        assertThat(refuse(create(set("v.example.com", type, value))))
                .startsWith("[Invalid Resource Record: 'FATAL problem: " + problem)
                .endsWith(" encountered with '" + value + "'']");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"A|0.0.0.0", "A|255.255.255.255", "AAAA|2001:DB8::1",
        "AAAA|::ffff:192.0.2.1", "TXT|\"\"", "TXT|\"v=1 owner=lb1\"", "TXT|\"a\" \"b \\\" \\303\\251 \\\\\"",
        "SPF|\"v=spf1 -all\"", "MX|10 mail.example.com", "SRV|1 2 443 x.example.com.", "CAA|0 issue \"ca.example.net\"",
        "PTR|host.example.com", "NS|ns1.example.net.", "SSHFP|4 2 ab12", "TLSA|3 1 1 ab12",
        "NAPTR|100 10 \"U\" \"E2U+sip\" \"!^.*$!sip:info@example.com!\" .", "HTTPS|1 . alpn=h2",
        "DS|60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118"})
    void goodValuesAreKeptAsGiven(RecordType type, String value) throws Refusal {
        accept(create(set("v.example.com", type, value)));
        assertThat(zone.find("v.example.com", type).get().values()).containsExactly(value);
    }

    @Test
    void stringsOfTxtAreAtMost255Octets() throws Refusal {
        accept(create(set("t.example.com", TXT, "\"" + "x".repeat(254) + "\\303\" \"y\"")));
        assertThat(refuse(create(set("u.example.com", TXT, "\"" + "x".repeat(256) + "\""))))
                .contains("CharacterStringTooLong (Value is too long)");
    }

    @Test
    void aValueStandsOnce() {
        assertThat(refuse(create(a("d.example.com", "192.0.2.1", "192.0.2.2", "192.0.2.1"))))
                .isEqualTo("[Duplicate Resource Record: '192.0.2.1']");
        assertThat(refuse(create(set("d.example.com", AAAA, "2001:db8::1", "2001:DB8:0::1"))))
                .isEqualTo("[Duplicate Resource Record: '2001:DB8:0::1']");
    }

    @Test
    void aRecordHasAtMost400Values() throws Refusal {
        assertThat(refuse(create(a("m.example.com", addresses(401)))))
                .isEqualTo("[Cannot have more than 400 records in a RRSet]");
        accept(create(a("m.example.com", addresses(400))));
    }

    private static String[] addresses(int count) {
        return IntStream.range(0, count).mapToObj(i -> "10.0." + i / 250 + "." + i % 250).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 2_147_483_648L, Long.MAX_VALUE})
    void theTtlHasItsBounds(long ttlSeconds) {
        assertThat(refused("InvalidInput", create(ResourceRecordSet.simple("a.example.com", A,
                Duration.ofSeconds(ttlSeconds), "192.0.2.1")))).contains("Value '" + ttlSeconds + "' at 'tTL'");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 2_147_483_647L})
    void theTtlMayReachItsBounds(long ttlSeconds) throws Refusal {
        accept(create(ResourceRecordSet.simple("a.example.com", A, Duration.ofSeconds(ttlSeconds), "192.0.2.1")));
    }
}
