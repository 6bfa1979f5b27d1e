package io.lbkeeper.notice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Body;

/** Gives a notice to a program of the operator's, as one line of JSON on its standard input. */
public final class CommandChannel {
    private static final int CAP_BYTES = 4096;
    private static final Duration LAST_WORDS = Duration.ofMillis(200);
    /** What else is in the environment, credentials say, is none of the program's business. */
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "USER", "LOGNAME");

    private final List<String> command;
    private final Duration deadline;

    /**
     * @param command  the program and its arguments
     * @param deadline after which it is killed, with what it has started
     */
    public CommandChannel(List<String> command, Duration deadline) {
        this.command = List.copyOf(command);
        this.deadline = deadline;
    }

    /** @throws IOException unless it ends in time with exit code 0; with the beginning of what it said */
    public void run(@Body String json) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(PASSED_ON);
        Process process = builder.start();
        CompletableFuture<String> said = new CompletableFuture<>();
        inBackground(() -> said.complete(read(process.getInputStream())));
        inBackground(() -> write(process.getOutputStream(), json + "\n"));
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.get(0) + " has not ended within " + deadline.toMillis()
                        + " ms and was killed");
            }
            if (process.exitValue() != 0) {
                String words = words(said);
                throw new IOException(command.get(0) + " ended with exit code " + process.exitValue()
                        + (words.isEmpty() ? "" : ": " + words));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    /** What it has started may hold its output open for ever. */
    private static String words(CompletableFuture<String> said) throws InterruptedException {
        try {
            return said.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS).strip();
        } catch (TimeoutException | ExecutionException e) {
            return "its output was not closed";
        }
    }

    private static String read(InputStream output) {
        try (output) {
            String begin = new String(output.readNBytes(CAP_BYTES), StandardCharsets.UTF_8);
            output.transferTo(OutputStream.nullOutputStream());
            return begin;
        } catch (IOException e) {
            return "its output could not be read: " + e.getMessage();
        }
    }

    private static void write(OutputStream input, String text) {
        try (input) {
            input.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A program need not read its input; whether it did its work is told by its exit code.
        }
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "notify-command");
        thread.setDaemon(true);
        thread.start();
    }
}
