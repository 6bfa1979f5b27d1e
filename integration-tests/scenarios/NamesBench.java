package scenarios;

import bench.Usage;
import bench.Wait;
import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import network.Folders;
import services.Ports;

/**
 * What several service names cost an owner, and how they move: {@code bin/bench names}. Each line is a process of its
 * own, and they run at the same time; only processor time and counts are told, and one move.
 */
final class NamesBench {
    private static final Duration WARM = Duration.ofSeconds(90);
    private static final Duration MEASURED = Duration.ofSeconds(130);
    private static final int OTHERS = 9_500;

    private NamesBench() {
    }

    public static void main(String[] arguments) throws Exception {
        List<int[]> lines = List.of(new int[] {1, 0}, new int[] {10, 0}, new int[] {100, 0}, new int[] {400, 0},
                new int[] {100, OTHERS});
        var threads = Executors.newCachedThreadPool();
        List<Future<String>> told = new ArrayList<>();
        for (int[] line : lines) {
            told.add(threads.submit(() -> measure(line[0], line[1])));
        }
        System.out.println("| names | other records in the zone | CPU a cycle | RSS | API calls at rest, a cycle "
                + "| elements of the moving batch | its size | from the kill to all names moved | the API call |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (Future<String> one : told) {
            System.out.println(one.get());
        }
        threads.shutdownNow();
    }

    private static String measure(int names, int others) throws Exception {
        List<String> services = IntStream.range(0, names).mapToObj(i -> "n" + String.format("%05d", i * 100)
                + "-service.example.com").toList();
        HostedZone zone = zone(others);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Path folder = Files.createTempDirectory("names");
        int port = Ports.free("127.0.1.1", "127.0.1.2");
        FakeHaproxy own = new FakeHaproxy("lb1", new InetSocketAddress("127.0.1.1", port));
        FakeHaproxy peer = new FakeHaproxy("lb2", new InetSocketAddress("127.0.1.2", port));
        try (LocalRoute53 route53 = LocalRoute53.start(any, any, List.of(zone), Duration.ZERO);
                Toll toll = new Toll(route53.apiPort())) {
            Process process = start(folder, settings(services, port, toll.url()));
            try {
                Wait.until("the first records", Duration.ofMinutes(1), () ->
                        zone.find("lb1.example.com.", RecordType.A).isPresent() && holds(zone, services, "127.0.1.1"));
                Wait.pause(WARM);
                return told(process, toll, own, zone, services, others);
            } finally {
                process.destroy();
                process.waitFor();
            }
        } finally {
            own.close();
            peer.close();
            Folders.remove(folder);
        }
    }

    private static String told(Process process, Toll toll, FakeHaproxy own, HostedZone zone, List<String> services,
            int others) {
        double cpuBefore = usage(process).cpuMillis();
        int reads = toll.reads();
        int checks = own.asked();
        Wait.pause(MEASURED);
        int cycles = own.asked() - checks;
        Usage after = usage(process);
        double cpu = (after.cpuMillis() - cpuBefore) / cycles;
        double calls = (toll.reads() - reads) / (double) cycles;
        int changes = toll.changes();
        long began = System.nanoTime();
        own.kill();
        Wait.until("the move", Duration.ofSeconds(20), () -> holds(zone, services.subList(services.size() - 1,
                services.size()), "127.0.1.2"));
        long moved = (System.nanoTime() - began) / 1_000_000;
        Wait.until("the change's answer", Duration.ofSeconds(20), () -> toll.changes() > changes);
        return String.format("| %d | %d | %.1f ms | %.0f MiB | %.2f | %d | %d octets | %d ms | %d ms |",
                services.size(), others, cpu, after.rssMebibytes(), calls, 2 * (services.size() + 1),
                toll.lastChangeOctets(), moved, toll.lastChange().toMillis());
    }

    private static HostedZone zone(int others) throws Exception {
        HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
        List<RecordChange> some = new ArrayList<>();
        for (int i = 0; i < others; i++) {
            some.add(RecordChange.create(a("n" + String.format("%05d", i) + ".example.com.", "192.0.2.1")));
            if (some.size() == 1000) {
                zone.change(some);
                some.clear();
            }
        }
        zone.change(List.of(RecordChange.create(a("lb2.example.com.", "127.0.1.2"))));
        return zone;
    }

    private static ResourceRecordSet a(String name, String address) {
        return ResourceRecordSet.simple(name, RecordType.A, Duration.ofMinutes(1), address);
    }

    private static boolean holds(HostedZone zone, List<String> services, String address) {
        return services.stream().allMatch(name -> zone.find(name + ".", RecordType.A)
                .filter(set -> set.values().contains(address)).isPresent());
    }

    private static Map<String, String> settings(List<String> services, int port, String endpoint) {
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", String.join(",", services), "lb.dns", "local", "lb.route53.zone-id",
                "ZEXAMPLE", "lb.route53.endpoint", endpoint, "lb.address", "127.0.1.1", "lb.grace", "0s", "lb.http",
                "127.0.0.1:0"));
        all.putAll(Map.of("lb.check.url", "http://{address}:" + port + "/stats;csv", "lb.check.own-url",
                "http://127.0.1.1:" + port + "/stats;csv", "lb.check.interval", "1s", "lb.check.fastinter", "500ms",
                "lb.check.timeout", "900ms", "lb.address.timeout", "900ms", "lb.route53.timeout", "900ms"));
        return all;
    }

    private static Process start(Path folder, Map<String, String> settings) throws IOException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("lb.state-dir", folder.resolve("state").toString());
        Path file = Lbkeeper.settings(folder, "lbkeeper", all);
        return new ProcessBuilder(Lbkeeper.DISTRIBUTION.resolve("bin/lbkeeper").toString(), "run", "--config",
                file.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
    }

    private static Usage usage(Process process) {
        return Usage.of(Stream.of(process.toHandle()));
    }
}
