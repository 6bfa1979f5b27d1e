package io.lbkeeper.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges by a process of its own, {@code lbkeeper check}: whatever an edit does there, to the memory above all, it does
 * not do to the service.
 *
 * @param command  all of the command but the options that name the files
 * @param deadline how long it may take
 */
public record CheckProcess(List<String> command, Duration deadline) implements Judge {
    private static final int GOOD = 0;
    private static final int BROKEN = 1;
    private static final int USAGE = 2;
    private static final long MOST_LINES = 50;

    public CheckProcess {
        command = List.copyOf(command);
    }

    @Override
    public void judge(Edition edition) throws RefusedException, InterruptedException {
        Path output = null;
        Process process = null;
        try {
            output = Files.createTempFile("lbkeeper-check-", ".txt");
            process = start(edition, output);
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw RefusedException.forNow("it could not be judged: lbkeeper check has not ended within "
                        + deadline.toMillis() + " ms", null);
            }
            judge(process.exitValue(), output);
        } catch (IOException | UncheckedIOException e) {
            throw RefusedException.forNow("it could not be judged: lbkeeper check could not be run", e);
        } finally {
            end(process, output);
        }
    }

    private Process start(Edition edition, Path output) throws IOException {
        List<String> whole = Stream.concat(command.stream(), Stream.of("--config", edition.settings().toString(),
                "--routes", edition.routes().toString())).toList();
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        // What it says to systemd would be taken for the service's own words.
        builder.environment().keySet().removeAll(List.of("NOTIFY_SOCKET", "WATCHDOG_PID", "WATCHDOG_USEC"));
        return builder.start();
    }

    private static void judge(int exitCode, Path output) throws RefusedException, IOException {
        if (exitCode == GOOD) {
            return;
        }
        String said;
        try (Stream<String> lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
            byte[] bytes = lines.filter(line -> !line.isBlank()).limit(MOST_LINES).collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.ISO_8859_1);
            said = new String(bytes, StandardCharsets.UTF_8);
        }
        if (exitCode == BROKEN || exitCode == USAGE) {
            throw new RefusedException(said);
        }
        throw RefusedException.forNow("it could not be judged: lbkeeper check ended with exit code " + exitCode
                + (said.isEmpty() ? "" : ", and said: " + said), null);
    }

    private static void end(Process process, Path output) {
        if (process != null) {
            process.destroyForcibly();
        }
        try {
            if (output != null) {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            // It is small, and where temporary files are; nothing depends on its end.
        }
    }
}
