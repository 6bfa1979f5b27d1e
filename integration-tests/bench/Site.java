package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import network.Folders;
import network.Net;
import network.Running;

/** A contender on a pair of machines, in a net of its own, with the DNS that it needs and a prober. */
final class Site implements AutoCloseable {
    static final String SERVICE = "lb.example.com";
    static final String ZONE_ID = "ZEXAMPLE";
    static final Path DISTRIBUTION = Path.of(System.getProperty("lbkeeper.distribution", "target/lbkeeper"))
            .toAbsolutePath();
    static final Duration TTL = Duration.ofSeconds(5);
    static final Duration START = Duration.ofSeconds(60);
    /** Starting takes the processor, and others want a little of it meanwhile. */
    private static final Semaphore STARTS = new Semaphore(2, true);

    final Net net = new Net();
    final Contender contender;
    final Setting setting;
    final Path folder;
    private final Duration pace;
    private final Map<String, Machine> machines = new TreeMap<>();
    private Running route53;
    private Running prober;

    /** @param pace of the prober's questions */
    Site(Contender contender, Setting setting, String part, Duration pace) {
        this.contender = contender;
        this.setting = setting;
        this.pace = pace;
        folder = Folders.empty(Path.of("target", "bench", contender.name() + "-" + setting.name() + "-"
                + part).toAbsolutePath());
        List.of("lb1", "lb2").forEach(name -> machines.put(name, new Machine(name, this)));
    }

    Machine machine(String name) {
        return machines.get(name);
    }

    List<Machine> machines() {
        return List.copyOf(machines.values());
    }

    /** Whose answers count: the provider's, or those of the machine that no fault befalls. */
    String dns() {
        return Net.address(contender.asksProvider() ? "dns" : "lb2");
    }

    String api() {
        return "http://" + Net.address("dns") + ":8053";
    }

    /** Starts all of it from nothing, and waits until it has settled. */
    void open() {
        STARTS.acquireUninterruptibly();
        try {
            openWithoutAgents();
            machines().forEach(Machine::startAgent);
            awaitPlaces(START);
        } finally {
            STARTS.release();
        }
    }

    void openWithoutAgents() {
        machines().forEach(Machine::startHaproxy);
        startRoute53();
        startProber();
    }

    /** Ends all and starts it anew. */
    void reopen() {
        net.heal();
        machines().forEach(Machine::clear);
        stopRoute53();
        stopProber();
        open();
    }

    void startRoute53() {
        if (contender.asksProvider()) {
            Path log = folder.resolve("local-route53.log");
            long before = route53 == null ? 0 : ready();
            route53 = Running.start(net.namespace("dns"), "the local Route 53", log, Map.of(), List.of(DISTRIBUTION
                    .resolve("bin/lbkeeper").toString(), "local-route53", "--api", Net.address("dns") + ":8053",
                    "--dns", Net.address("dns") + ":53", "--zone", "example.com=" + ZONE_ID));
            Wait.until("the local Route 53 is ready (" + log + "):", START, () -> ready() > before);
        }
    }

    private long ready() {
        return route53.lines().stream().filter(line -> line.contains("ready")).count();
    }

    void stopRoute53() {
        if (route53 != null) {
            route53.kill();
        }
    }

    private void startProber() {
        long before = prober == null ? 0 : proberStarts();
        prober = Running.start(net.namespace("client"), "the prober", folder.resolve("prober.log"), Map.of(), List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx16m", "-cp", System.getProperty("java.class.path"),
                Prober.class.getName(), dns(), SERVICE, String.valueOf(pace.toMillis())));
        Wait.until("the prober asks:", START, () -> proberStarts() > before);
    }

    private long proberStarts() {
        return prober.lines().stream().filter(Prober.READY::equals).count();
    }

    /** So that it costs nothing where the cost of others is measured. */
    void stopProber() {
        if (prober != null) {
            prober.kill();
        }
    }

    Answers answers() {
        return Answers.of(prober.lines());
    }

    /** Whom the clients are sent to. */
    Machine holder() {
        String address = answers().now();
        return machines().stream().filter(machine -> machine.address().equals(address)).findFirst().orElseThrow(() ->
                new Missed("an answer that is a machine's address: it is \"" + address + "\","));
    }

    Machine other(Machine one) {
        return machines().stream().filter(machine -> machine != one).findFirst().orElseThrow();
    }

    /** Until the name is where it belongs while all are well, and each agent has found its place. */
    void awaitPlaces(Duration atMost) {
        Wait.until("the name where it belongs was", atMost, () -> isHome() && machines().stream()
                .allMatch(machine -> contender.isReady(this, machine.name)));
    }

    private boolean isHome() {
        String now = answers().now();
        return contender.asksProvider() ? machines().stream().anyMatch(machine -> machine.address().equals(now))
                : now.equals(machine("lb1").address());
    }

    /** When this machine's address was first answered after a moment. */
    long awaitAnswer(Machine machine, long afterNanos, Duration atMost) {
        Wait.until("a new answer", atMost, () -> answers().firstAfter(afterNanos, machine.address()).isPresent());
        OptionalLong first = answers().firstAfter(afterNanos, machine.address());
        return first.orElseThrow();
    }

    /** Writes a file of a contender's, and says where it is. */
    Path write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException("writing " + file, failed);
        }
    }

    @Override
    public void close() {
        net.close();
    }
}
