package io.lbkeeper.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the demo is played on: a folder, the programs, the name watched from outside. Closing it leaves nothing. */
final class Stage implements AutoCloseable {
    private static final long PAUSE_MILLIS = 10;

    private final Network network;
    private final Timeline timeline;
    private final Path folder;
    private final Children children;
    private final Lookup lookup;
    private final Clients clients;
    private final Watcher watcher;
    private final List<Machine> machines;
    private final ConcurrentLinkedQueue<LogLine> diary = new ConcurrentLinkedQueue<>();
    private boolean keepsFolder;
    private boolean closed;

    private Stage(Network network, Timeline timeline, Path folder, Path haproxy, Path include) throws IOException {
        this.network = network;
        this.timeline = timeline;
        this.folder = folder;
        children = new Children(folder, epitaph -> timeline.say("demo", Tone.BAD, epitaph));
        lookup = new Lookup(network.address(1), Network.DNS_PORT);
        clients = new Clients(timeline);
        watcher = new Watcher(lookup, clients, timeline);
        machines = List.of(machine(1, haproxy, include), machine(2, haproxy, include));
    }

    /**
     * Nothing runs yet.
     *
     * @param haproxy the program
     * @param include the {@code lbkeeper.cfg} of the distribution
     */
    static Stage build(Network network, Timeline timeline, Path haproxy, Path include) throws IOException {
        return new Stage(network, timeline, Files.createTempDirectory("lbkeeper-demo-"), haproxy, include);
    }

    private Machine machine(int number, Path haproxy, Path include) throws IOException {
        return Machine.prepare("lb" + number, network.address(number), network, folder, haproxy, include,
                children, timeline, diary::add);
    }

    Timeline timeline() {
        return timeline;
    }

    Network network() {
        return network;
    }

    Path folder() {
        return folder;
    }

    Lookup lookup() {
        return lookup;
    }

    Clients clients() {
        return clients;
    }

    Watcher watcher() {
        return watcher;
    }

    List<Machine> machines() {
        return machines;
    }

    /** The last line of that name that a lbkeeper has said. */
    Optional<LogLine> lastSaid(String name) {
        return diary.stream().filter(line -> line.name().equals(name)).reduce((first, second) -> second);
    }

    /** Starts the local Route 53 and waits until it is ready. */
    void startRoute53() throws IOException, Unexpected {
        CountDownLatch ready = new CountDownLatch(1);
        timeline.say("demo", Tone.STRONG, "starts a local Route 53 for " + Configuration.DOMAIN + ": API on "
                + network.api() + ", DNS on " + network.dns());
        children.start("the local Route 53", "local-route53.log", Programs.lbkeeper("local-route53",
                "--api", network.api(), "--dns", network.dns(), "--zone",
                Configuration.DOMAIN + "=" + Configuration.ZONE_ID), line -> {
                    if (line.contains("ready")) {
                        ready.countDown();
                    }
                });
        await("the local Route 53 to be ready", Duration.ofSeconds(20), () -> ready.getCount() == 0,
                () -> "it has not said so");
        watcher.start();
    }

    /** Waits for a condition, but not longer than for the death of a program that it needs. */
    void await(String expected, Duration deadline, Condition condition, Supplier<String> seen) throws Unexpected {
        long end = System.nanoTime() + deadline.toNanos();
        while (!condition.holds()) {
            failIfOneHasFailed();
            if (System.nanoTime() > end) {
                throw new Unexpected(expected + " within " + deadline.toSeconds() + " s", seen.get());
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unexpected(expected, "the demo was interrupted");
            }
        }
    }

    void failIfOneHasFailed() throws Unexpected {
        for (Child child : children.failed()) {
            throw new Unexpected(child.epitaph());
        }
    }

    /** Leaves the folder with the logs for whoever looks for the cause. */
    synchronized void keepFolder() {
        keepsFolder = true;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        timeline.fallSilent();
        watcher.close();
        children.close();
        if (!keepsFolder) {
            removeFolder();
        }
    }

    private void removeFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("lbkeeper demo: its folder " + folder + " could not be removed: " + e.getMessage());
        }
    }

    /** Something to wait for. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws Unexpected;
    }
}
