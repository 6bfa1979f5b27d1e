package scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import services.Ports;

/** What one lbkeeper process needs around it, with routes and settings to edit; its HAProxy is asked once a cycle. */
final class Workbench implements AutoCloseable {
    static final Duration INTERVAL = Duration.ofSeconds(2);
    static final String KEEPS = "KeepRecord: lb1 owns lb.example.com at ";

    final Path routes;
    final FakeHaproxy haproxy;
    final Map<String, String> settings;
    private final Path folder;
    private final LocalRoute53 route53;

    /** @param address the node's, which no other test has */
    Workbench(Path folder, String address) throws Exception {
        this.folder = folder;
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(HostedZone.create("ZEXAMPLE", "example.com")),
                Duration.ZERO);
        int port = Ports.free(address);
        haproxy = new FakeHaproxy("lb1", new InetSocketAddress(address, port));
        routes = copyOfShipped(folder.resolve("routes"));
        settings = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE",
                "lb.route53.endpoint", "http://127.0.0.1:" + route53.apiPort(), "lb.address", address,
                "lb.state-dir", folder.resolve("state").toString(), "lb.reload.interval", "100ms"));
        settings.putAll(Map.of("lb.check.interval", INTERVAL.toMillis() + "ms", "lb.check.fastinter", "500ms",
                "lb.check.timeout", "900ms", "lb.address.timeout", "900ms", "lb.route53.timeout", "900ms",
                "lb.records.interval", "2s", "lb.check.own-url", "http://" + address + ":" + port + "/stats;csv"));
    }

    Lbkeeper run(Map<String, String> environment) throws IOException {
        write();
        Files.createDirectories(temporary());
        Map<String, String> all = new HashMap<>(environment);
        all.put("LBKEEPER_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary());
        return new Lbkeeper(folder, all, "run", "--config", folder.resolve("lbkeeper.properties").toString());
    }

    /** Saves the settings. */
    void write() throws IOException {
        Lbkeeper.settings(folder, "lbkeeper", settings);
    }

    /** Where lbkeeper's copies are. */
    Path temporary() {
        return folder.resolve("tmp");
    }

    /** Edits a file of the routes. */
    void edit(String name, String was, String is) throws IOException {
        Path file = routes.resolve(name);
        String text = Files.readString(file);
        assertThat(text).as("%s, which is to be edited", file).contains(was);
        Files.writeString(file, text.replace(was, is));
    }

    private static Path copyOfShipped(Path target) throws IOException {
        Path shipped = Path.of("routes");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(shipped.relativize(file)));
            }
        }
        return target;
    }

    @Override
    public void close() {
        haproxy.close();
        route53.close();
    }
}
