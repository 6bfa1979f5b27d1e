package scenarios;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, started as an operator would: from another folder. */
final class Lbkeeper implements AutoCloseable {
    static final Path DISTRIBUTION = Path.of(System.getProperty("lbkeeper.distribution", "target/lbkeeper"))
            .toAbsolutePath();

    private final Path log;
    private final Process process;

    Lbkeeper(Path folder, String... arguments) throws IOException {
        this(folder, Map.of(), arguments);
    }

    Lbkeeper(Path folder, Map<String, String> environment, String... arguments) throws IOException {
        log = folder.resolve("output-" + System.nanoTime() + ".log");
        List<String> command = new ArrayList<>(List.of(DISTRIBUTION.resolve("bin/lbkeeper").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Writes a settings file for it. */
    static Path settings(Path folder, String name, Map<String, String> settings) throws IOException {
        Path file = folder.resolve(name + ".properties");
        Files.write(file, settings.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).toList());
        return file;
    }

    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitOutput(String text) {
        await("'" + text + "' in " + log).atMost(Duration.ofSeconds(30)).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(output());
            }
        }).until(() -> output().contains(text));
    }

    /** Sends it a signal, by the signal's name. */
    void signal(String name) throws IOException, InterruptedException {
        int failed = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).inheritIO().start()
                .waitFor();
        if (failed != 0) {
            throw new IOException("kill -" + name + " of lbkeeper failed; it said:\n" + output());
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Its exit code, once it has ended by itself. */
    int awaitExit() throws InterruptedException {
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs after 30 s; it said:\n" + output());
        }
        return process.exitValue();
    }

    /** Sends SIGTERM, and tells how long it took to end. */
    Duration terminate() throws InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        awaitExit();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
