package bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import services.Ports;

/**
 * What {@code bin/bench cycle} runs: a pair from the distribution at rest, with two HAProxies and the embedded Route 53
 * on this machine's loopback, and what a cycle of each node takes.
 */
public final class CycleBench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CYCLES = Pattern.compile("\"cycles\": (\\d+)");
    private static final Pattern OWNER = Pattern.compile("\"owner\": \"(\\w+)\"");
    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder = Files.createTempDirectory("lbkeeper-cycle-bench");
    private final Duration interval;
    private final int api = Ports.free(LOOPBACK);
    private final int stats = Ports.free("127.0.1.1");
    private final List<Process> running = new ArrayList<>();
    private final Map<String, URI> status = new LinkedHashMap<>();
    private final Map<String, Process> services = new LinkedHashMap<>();

    /** How far a node has come, and what it had taken by then. */
    private record Mark(long cycles, double cpuMillis, long wakings) {
    }

    private CycleBench(Duration interval) throws IOException {
        this.interval = interval;
        // Whoever stops the bench stops what it has started.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    /** @param options the interval in milliseconds, the cycles before the measurement, and those in it */
    public static void main(String[] options) throws Exception {
        int intervalMillis = options.length > 0 ? Integer.parseInt(options[0]) : 1000;
        int warm = options.length > 1 ? Integer.parseInt(options[1]) : 600;
        int count = options.length > 2 ? Integer.parseInt(options[2]) : 300;
        try (CycleBench bench = new CycleBench(Duration.ofMillis(intervalMillis))) {
            bench.start();
            bench.measure(warm, count, System.out);
        }
    }

    private void start() throws IOException {
        run(Map.of(), Site.DISTRIBUTION.resolve("bin/lbkeeper").toString(), "local-route53", "--api",
                LOOPBACK + ":" + api, "--dns", LOOPBACK + ":" + Ports.free(LOOPBACK), "--zone", "example.com=ZEXAMPLE");
        for (String node : List.of("lb1", "lb2")) {
            String address = address(node);
            Path haproxy = Files.writeString(folder.resolve(node + ".cfg"), "defaults\n  mode http\n"
                    + "  timeout connect 1s\n  timeout client 9s\n  timeout server 9s\nfrontend www\n  bind " + address
                    + ":" + Ports.free(address) + "\n  default_backend app\nbackend app\n  server app1 " + address + ":"
                    + stats + "\n  server app2 " + address + ":" + stats + "\n");
            run(Map.of("LBKEEPER_NODE", node, "LBKEEPER_PEERS", "127.0.0.0/8", "LBKEEPER_SELF", "127.0.0.0/8",
                    "LBKEEPER_BIND", address + ":" + stats), "haproxy", "-db", "-f", haproxy.toString(), "-f",
                    Site.DISTRIBUTION.resolve("haproxy/lbkeeper.cfg").toString());
        }
        for (String node : List.of("lb1", "lb2")) {
            int http = Ports.free(LOOPBACK);
            status.put(node, URI.create("http://" + LOOPBACK + ":" + http + "/observe/status"));
            Path config = Files.writeString(folder.resolve(node + ".properties"), settings(node, http));
            services.put(node, run(Map.of(), Site.DISTRIBUTION.resolve("bin/lbkeeper").toString(), "run", "--config",
                    config.toString()));
            Wait.until(node + "'s first cycle; see " + folder, PATIENCE, () -> cycles(node) > 0);
        }
    }

    private String settings(String node, int http) {
        String timeout = interval.toMillis() * 4 / 5 + "ms";
        return String.join("\n", "lb.node=" + node, "lb.nodes=lb1,lb2", "lb.domain=example.com",
                "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE",
                "lb.route53.endpoint=http://" + LOOPBACK + ":" + api, "lb.address=" + address(node),
                "lb.check.url=http://{address}:" + stats + "/stats;csv",
                "lb.check.own-url=http://" + address(node) + ":" + stats + "/stats;csv",
                "lb.check.interval=" + interval.toMillis() + "ms", "lb.check.fastinter=" + interval.toMillis() + "ms",
                "lb.check.timeout=" + timeout, "lb.address.timeout=" + timeout, "lb.route53.timeout=" + timeout,
                "lb.grace=0s", "lb.follow.deadline=0s", "lb.http=" + LOOPBACK + ":" + http,
                "lb.state-dir=" + folder.resolve(node), "");
    }

    private void measure(int warm, int count, PrintStream out) {
        await(warm);
        Map<String, Mark> before = marks();
        await(before.values().stream().mapToLong(Mark::cycles).max().orElseThrow() + count);
        Map<String, Mark> after = marks();
        services.forEach((node, service) -> {
            Mark from = before.get(node);
            Mark to = after.get(node);
            double cycles = to.cycles() - from.cycles();
            out.printf(Locale.ROOT, "%-8s CPU %.2f ms a cycle, threads wake %.0f times, %d threads, RSS %.0f MiB; "
                    + "%.0f cycles of %d ms after %d%n", isOwner(node) ? "owner" : "standby",
                    (to.cpuMillis() - from.cpuMillis()) / cycles, (to.wakings() - from.wakings()) / cycles,
                    threads(service).size(), Usage.of(Stream.of(service.toHandle())).rssMebibytes(), cycles,
                    interval.toMillis(), from.cycles());
        });
    }

    private void await(long cycles) {
        for (String node : services.keySet()) {
            Wait.until(cycles + " cycles of " + node, PATIENCE.plus(interval.multipliedBy(2 * cycles)), () -> {
                // To ask costs the service something too.
                Wait.pause(Duration.ofSeconds(2));
                return cycles(node) >= cycles;
            });
        }
    }

    private Map<String, Mark> marks() {
        Map<String, Mark> marks = new LinkedHashMap<>();
        services.forEach((node, service) -> marks.put(node, new Mark(cycles(node),
                Usage.of(Stream.of(service.toHandle())).cpuMillis(), wakings(service))));
        return marks;
    }

    private long cycles(String node) {
        Matcher told = CYCLES.matcher(ask(node));
        return told.find() ? Long.parseLong(told.group(1)) : 0;
    }

    private boolean isOwner(String node) {
        Matcher told = OWNER.matcher(ask(node));
        return told.find() && told.group(1).equals(node);
    }

    /** Empty while it does not answer. */
    private String ask(String node) {
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(status.get(node)).timeout(PATIENCE).build(),
                    BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    /** How often its threads have waited for something, by proc(5). */
    private static long wakings(Process service) {
        return threads(service).stream().flatMap(thread -> lines(thread.resolve("status")))
                .filter(line -> line.startsWith("voluntary_ctxt_switches")).mapToLong(line ->
                        Long.parseLong(line.substring(line.indexOf(':') + 1).strip())).sum();
    }

    private static List<Path> threads(Process service) {
        try (Stream<Path> all = Files.list(Path.of("/proc", String.valueOf(service.pid()), "task"))) {
            return all.toList();
        } catch (IOException e) {
            throw new Missed("the threads of lbkeeper can't be listed: has it ended? " + e);
        }
    }

    /** None of a thread that has ended meanwhile. */
    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private Process run(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(running.size() + ".log").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private static String address(String node) {
        return "127.0.1." + node.substring(2);
    }

    @Override
    public void close() {
        running.forEach(Process::destroy);
    }
}
