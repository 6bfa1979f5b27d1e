package io.lbkeeper.systemd;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * By the program {@code systemd-notify}: systemd listens on a datagram socket of the Unix kind, which Java 17 has not.
 * It waits itself until systemd has read the message; were it gone before, systemd would not know whose it was.
 */
record NotifyCommand(String program, Duration deadline) implements Sender {

    @Override
    public void send(List<String> assignments) throws IOException, InterruptedException {
        Process process = start(assignments);
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " has not ended within " + deadline.toMillis() + " ms");
            }
            if (process.exitValue() != 0) {
                throw new IOException(program + " ended with exit code " + process.exitValue());
            }
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public void launch(List<String> assignments) throws IOException {
        start(assignments);
    }

    private Process start(List<String> assignments) throws IOException {
        return new ProcessBuilder(Stream.concat(Stream.of(program), assignments.stream()).toList())
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }
}
