package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Debian's boto3. What it does is in the folder {@code boto3_client}. */
class Boto3IT {
    @Test
    void boto3DoesItsWholeWork() throws Exception {
        try (LocalRoute53Process local = new LocalRoute53Process("example.com=ZEXAMPLE", "example.net=ZOTHER")) {
            Map<String, String> environment = new HashMap<>(Program.AWS);
            environment.put("PYTHONDONTWRITEBYTECODE", "1");
            Program.Outcome outcome = Program.run(Duration.ofMinutes(2), environment, "/usr/bin/python3",
                    "integration-tests/services/boto3_client", local.api());
            assertThat(outcome.exitCode()).as("what the endpoint printed: %s%nwhat boto3 saw: %s", local.printed(),
                    outcome.output()).isZero();
            assertThat(outcome.output()).as("its last line").endsWith("\nOK");
        }
    }
}
