package services;

import io.lbkeeper.command.LocalRoute53Command;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.route53.Route53Client;

/** {@code lbkeeper local-route53} as a process of its own, and its main method. */
final class LocalRoute53Process implements AutoCloseable {
    static final Pattern READY = Pattern.compile("local Route 53 ready: API http://127\\.0\\.0\\.1:(\\d+), DNS"
            + " 127\\.0\\.0\\.1:(\\d+) \\(UDP and TCP\\), zones (.*)");
    final String readyLine;
    final int apiPort;
    final int dnsPort;
    private final Process process;
    private final List<String> printed = Collections.synchronizedList(new ArrayList<>());
    private final Thread reader;

    LocalRoute53Process(String... zones) throws IOException {
        this(List.of(), Stream.of(zones).flatMap(zone -> Stream.of("--zone", zone)).toList());
    }

    /** @param wrapper a command that runs the one which follows it, or nothing */
    LocalRoute53Process(List<String> wrapper, List<String> options) throws IOException {
        // The options of bin/lbkeeper.
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1", "-Xss512k", "-Xmx64m", "-cp", System.getProperty("java.class.path"),
                LocalRoute53Process.class.getName(), "--api", "127.0.0.1:0", "--dns", "127.0.0.1:0",
                "--insync-after", "100ms"));
        command.addAll(options);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(),
                StandardCharsets.UTF_8));
        readyLine = out.readLine();
        // A process whose output nobody reads stands still when the pipe is full.
        reader = new Thread(() -> read(out), "output of local-route53");
        reader.setDaemon(true);
        reader.start();
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

    private void read(BufferedReader out) {
        try {
            out.lines().forEach(printed::add);
        } catch (UncheckedIOException closed) {
            // Who stops the process by force closes this end too, perhaps in the middle of a line.
            return;
        }
    }

    /** Sends SIGTERM; true where the process has ended in time. */
    boolean terminate(int deadlineSeconds) throws InterruptedException {
        // Process.destroy would close our end of its output too.
        process.toHandle().destroy();
        return process.waitFor(deadlineSeconds, TimeUnit.SECONDS);
    }

    /** All that it printed after the line of readiness; to be asked when it has ended. */
    List<String> rest() throws InterruptedException {
        reader.join();
        return List.copyOf(printed);
    }

    /** What it printed so far, after the line of readiness. */
    List<String> printed() {
        return List.copyOf(printed);
    }

    /** The AWS SDK for Java, which tries each call once. */
    Route53Client client() {
        return Route53Client.builder().endpointOverride(URI.create(api())).region(Region.AWS_GLOBAL)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                .httpClientBuilder(ApacheHttpClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry())).build();
    }

    /** Debian's awscli, pointed here. */
    Program.Outcome aws(String... words) throws IOException, InterruptedException {
        return run(List.of("/usr/bin/aws", "--endpoint-url", api(), "--output", "json", "route53"), words);
    }

    /** Debian's dig, pointed here. */
    String dig(String... words) throws IOException, InterruptedException {
        return run(List.of("/usr/bin/dig", "@127.0.0.1", "-p", "" + dnsPort, "+tries=1", "+time=5"), words).well()
                .output();
    }

    private static Program.Outcome run(List<String> program, String... words) throws IOException, InterruptedException {
        return Program.run(Duration.ofMinutes(1), Program.AWS,
                Stream.concat(program.stream(), Stream.of(words)).toArray(String[]::new));
    }

    long pid() {
        return process.pid();
    }

    String api() {
        return "http://127.0.0.1:" + apiPort;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
