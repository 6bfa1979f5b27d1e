package services;

import io.lbkeeper.command.LocalRoute53Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** {@code lbkeeper local-route53} as a process of its own, and its main method. */
final class LocalRoute53Process implements AutoCloseable {
    static final Pattern READY = Pattern.compile("local Route 53 ready: API http://127\\.0\\.0\\.1:(\\d+), DNS"
            + " 127\\.0\\.0\\.1:(\\d+) \\(UDP and TCP\\), zones (.*)");
    final String readyLine;
    final int apiPort;
    final int dnsPort;
    private final Process process;
    private final BufferedReader out;

    LocalRoute53Process(String... zones) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                LocalRoute53Process.class.getName(), "--api", "127.0.0.1:0", "--dns", "127.0.0.1:0",
                "--insync-after", "100ms"));
        for (String zone : zones) {
            command.addAll(List.of("--zone", zone));
        }
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        readyLine = out.readLine();
        Matcher ready = READY.matcher(String.valueOf(readyLine));
        if (!ready.matches()) {
            close();
            throw new IOException("the process did not say that it is ready; its first line: " + readyLine);
        }
        apiPort = Integer.parseInt(ready.group(1));
        dnsPort = Integer.parseInt(ready.group(2));
    }

    public static void main(String[] options) {
        System.exit(new CommandLine(new LocalRoute53Command()).execute(options));
    }

    /** Sends SIGTERM; true where the process has ended in time. */
    boolean terminate(int deadlineSeconds) throws InterruptedException {
        // Process.destroy would close our end of its output too.
        process.toHandle().destroy();
        return process.waitFor(deadlineSeconds, TimeUnit.SECONDS);
    }

    /** All that it printed after the line of readiness. */
    List<String> rest() {
        return out.lines().toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
