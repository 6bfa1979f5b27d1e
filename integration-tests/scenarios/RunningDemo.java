package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A demo with addresses and a temporary folder of its own, by which everything it starts can be told. */
final class RunningDemo implements AutoCloseable {
    private static final AtomicInteger STARTED = new AtomicInteger();

    private final String network;
    private final Path folder;
    private final Process process;
    private final Thread reader;
    private final StringBuffer output = new StringBuffer();

    private RunningDemo(String network, Path folder, List<String> command) throws IOException {
        this.network = network;
        this.folder = folder;
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LBKEEPER_JAVA_OPTS", "-Djava.io.tmpdir=" + folder);
        process = builder.start();
        reader = new Thread(this::read, "output of the demo");
        reader.setDaemon(true);
        reader.start();
    }

    static RunningDemo start(Path folder, String... options) throws IOException {
        return startOn(freeNetwork(), folder, options);
    }

    static RunningDemo startOn(String network, Path folder, String... options) throws IOException {
        return new RunningDemo(network, folder, command(network, options));
    }

    static RunningDemo startInTerminal(Path folder) throws IOException {
        String network = freeNetwork();
        return new RunningDemo(network, folder, List.of("script", "--quiet", "--return", "--command",
                String.join(" ", command(network)), "/dev/null"));
    }

    /** Three numbers that no other demo on this machine is likely to use. */
    static String freeNetwork() {
        return "127." + (100 + ProcessHandle.current().pid() % 100) + "." + STARTED.incrementAndGet();
    }

    private static List<String> command(String network, String... options) {
        String distribution = System.getProperty("lbkeeper.distribution", "target/lbkeeper");
        List<String> command = new ArrayList<>(List.of(Path.of(distribution, "bin", "lbkeeper").toString(), "demo",
                "--network", network));
        command.addAll(List.of(options));
        return command;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(line -> output.append(line.replaceAll("\u001b\\[[0-9;]*m", "")).append('\n'));
        } catch (IOException e) {
            output.append("(its output could not be read: ").append(e).append(")\n");
        }
    }

    String output() {
        return output.toString();
    }

    void awaitOutput(String text, Duration deadline) {
        await("\"" + text + "\" of the demo on " + network).atMost(deadline)
                .untilAsserted(() -> assertThat(output()).contains(text));
    }

    void type(String keys) throws IOException {
        Writer writer = process.outputWriter();
        writer.write(keys);
        writer.flush();
    }

    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Kills the one process of this demo with that text in its command line. */
    void killPartOf(String text) {
        List<ProcessHandle> found = process.descendants().filter(part -> commandLine(part).contains(text)).toList();
        assertThat(found).as("processes of the demo with %s", text).hasSize(1);
        found.get(0).destroyForcibly();
    }

    int exitCode(Duration deadline) throws InterruptedException {
        assertThat(process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS))
                .as("the demo should have ended within %s; it said:%n%s", deadline, output()).isTrue();
        reader.join(TimeUnit.SECONDS.toMillis(5));
        return process.exitValue();
    }

    void assertNothingIsLeft() throws IOException {
        assertNoProcessIsLeft();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).as("left in the temporary folder").isEmpty();
        }
    }

    void assertNoProcessIsLeft() {
        await("the end of all that the demo on " + network + " has started").atMost(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(processes()).isEmpty());
    }

    private List<String> processes() {
        return parts().map(part -> part.pid() + " " + commandLine(part)).toList();
    }

    /** Those with this demo's folder or addresses in their command line. A dead one that nobody has reaped has none. */
    private Stream<ProcessHandle> parts() {
        return ProcessHandle.allProcesses().filter(other -> other.pid() != ProcessHandle.current().pid())
                .filter(other -> commandLine(other).contains(folder.toString())
                        || commandLine(other).contains(network + "."));
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ').strip();
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        parts().forEach(ProcessHandle::destroyForcibly);
    }
}
