package services;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A real HAProxy with the shipped lbkeeper.cfg, on one loopback address and free ports. It can be killed, hung
 * and revived like a node's own.
 */
public final class Haproxy implements AutoCloseable {
    private static final Path TEST_CONFIG = Path.of("integration-tests/services/haproxy.cfg");
    private static final Path SHIPPED = Path.of("haproxy/lbkeeper.cfg");
    private static final Duration DEADLINE = Duration.ofSeconds(15);

    private final Map<String, String> environment;
    private final Path directory;
    private final InetSocketAddress stats;
    private final InetSocketAddress service;
    private Process process;

    private Haproxy(Path directory, InetSocketAddress stats, InetSocketAddress service,
                    Map<String, String> environment) {
        this.directory = directory;
        this.stats = stats;
        this.service = service;
        this.environment = environment;
    }

    /**
     * Starts one and waits until it listens.
     *
     * @param directory of its own, for its log and its admin socket
     * @param backend   host and port of the one server
     * @param extra     further variables, such as LBKEEPER_USER
     */
    public static Haproxy start(String node, String address, String backend, Path directory,
                                Map<String, String> extra) {
        InetSocketAddress stats = new InetSocketAddress(address, Ports.free(address));
        InetSocketAddress service = new InetSocketAddress(address, Ports.free(address));
        Map<String, String> environment = new HashMap<>(Map.of("LBKEEPER_NODE", node, "LBKEEPER_PEERS", "127.0.0.1",
                "LBKEEPER_BIND", text(stats), "TEST_SERVICE", text(service), "TEST_BACKEND", backend,
                "TEST_ADMIN_SOCKET", directory.resolve("admin.sock").toString()));
        environment.putAll(extra);
        Haproxy haproxy = new Haproxy(directory, stats, service, environment);
        haproxy.revive();
        return haproxy;
    }

    /** What {@code haproxy -c} says of these files; its last line is "exit code 0" where they are good. */
    public static String checkFiles(Map<String, String> environment, Path... files) {
        List<String> options = new ArrayList<>(List.of("-c"));
        for (Path file : files) {
            options.addAll(List.of("-f", file.toString()));
        }
        try {
            Process check = builder(environment, options).start();
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return said + "exit code " + check.waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException("running haproxy " + options, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running haproxy " + options, stopped);
        }
    }

    /** Starts it again on the same ports, after it was killed or has stopped. */
    public void revive() {
        start(List.of());
    }

    /** A new process takes over from the old one, which finishes the connections that it has. */
    public void reload() {
        start(List.of("-sf", String.valueOf(process.pid())));
    }

    private void start(List<String> more) {
        File log = directory.resolve("haproxy.log").toFile();
        List<String> options = new ArrayList<>(List.of("-db", "-f", TEST_CONFIG.toString(), "-f", SHIPPED.toString()));
        options.addAll(more);
        try {
            process = builder(environment, options).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
        } catch (IOException failed) {
            throw new UncheckedIOException("starting haproxy " + options, failed);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try {
            Awaitility.await().atMost(DEADLINE).until(() -> !process.isAlive() || listens());
        } catch (ConditionTimeoutException silent) {
            throw new IllegalStateException("HAProxy does not listen on " + stats + "; its log:\n" + log(), silent);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("HAProxy ended at once; its log:\n" + log());
        }
    }

    /** Ends it at once, as a crash does. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Lets it finish the connections that it has, and take no new ones. */
    public void stopSoftly() {
        signal("USR1");
    }

    /** Stops it in its tracks: the kernel still accepts connections for it, and nobody answers. */
    public void hang() {
        signal("STOP");
    }

    /** Ends a hang. */
    public void resume() {
        signal("CONT");
    }

    /** One command to the admin socket, and its answer. */
    public String command(String command) {
        try (SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("admin.sock")))) {
            socket.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.UTF_8)));
            return new String(Channels.newInputStream(socket).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("telling HAProxy's admin socket: " + command, failed);
        }
    }

    public InetSocketAddress stats() {
        return stats;
    }

    public InetSocketAddress service() {
        return service;
    }

    /** What it has written until now. */
    public String log() {
        try {
            return Files.readString(directory.resolve("haproxy.log"));
        } catch (IOException none) {
            return "(no log: " + none + ")";
        }
    }

    @Override
    public void close() {
        kill();
    }

    private static ProcessBuilder builder(Map<String, String> environment, List<String> options) {
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Whoever runs the tests may have a HAProxy of their own.
        builder.environment().keySet().removeIf(name -> name.startsWith("LBKEEPER_"));
        builder.environment().putAll(environment);
        return builder;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(stats, 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void signal(String name) {
        try {
            // The shell's own kill: Debian's minimal images have no other.
            String kill = "kill -" + name + " " + process.pid();
            int code = new ProcessBuilder("sh", "-c", kill).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(kill + " ended with " + code);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("sending SIG" + name + " to HAProxy", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending SIG" + name, stopped);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("HAProxy " + process.pid() + " has not ended within " + DEADLINE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for HAProxy's end", stopped);
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private static Path program() {
        for (String directory : (System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin").split(":")) {
            Path program = Path.of(directory, "haproxy");
            if (Files.isExecutable(program)) {
                return program;
            }
        }
        throw new IllegalStateException("no haproxy on the PATH or in /usr/sbin: apt-get install haproxy");
    }
}
