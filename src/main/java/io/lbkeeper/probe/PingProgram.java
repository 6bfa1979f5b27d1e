package io.lbkeeper.probe;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The system's {@code ping}, one packet at a time: Java has no ICMP of its own, and its {@code isReachable} takes TCP's
 * port 7 where it may not use a raw socket.
 *
 * @see <a href="https://manpages.debian.org/bookworm/iputils-ping/ping.8.en.html">ping(8)</a>
 */
final class PingProgram {
    private static final int LONGEST_WORDS_BYTES = 4096;

    private final List<String> program;

    PingProgram(List<String> program) {
        this.program = List.copyOf(program);
    }

    Check probe(String address, Duration deadline) {
        Process process;
        try {
            process = start(address, deadline);
        } catch (IOException e) {
            return new Check(Health.UNKNOWN, "could not ask: the program " + program.get(0)
                    + " can't be started; install iputils-ping. Java said: " + e.getMessage());
        }
        try {
            if (!process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Check(Health.UNKNOWN, "could not ask: the program " + program.get(0)
                        + " did not end within " + deadline.toMillis() + " ms");
            }
            byte[] words = process.getInputStream().readNBytes(LONGEST_WORDS_BYTES);
            return PingWords.judge(new String(words, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Check(Health.UNKNOWN, "could not ask: what " + program.get(0) + " said could not be read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Check(Health.UNKNOWN, "could not ask: interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(String address, Duration deadline) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("-n", "-c", "1", "-W", seconds(patience(deadline)), address));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectInput(new File("/dev/null"));
        // The words that are looked for are those of no language but this.
        builder.environment().put("LC_ALL", "C");
        return builder.start();
    }

    /** The last fifth is for the program itself, to start and to end. */
    private static Duration patience(Duration deadline) {
        return deadline.minus(deadline.dividedBy(5));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%d.%03d", time.toSeconds(), time.toMillisPart());
    }
}
