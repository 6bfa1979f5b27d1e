package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are edited under a running lbkeeper. That it cycles on is told by its HAProxy, which is asked once a cycle. */
class EditsIT {
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final String ADDRESS = "127.0.4.1";
    private static final String KEEPS = "KeepRecord: lb1 owns lb.example.com at " + ADDRESS;

    @TempDir
    private Path folder;
    private Path routes;
    private LocalRoute53 route53;
    private FakeHaproxy haproxy;
    private Map<String, String> settings;

    @BeforeEach
    void open() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(HostedZone.create("ZEXAMPLE", "example.com")),
                Duration.ZERO);
        int port = FakeHaproxy.freePort(ADDRESS);
        haproxy = new FakeHaproxy("lb1", new InetSocketAddress(ADDRESS, port));
        routes = copyOfShipped(folder.resolve("routes"));
        settings = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE",
                "lb.route53.endpoint", "http://127.0.0.1:" + route53.apiPort(), "lb.address", ADDRESS,
                "lb.state-dir", folder.resolve("state").toString(), "lb.reload.interval", "100ms"));
        settings.putAll(Map.of("lb.check.interval", INTERVAL.toMillis() + "ms", "lb.check.fastinter", "100ms",
                "lb.check.timeout", "900ms", "lb.address.timeout", "900ms", "lb.route53.timeout", "900ms",
                "lb.records.interval", "1s", "lb.check.own-url", "http://" + ADDRESS + ":" + port + "/stats;csv"));
    }

    @AfterEach
    void close() {
        haproxy.close();
        route53.close();
    }

    @Test
    void goodEditsAreTakenUpAndBadOnesChangeNothingAndNoCycleIsMissed() throws Exception {
        try (Lbkeeper lb1 = run()) {
            lb1.awaitOutput(KEEPS);
            haproxy.forgetGaps();

            Path notify = routes.resolve("notify.camel.yaml");
            edit(notify, "message: \"${body.name}: ${body.reason}\"", "message: \"EDITED ${body.name}\"");
            lb1.awaitOutput("Edit: notify.camel.yaml taken up");

            edit(routes.resolve("watch.camel.yaml"), "direct:notify", "direct:notfiy");
            lb1.awaitOutput("Edit: not taken up, and what ran runs on: ");
            lb1.awaitOutput("notfiy");
            edit(routes.resolve("watch.camel.yaml"), "direct:notfiy", "direct:notify");
            lb1.awaitOutput("Edit: the files are again those that run");

            settings.put("lb.node", "lb2");
            write();
            lb1.awaitOutput("lb.node=lb2 (it runs with lb1) can't change while lbkeeper runs; restart lbkeeper");
            settings.put("lb.node", "lb1");
            settings.put("lb.check.own-url", settings.get("lb.check.own-url") + ";norefresh");
            write();
            lb1.awaitOutput("Edit: lbkeeper.properties taken up");
            haproxy.awaitAskedAt("/stats;csv;norefresh");
            assertThat(haproxy.longestGap()).as("between two checks of its HAProxy; it said:%n%s", lb1.output())
                    .isLessThan(INTERVAL.multipliedBy(2));
            assertThat(haproxy.mostAtOnce()).as("checks at once").isEqualTo(1);

            haproxy.kill();
            lb1.awaitOutput("EDITED ");
            assertThat(lb1.terminate()).as(lb1.output()).isLessThan(Duration.ofSeconds(2));
            assertThat(lb1.output()).doesNotContain("Exception").doesNotContain("ERROR");
        }
        try (Stream<Path> left = Files.list(folder.resolve("tmp"))) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith("lbkeeper-"))).isEmpty();
        }
    }

    private Lbkeeper run() throws IOException {
        write();
        Files.createDirectories(folder.resolve("tmp"));
        return new Lbkeeper(folder, Map.of("LBKEEPER_JAVA_OPTS", "-Djava.io.tmpdir=" + folder.resolve("tmp")), "run",
                "--config", folder.resolve("lbkeeper.properties").toString());
    }

    private void write() throws IOException {
        Lbkeeper.settings(folder, "lbkeeper", settings);
    }

    private static void edit(Path file, String was, String is) throws IOException {
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
}
