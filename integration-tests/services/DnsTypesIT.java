package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** What the API holds, Debian's dig and dnsjava find over DNS, over UDP and TCP; both read what is in the packets. */
class DnsTypesIT {
    private static LocalRoute53Process local;
    private static Route53Client client;
    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        local = new LocalRoute53Process("example.com=ZEXAMPLE");
        client = local.client();
    }

    @AfterAll
    static void stop() {
        client.close();
        local.close();
    }

    private static void upsert(ResourceRecordSet set) {
        client.changeResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE").changeBatch(b -> b.changes(Change.builder()
                .action(ChangeAction.UPSERT).resourceRecordSet(set).build())));
    }

    private static ResourceRecordSet set(String name, String type, long ttlSeconds, String... values) {
        return ResourceRecordSet.builder().name(name).type(type).ttl(ttlSeconds).resourceRecords(Stream.of(values)
                .map(value -> ResourceRecord.builder().value(value).build()).toList()).build();
    }

    private static ResourceRecordSet held(String name, String type) {
        return client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE").startRecordName(name)
                .startRecordType(type).maxItems("1")).resourceRecordSets().get(0);
    }

    /** What dig writes of the answer: name, TTL, class, type and data, a line for each record. */
    private static List<String> dig(String... question) throws Exception {
        String[] words = Stream.concat(Stream.of("+noall", "+answer", "+nosplit"), Stream.of(question))
                .toArray(String[]::new);
        return local.dig(words).lines().map(line -> line.replaceAll("\\s+", " ")).sorted().toList();
    }

    private static List<Record> dnsjava(String name, String type, boolean tcp) throws IOException {
        SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(InetAddress.getLoopbackAddress(),
                local.dnsPort));
        resolver.setTimeout(Duration.ofSeconds(10));
        resolver.setTCP(tcp);
        Message answer = resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), Type.value(type),
                DClass.IN)));
        assertThat(answer.getHeader().getFlag(Flags.AA)).as("the answer is authoritative").isTrue();
        return answer.getSection(Section.ANSWER);
    }

    /** A type, a value as the API takes it, and how dig and dnsjava each write what came over DNS. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
        "A|192.0.2.1|192.0.2.1|192.0.2.1",
        "AAAA|2001:DB8:0:0::1|2001:db8::1|2001:db8:0:0:0:0:0:1",
        "CAA|0 issue \"ca.example.net; policy=ev\"|0 issue \"ca.example.net; policy=ev\""
            + "|0 issue \"ca.example.net; policy=ev\"",
        "CNAME|Target.example.net|Target.example.net.|Target.example.net.",
        "DS|60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118|60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118"
            + "|60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
        "HTTPS|1 . alpn=\"h2,h3\" ipv4hint=192.0.2.1|1 . alpn=\"h2,h3\" ipv4hint=192.0.2.1"
            + "|1 . alpn=h2,h3 ipv4hint=192.0.2.1",
        "MX|10 mail.example.com|10 mail.example.com.|10 mail.example.com.",
        "NAPTR|100 10 \"U\" \"E2U+sip\" \"!^.*$!sip:info@example.com!\" .|100 10 \"U\" \"E2U+sip\""
            + " \"!^.*$!sip:info@example.com!\" .|100 10 \"U\" \"E2U+sip\" \"!^.*$!sip:info@example.com!\" .",
        "PTR|host.example.com.|host.example.com.|host.example.com.",
        "SPF|\"v=spf1 ip4:192.0.2.0/24 -all\"|\"v=spf1 ip4:192.0.2.0/24 -all\"|\"v=spf1 ip4:192.0.2.0/24 -all\"",
        "SRV|1 2 443 lb.example.com|1 2 443 lb.example.com.|1 2 443 lb.example.com.",
        "SSHFP|4 2 123456789abcdef67890123456789abcdef67890123456789abcdef123456789"
            + "|4 2 123456789ABCDEF67890123456789ABCDEF67890123456789ABCDEF123456789"
            + "|4 2 123456789ABCDEF67890123456789ABCDEF67890123456789ABCDEF123456789",
        "SVCB|16 foo.example.org. alpn=\"h2\" port=8443|16 foo.example.org. alpn=\"h2\" port=8443"
            + "|16 foo.example.org. alpn=h2 port=8443",
        "TLSA|3 1 1 d2abde240d7cd3ee6b4b28c54df034b9|3 1 1 D2ABDE240D7CD3EE6B4B28C54DF034B9"
            + "|3 1 1 D2ABDE240D7CD3EE6B4B28C54DF034B9",
        "TXT|\"\"|\"\"|\"\"",
        "TXT|\"two\" \"Strings\"|\"two\" \"Strings\"|\"two\" \"Strings\"",
        "TXT|\"a \\\"quote\\\" and a \\\\ backslash\"|\"a \\\"quote\\\" and a \\\\ backslash\""
            + "|\"a \\\"quote\\\" and a \\\\ backslash\"",
        "TXT|\"caf\\303\\251; 100%\"|\"caf\\195\\169; 100%\"|\"caf\\195\\169; 100%\""})
    void aValueIsTheSameEverywhere(String type, String value, String digs, String dnsjavas) throws Exception {
        String name = "v" + Math.abs(value.hashCode()) + "." + type.toLowerCase(java.util.Locale.ROOT)
                + ".example.com.";
        ResourceRecordSet sent = set(name, type, 300, value);
        upsert(sent);
        assertThat(held(name, type)).as("what the API holds").isEqualTo(sent);
        assertThat(dig(name, type)).containsExactly(name + " 300 IN " + type + " " + digs);
        assertThat(dig("+tcp", name, type)).containsExactly(name + " 300 IN " + type + " " + digs);
        for (boolean tcp : List.of(false, true)) {
            List<Record> answer = dnsjava(name, type, tcp);
            assertThat(answer).extracting(Record::rdataToString).containsExactly(dnsjavas);
            assertThat(answer).extracting(Record::getTTL).containsExactly(300L);
        }
    }

    @Test
    void severalValuesComeTogetherAndWithTheirTtl() throws Exception {
        upsert(set("many.example.com.", "A", 0, "192.0.2.1", "192.0.2.2", "192.0.2.3"));
        upsert(set("long.example.com.", "MX", 2_147_483_647L, "10 a.example.com", "20 b.example.com"));
        assertThat(dig("many.example.com", "A")).containsExactly("many.example.com. 0 IN A 192.0.2.1",
                "many.example.com. 0 IN A 192.0.2.2", "many.example.com. 0 IN A 192.0.2.3");
        assertThat(dig("+tcp", "long.example.com", "MX")).containsExactly(
                "long.example.com. 2147483647 IN MX 10 a.example.com.",
                "long.example.com. 2147483647 IN MX 20 b.example.com.");
        assertThat(dnsjava("many.example.com.", "A", false)).hasSize(3);
    }

    @Test
    void theApexHasItsAuthority() throws Exception {
        assertThat(dig("example.com", "SOA")).containsExactly("example.com. 900 IN SOA "
                + held("example.com.", "SOA").resourceRecords().get(0).value());
        assertThat(dig("+tcp", "example.com", "NS")).containsExactlyElementsOf(held("example.com.", "NS")
                .resourceRecords().stream().map(server -> "example.com. 172800 IN NS " + server.value()).toList());
    }

    @Test
    void aDelegationPointsToItsServers() throws Exception {
        upsert(set("below.example.com.", "NS", 300, "ns.below.example.com", "ns.example.net"));
        upsert(set("ns.below.example.com.", "A", 300, "192.0.2.53"));
        String answer = local.dig("www.below.example.com", "A").replaceAll("\\s+", " ");
        assertThat(answer).contains("status: NOERROR", "ANSWER: 0, AUTHORITY: 2, ADDITIONAL: 2",
                        "below.example.com. 300 IN NS ns.below.example.com.",
                        "below.example.com. 300 IN NS ns.example.net.", "ns.below.example.com. 300 IN A 192.0.2.53")
                .doesNotContain(" aa ");
    }

    @Test
    void aWildcardAndOddNamesAreFound() throws Exception {
        upsert(set("*.wild.example.com.", "TXT", 60, "\"any\""));
        upsert(set("a\\100b\\056c.example.com.", "A", 60, "192.0.2.7"));
        assertThat(held("*.wild.example.com.", "TXT").name()).isEqualTo("\\052.wild.example.com.");
        assertThat(dig("Any.wild.example.com", "TXT")).containsExactly("Any.wild.example.com. 60 IN TXT \"any\"");
        assertThat(dig("+tcp", "a.b.wild.example.com", "TXT")).hasSize(1);
        assertThat(dig("wild.example.com", "TXT")).as("at the wildcard's parent").isEmpty();
        assertThat(held("a\\100b\\056c.example.com.", "A").name()).isEqualTo("a\\100b\\056c.example.com.");
        assertThat(dig("a\\064b\\046c.example.com", "A")).containsExactly(
                "a\\@b\\.c.example.com. 60 IN A 192.0.2.7");
    }

    /** dig and dnsjava ask again over TCP, where all of it is; told not to, they see the flag and a part. */
    @Test
    void whatIsTooLongIsCutAndWholeOverTcp() throws Exception {
        String[] strings = IntStream.range(0, 40).mapToObj(i -> "\"" + i + "x".repeat(200) + "\"")
                .toArray(String[]::new);
        upsert(set("big.example.com.", "TXT", 60, strings));
        assertThat(local.dig("+ignore", "+noedns", "big.example.com", "TXT")).contains(" tc ")
                .containsPattern("MSG SIZE  rcvd: ([1-4]?\\d?\\d|50\\d|51[012])\\b");
        assertThat(local.dig("+ignore", "+bufsize=1232", "big.example.com", "TXT")).contains(" tc ");
        assertThat(local.dig("+noedns", "big.example.com", "TXT"))
                .contains("Truncated, retrying in TCP mode", "ANSWER: 40");
        assertThat(dnsjava("big.example.com.", "TXT", false)).extracting(Record::rdataToString)
                .containsExactlyInAnyOrder(strings);
    }

    /** Strings of any octets, as the API writes them and as they come out of dig and of dnsjava. */
    @Test
    void textOfAnyOctetsComesThrough() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("DnsTypesIT.textOfAnyOctetsComesThrough seed " + seed);
        Random random = new Random(seed);
        List<byte[]> texts = new ArrayList<>();
        StringBuilder questions = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            byte[] text = new byte[random.nextInt(256)];
            random.nextBytes(text);
            texts.add(text);
            upsert(set("t" + i + ".text.example.com.", "TXT", 60, "\"" + octal(text) + "\""));
            questions.append("t").append(i).append(".text.example.com TXT\n");
        }
        Path batch = Files.writeString(folder.resolve("questions"), questions);
        List<String> digs = local.dig("+short", "-f", batch.toString()).lines().toList();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(octets(digs.get(i))).as("text %d as dig has it, seed %d", i, seed).isEqualTo(texts.get(i));
            TXTRecord found = (TXTRecord) dnsjava("t" + i + ".text.example.com.", "TXT", i % 2 == 0).get(0);
            assertThat(found.getStringsAsByteArrays()).as("text %d as dnsjava has it, seed %d", i, seed)
                    .containsExactly(texts.get(i));
        }
    }

    private static String octal(byte[] text) {
        return IntStream.range(0, text.length).mapToObj(i -> {
            char c = (char) (text[i] & 0xff);
            return c >= ' ' && c < 0x7f && c != '"' && c != '\\' ? String.valueOf(c) : String.format("\\%03o", (int) c);
        }).collect(Collectors.joining());
    }

    /** From the form of master files (RFC 1035, section 5.1): in quotes, {@code \ddd} decimal, {@code \x} as it is. */
    private static byte[] octets(String quoted) {
        StringBuilder octets = new StringBuilder();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\' && Character.isDigit(quoted.charAt(i + 1))) {
                octets.append((char) Integer.parseInt(quoted.substring(i + 1, i + 4)));
                i += 3;
            } else {
                octets.append(c == '\\' ? quoted.charAt(++i) : c);
            }
        }
        return octets.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
