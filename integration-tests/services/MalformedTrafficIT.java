package services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * 20,000 malformed messages, half to warm up and half to be measured: the process goes on serving, says nothing, and
 * holds afterwards what it held before. Twenty octets kept of each message would be found.
 */
class MalformedTrafficIT {
    private static final int HALF = 10_000;
    /** What the JVM itself comes to hold with time: code that is compiled, classes, and its own counts. */
    private static final long GROWTH_LIMIT_BYTES = 200_000;
    private static final int THREADS_LIMIT = 4;
    private LocalRoute53Process local;

    @BeforeEach
    void start() throws Exception {
        local = new LocalRoute53Process("example.com=ZEXAMPLE");
        local.aws("change-resource-record-sets", "--hosted-zone-id", "ZEXAMPLE", "--change-batch", """
                {"Changes": [{"Action": "CREATE", "ResourceRecordSet": {"Name": "lb.example.com", "Type": "A",
                  "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}},
                 {"Action": "CREATE", "ResourceRecordSet": {"Name": "*.wild.example.com", "Type": "TXT",
                  "TTL": 60, "ResourceRecords": [{"Value": "\\"text\\""}]}}]}
                """).well();
    }

    @AfterEach
    void stop() {
        local.close();
    }

    /** One half of the messages. */
    @FunctionalInterface
    private interface Half {
        void send() throws Exception;
    }

    private static Spoiling seeded(String test) {
        long seed = new Random().nextLong();
        System.out.println("MalformedTrafficIT." + test + " seed " + seed);
        return new Spoiling(new Random(seed));
    }

    @Test
    void malformedPacketsLeaveNothingBehind() throws Exception {
        MalformedPackets packets = new MalformedPackets(seeded("malformedPacketsLeaveNothingBehind"), local.dnsPort);
        assertLeavesNothing("DNS messages", () -> {
            packets.overUdp(HALF * 3 / 4);
            packets.overTcp(HALF / 4);
        });
    }

    @Test
    void malformedRequestsLeaveNothingBehind() throws Exception {
        MalformedRequests requests = new MalformedRequests(seeded("malformedRequestsLeaveNothingBehind"),
                local.apiPort);
        assertLeavesNothing("HTTP requests", () -> requests.send(HALF));
        assertThat(requests.statuses.keySet()).as("statuses answered: %s", requests.statuses)
                .containsExactly(400);
    }

    private void assertLeavesNothing(String what, Half half) throws Exception {
        half.send();
        Footprint before = Footprint.of(local.pid());
        half.send();
        Footprint[] after = new Footprint[1];
        // Connections that the clients left are still being closed.
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            after[0] = Footprint.of(local.pid());
            assertThat(after[0].openFiles()).as("open files and sockets; before: %s", before)
                    .isLessThanOrEqualTo(before.openFiles());
            assertThat(after[0].threads()).as("threads; before: %s", before)
                    .isLessThanOrEqualTo(before.threads() + THREADS_LIMIT);
            assertThat(after[0].liveBytes() - before.liveBytes()).as("growth by %,d malformed %s; before: %s", HALF,
                    what, before).isLessThan(GROWTH_LIMIT_BYTES);
        });
        System.out.printf("%,d malformed %s: before %s, after %s%n", HALF, what, before, after[0]);
        assertThat(local.dig("+short", "lb.example.com", "A")).isEqualTo("192.0.2.1");
        assertThat(local.dig("+tcp", "+short", "a.b.wild.example.com", "TXT")).isEqualTo("\"text\"");
        assertThat(local.aws("list-resource-record-sets", "--hosted-zone-id", "ZEXAMPLE", "--query",
                "length(ResourceRecordSets)").well().output()).isEqualTo("4");
        assertThat(local.printed()).as("what the endpoint printed").isEmpty();
    }
}
