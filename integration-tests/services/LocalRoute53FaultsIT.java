package services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real process with faults and with keys, under Debian's awscli. */
class LocalRoute53FaultsIT {
    private static final String SECRET = "a/secret+of=mine";
    @TempDir
    private static Path directory;
    private LocalRoute53Process local;

    @BeforeEach
    void start() throws Exception {
        Path keys = Files.writeString(directory.resolve("keys"), "AKIDLOCAL:" + SECRET + "\n");
        local = new LocalRoute53Process(List.of(), List.of("--credentials", keys.toString(), "--seed", "5",
                "--fault", "drop-after:ChangeResourceRecordSets:1", "--fault", "throttle:ListHostedZones:1",
                "--rate", "aws"));
    }

    @AfterEach
    void stop() {
        local.close();
    }

    private Program.Outcome aws(Map<String, String> environment, String... words) throws Exception {
        Map<String, String> all = new HashMap<>(Program.AWS);
        all.put("AWS_ACCESS_KEY_ID", "AKIDLOCAL");
        all.put("AWS_SECRET_ACCESS_KEY", SECRET);
        all.put("AWS_MAX_ATTEMPTS", "1");
        all.putAll(environment);
        String[] command = new String[words.length + 4];
        List.of("/usr/bin/aws", "--endpoint-url", local.api(), "route53").toArray(command);
        System.arraycopy(words, 0, command, 4, words.length);
        return Program.run(Duration.ofMinutes(1), all, command);
    }

    @Test
    void awscliSignsAndMeetsTheFaults() throws Exception {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(local.printed()).isNotEmpty());
        assertThat(local.printed().get(0)).isEqualTo("local Route 53: fault drop-after:ChangeResourceRecordSets:1;"
                + " fault throttle:ListHostedZones:1; rate 10/s, burst 50, some calls less; seed 5; signatures checked"
                + " with 1 access key").doesNotContain(SECRET);
        String batch = "{\"Changes\": [{\"Action\": \"CREATE\", \"ResourceRecordSet\": {\"Name\": \"a.example.com\","
                + " \"Type\": \"A\", \"TTL\": 60, \"ResourceRecords\": [{\"Value\": \"192.0.2.1\"}]}}]}";
        String[] change = {"change-resource-record-sets", "--hosted-zone-id", "ZEXAMPLE", "--change-batch", batch};
        assertThat(aws(Map.of(), change).output()).contains("Connection was closed before we received a valid");
        assertThat(aws(Map.of(), change).output()).as("what was not answered was applied")
                .contains("(InvalidChangeBatch)", "but it already exists");
        assertThat(aws(Map.of(), "list-hosted-zones").output()).contains("(Throttling)", "Rate exceeded");
        assertThat(aws(Map.of("AWS_SESSION_TOKEN", "a token"), "list-hosted-zones").well().output())
                .contains("/hostedzone/ZEXAMPLE");
        assertThat(local.printed()).anySatisfy(line -> assertThat(line).contains(" INFO  fault"
                + " drop-after:ChangeResourceRecordSets:1 struck ChangeResourceRecordSets, its 1. call: applied, then"
                + " the connection is closed without an answer"));
    }

    @Test
    void awscliWithWrongKeysIsRefused() throws Exception {
        assertThat(aws(Map.of("AWS_SECRET_ACCESS_KEY", "other"), "get-hosted-zone", "--id", "ZEXAMPLE").output())
                .contains("(SignatureDoesNotMatch)", "The request signature we calculated does not match");
        assertThat(aws(Map.of("AWS_ACCESS_KEY_ID", "other"), "get-hosted-zone", "--id", "ZEXAMPLE").output())
                .contains("(InvalidClientTokenId)", "The security token included in the request is invalid.");
        assertThat(aws(Map.of("AWS_DEFAULT_REGION", "eu-west-1"), "get-hosted-zone", "--id", "ZEXAMPLE").output())
                .contains("(SignatureDoesNotMatch)", "scoped to a valid region, not 'eu-west-1'");
    }
}
