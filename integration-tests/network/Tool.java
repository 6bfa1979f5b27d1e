package network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program of the system that ends by itself: ip, nft, sh. */
public final class Tool {
    private Tool() {
    }

    /** What it printed, once it has ended well. */
    public static String run(String input, String... command) {
        Outcome outcome = attempt(input, command);
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " ended with " + outcome.exitCode() + ": "
                    + outcome.printed() + (input.isEmpty() ? "" : "; it was given:\n" + input));
        }
        return outcome.printed();
    }

    public static Outcome attempt(String input, String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Outcome(process.waitFor(), printed);
        } catch (IOException failed) {
            return new Outcome(127, failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + String.join(" ", command), stopped);
        }
    }

    /** By the shell's own kill, since minimal images have no other. Processes that are gone already do not matter. */
    public static void signal(String signal, Stream<Long> pids) {
        List<Long> all = pids.toList();
        if (!all.isEmpty()) {
            attempt("", "sh", "-c", "kill -" + signal + " "
                    + all.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    static UncheckedIOException failed(String what, IOException cause) {
        return new UncheckedIOException(what, cause);
    }

    /** @param printed on both outputs, without the last line end */
    public record Outcome(int exitCode, String printed) {
    }
}
