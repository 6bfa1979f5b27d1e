package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Debian's programs, run to their end. */
public final class Program {
    /** What an AWS client needs to know, and nothing of what this machine's own settings say. */
    static final Map<String, String> AWS = Map.of("AWS_ACCESS_KEY_ID", "any", "AWS_SECRET_ACCESS_KEY", "thing",
            "AWS_DEFAULT_REGION", "us-east-1", "AWS_CONFIG_FILE", "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE", "/dev/null", "AWS_EC2_METADATA_DISABLED", "true", "AWS_PAGER", "");

    private Program() {
    }

    /** What a program did: its exit code and its two outputs together. */
    public record Outcome(int exitCode, String output) {
        public Outcome well() {
            assertThat(exitCode).as("the exit code of what printed: %s", output).isZero();
            return this;
        }
    }

    public static Outcome run(Duration deadline, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("program", ".log");
        try {
            Process process = start(environment, output, command);
            boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            String printed = Files.readString(output).strip();
            assertThat(ended).as("%s ended within %s; it printed: %s", Arrays.toString(command), deadline, printed)
                    .isTrue();
            return new Outcome(process.exitValue(), printed);
        } finally {
            Files.delete(output);
        }
    }

    static Process start(Map<String, String> environment, Path output, String... command) throws IOException {
        assertThat(Path.of(command[0])).as("%s, which this test runs; bin/test installs it (see bin/prepare)",
                command[0]).isExecutable();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }
}
