package io.lbkeeper.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One program that the demo runs. What it prints goes to its log file, and line by line to a listener. */
final class Child {
    private final String name;
    private final Process process;
    private final Thread reader;
    private volatile String lastLine = "";
    private volatile boolean wanted = true;
    private volatile boolean hung;

    private Child(String name, Process process, Path log, Consumer<String> listener) {
        this.name = name;
        this.process = process;
        this.reader = new Thread(() -> read(log, listener), "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a program. The kernel ties it to the calling thread, not to the process: call this from a thread that
     * lives as long as the demo.
     */
    static Child start(String name, List<String> command, Path log, Consumer<String> listener) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Programs.tied(command)).redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        // What the demo talks to is on this machine, and no proxy can reach it.
        builder.environment().keySet().removeIf(variable -> variable.toLowerCase().endsWith("_proxy"));
        return new Child(name, builder.start(), log, listener);
    }

    private void read(Path log, Consumer<String> listener) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                PrintStream file = new PrintStream(Files.newOutputStream(log, StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND), true, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastLine = line;
                file.println(line);
                listener.accept(line);
            }
        } catch (IOException e) {
            lastLine = "(its output could not be read: " + e.getMessage() + ")";
        }
    }

    String name() {
        return name;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean isHung() {
        return hung && isAlive();
    }

    /** Whether it has ended though nobody asked it to. */
    boolean hasFailed() {
        return wanted && !process.isAlive();
    }

    /** Tells {@code mourner} if it ever ends though nobody asked it to. */
    void whenFailed(Consumer<String> mourner) {
        process.onExit().thenRun(() -> {
            if (wanted) {
                mourner.accept(epitaph());
            }
        });
    }

    /** What to tell of one that has failed. */
    String epitaph() {
        try {
            reader.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return name + " ended with exit code " + process.exitValue() + (lastLine.isEmpty() ? "" : ": " + lastLine);
    }

    /** SIGTERM. */
    void stop() {
        wanted = false;
        process.destroy();
    }

    /** SIGKILL: what {@code kill -9} does. */
    void kill() {
        wanted = false;
        process.destroyForcibly();
    }

    /** SIGSTOP: it keeps its ports and connections and answers nothing. */
    void hang() throws IOException {
        signal("STOP");
        hung = true;
    }

    /** SIGCONT. */
    void resume() throws IOException {
        signal("CONT");
        hung = false;
    }

    /** Waits for the end. */
    boolean awaitEnd(Duration deadline) {
        try {
            return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** By the shell, which has its own kill: the program /bin/kill is not on every machine. */
    private void signal(String signal) throws IOException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid()).inheritIO().start().onExit().join();
    }
}
