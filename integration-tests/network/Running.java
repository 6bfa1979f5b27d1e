package network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs in a namespace or beside the tests, and what it has started itself. Its output is in a file. */
public final class Running {
    /** The kernel ties a program to the thread that started it: this one lives as long as the tests. */
    private static final ExecutorService STARTER = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "starter of programs");
        thread.setDaemon(true);
        return thread;
    });
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Process process;

    private Running(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * @param namespace empty for this process's own
     * @param log       what it prints is added here
     */
    public static Running start(String namespace, String name, Path log, Map<String, String> environment,
            List<String> command) {
        List<String> all = new ArrayList<>(inside(namespace));
        all.addAll(List.of("setpriv", "--pdeathsig", "KILL", "--"));
        all.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // Whoever runs the tests may have settings of their own, and no proxy leads into the namespaces.
        builder.environment().keySet().removeIf(key -> key.startsWith("LBKEEPER_") || key.startsWith("AWS_")
                || key.toLowerCase().endsWith("_proxy"));
        builder.environment().putAll(environment);
        try {
            return new Running(name, log, STARTER.submit(builder::start).get());
        } catch (Exception failed) {
            throw new IllegalStateException("starting " + name + ": " + String.join(" ", all), failed);
        }
    }

    /** What a command begins with that runs there. */
    public static List<String> inside(String namespace) {
        return namespace.isEmpty() ? List.of() : List.of("ip", "netns", "exec", namespace);
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whole lines only: the last one may be half written yet. */
    public List<String> lines() {
        try {
            String text = Files.readString(log);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException failed) {
            throw Tool.failed("reading the output of " + name, failed);
        }
    }

    /** To the program alone: HAProxy's own process leads its workers. */
    public void signal(String signal) {
        Tool.signal(signal, Stream.of(process.pid()));
    }

    /** To the program and all that it has started. */
    public void signalAll(String signal) {
        Tool.signal(signal, processes().map(ProcessHandle::pid));
    }

    /** The program and all that it has started, what was started last first. */
    public Stream<ProcessHandle> processes() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    public void kill() {
        signalAll("KILL");
        awaitEnd(DEADLINE);
    }

    public void awaitEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " (" + process.pid() + ") has not ended within " + atMost);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of " + name, stopped);
        }
    }
}
