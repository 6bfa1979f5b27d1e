package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import services.Program.Outcome;

/** The real process, under Debian's awscli and dig. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalRoute53IT {
    private static LocalRoute53Process local;
    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws IOException {
        local = new LocalRoute53Process("example.com=ZEXAMPLE", "example.net=ZOTHER");
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    private static Outcome aws(String... words) throws Exception {
        return local.aws(words);
    }

    private static String dig(String... words) throws Exception {
        return local.dig(words);
    }

    private Outcome change(String changes) throws Exception {
        Path batch = Files.writeString(directory.resolve("batch.json"), "{\"Changes\": [" + changes + "]}");
        return aws("change-resource-record-sets", "--hosted-zone-id", "ZEXAMPLE", "--change-batch", "file://" + batch);
    }

    private static String change(String action, String address) {
        return String.format("{\"Action\": \"%s\", \"ResourceRecordSet\": {\"Name\": \"lb.example.com\","
                + " \"Type\": \"A\", \"TTL\": 60, \"ResourceRecords\": [{\"Value\": \"%s\"}]}}", action, address);
    }

    @Test
    @Order(1)
    void oneLineTellsWhereItListens() {
        assertThat(local.readyLine).isEqualTo("local Route 53 ready: API http://127.0.0.1:" + local.apiPort
                + ", DNS 127.0.0.1:" + local.dnsPort
                + " (UDP and TCP), zones example.com=ZEXAMPLE, example.net=ZOTHER");
    }

    @Test
    @Order(2)
    void awscliChangesAndLists() throws Exception {
        Outcome created = change(change("CREATE", "192.0.2.1"));
        assertThat(created.exitCode()).as(created.output()).isZero();
        assertThat(created.output()).contains("\"Id\": \"/change/C", "\"Status\": \"PENDING\"");
        Outcome swapped = change(change("DELETE", "192.0.2.1") + ", " + change("CREATE", "192.0.2.2"));
        assertThat(swapped.exitCode()).as(swapped.output()).isZero();
        Outcome lost = change(change("DELETE", "192.0.2.1") + ", " + change("CREATE", "192.0.2.3"));
        assertThat(lost.exitCode()).isNotZero();
        assertThat(lost.output()).contains("An error occurred (InvalidChangeBatch) when calling the"
                + " ChangeResourceRecordSets operation: [Tried to delete resource record set [name='lb.example.com.',"
                + " type='A'] but the values provided do not match the current values");
        Outcome listed = aws("list-resource-record-sets", "--hosted-zone-id", "/hostedzone/ZEXAMPLE", "--query",
                "ResourceRecordSets[].[Name,Type,TTL,ResourceRecords[0].Value]", "--output", "text");
        assertThat(listed.output().lines()).hasSize(3).last().isEqualTo("lb.example.com.\tA\t60\t192.0.2.2");
        assertThat(aws("list-hosted-zones", "--query", "HostedZones[].Id", "--output", "text").output())
                .isEqualTo("/hostedzone/ZEXAMPLE\t/hostedzone/ZOTHER");
        assertThat(aws("list-resource-record-sets", "--hosted-zone-id", "ZNONE").output())
                .contains("(NoSuchHostedZone)", "No hosted zone found with ID: ZNONE");
    }

    @Test
    @Order(3)
    void awscliWaitsForAChange() throws Exception {
        Outcome created = aws("change-resource-record-sets", "--hosted-zone-id", "ZEXAMPLE", "--change-batch",
                "{\"Changes\": [" + change("UPSERT", "192.0.2.2") + "]}", "--query", "ChangeInfo.Id",
                "--output", "text");
        assertThat(aws("wait", "resource-record-sets-changed", "--id", created.output()).exitCode()).isZero();
        assertThat(aws("get-change", "--id", created.output()).output()).contains("\"Status\": \"INSYNC\"");
    }

    @Test
    @Order(4)
    void digReadsTheRecordsOverUdpAndTcp() throws Exception {
        assertThat(dig("+noall", "+answer", "lb.example.com", "A").replaceAll("\\s+", " "))
                .isEqualTo("lb.example.com. 60 IN A 192.0.2.2");
        assertThat(dig("+tcp", "+short", "lb.example.com", "A")).isEqualTo("192.0.2.2");
        assertThat(dig("lb.example.com", "A")).contains("status: NOERROR", "flags: qr aa rd;", "EDNS: version: 0")
                .doesNotContain("WARNING: Message parser", "Warning: query response not set");
        assertThat(dig("lb.example.com", "AAAA")).contains("status: NOERROR", "ANSWER: 0, AUTHORITY: 1")
                .containsPattern("example\\.com\\.\\s+900\\s+IN\\s+SOA\\s");
        assertThat(dig("none.example.com", "A")).contains("status: NXDOMAIN").containsPattern("\\s900\\s+IN\\s+SOA\\s");
        assertThat(dig("www.example.org", "A")).contains("status: REFUSED");
        assertThat(dig("+opcode=status", "example.com", "A")).contains("status: NOTIMP");
        assertThat(dig("+short", "example.net", "NS").lines()).hasSize(4);
        assertThat(dig("+keepopen", "+tcp", "+short", "lb.example.com", "A", "lb.example.com", "A").lines()).hasSize(2);
    }

    @Test
    @Order(5)
    void sigtermEndsItAtOnceAndQuietly() throws Exception {
        long begun = System.nanoTime();
        assertThat(local.terminate(10)).as("it ended within 10 s").isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(local.rest()).as("what it printed beside the one line").isEmpty();
    }
}
