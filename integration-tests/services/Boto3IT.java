package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Debian's boto3. What it does is in {@code boto3_client.py}. */
class Boto3IT {
    @Test
    void boto3DoesItsWholeWork() throws Exception {
        try (LocalRoute53Process local = new LocalRoute53Process("example.com=ZEXAMPLE", "example.net=ZOTHER")) {
            Program.Outcome outcome = Program.run(Duration.ofMinutes(2), Program.AWS, "/usr/bin/python3",
                    "integration-tests/services/boto3_client.py", local.api());
            assertThat(outcome.exitCode()).as("what the endpoint printed: %s%nwhat boto3 saw: %s", local.printed(),
                    outcome.output()).isZero();
            assertThat(outcome.output()).as("its last line").endsWith("\nOK");
        }
    }
}
