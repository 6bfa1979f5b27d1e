package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.Haproxy;

/** {@code lbkeeper run} as a process, with real HAProxies. */
class RunIT {
    private static final Duration PROMPTLY = Duration.ofSeconds(2);

    @TempDir
    private Path folder;
    /** HAProxy's backend: that a connection is taken is all that its checks ask for. */
    private ServerSocket backend;

    @BeforeEach
    void openBackend() throws Exception {
        backend = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    }

    @AfterEach
    void closeBackend() throws Exception {
        backend.close();
    }

    @Test
    void aPairOfProcessesSurvivesAHungHaproxyAndEndsPromptly() throws Exception {
        HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        try (LocalRoute53 route53 = LocalRoute53.start(anyPort, anyPort, List.of(zone), Duration.ofSeconds(1));
                Haproxy one = haproxy("lb1", "127.0.2.1");
                Haproxy two = haproxy("lb2", "127.0.2.2");
                Lbkeeper lb1 = lbkeeper("lb1", one, two, route53.apiPort())) {
            lb1.awaitOutput("KeepRecord: lb1 owns lb.example.com at 127.0.2.1, and its own HAProxy is OK.");
            try (Lbkeeper lb2 = lbkeeper("lb2", two, one, route53.apiPort())) {
                lb2.awaitOutput("KeepRecord: lb1 owns lb.example.com at 127.0.2.1, and its HAProxy is OK.");
                one.hang();
                lb2.awaitOutput("Challenge: lb1 owns lb.example.com at 127.0.2.1, and its HAProxy is DEAD (timed out)");
                await("the move").atMost(Duration.ofSeconds(20)).until(() -> zone.find("lb.example.com.", RecordType.A)
                        .orElseThrow().values().equals(List.of("127.0.2.2")));
                one.resume();
                lb1.awaitOutput("KeepRecord: lb2 owns lb.example.com at 127.0.2.2, and its HAProxy is OK.");
                assertThat(lb2.terminate()).as("SIGTERM to its end; it said: %s", lb2.output()).isLessThan(PROMPTLY);
            }
            assertThat(lb1.terminate()).as("SIGTERM to its end; it said: %s", lb1.output()).isLessThan(PROMPTLY);
            assertThat(lb1.output()).doesNotContain("Exception").doesNotContain("ERROR");
        }
    }

    @Test
    void sigtermEndsItPromptlyWhileTheApiIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket()) {
            silent.bind(new InetSocketAddress("127.0.0.1", 0));
            try (Haproxy one = haproxy("lb1", "127.0.2.1");
                    Lbkeeper lb1 = lbkeeper("lb1", one, one, silent.getLocalPort())) {
                silent.setSoTimeout((int) Duration.ofSeconds(30).toMillis());
                silent.accept();
                assertThat(lb1.terminate()).as("SIGTERM to its end; it said: %s", lb1.output()).isLessThan(PROMPTLY);
            } catch (SocketTimeoutException e) {
                throw new AssertionError("lbkeeper never asked the API", e);
            }
        }
    }

    @Test
    void aSecondOneWithTheSameStateDirectoryIsRefused() throws Exception {
        try (Haproxy one = haproxy("lb1", "127.0.2.1"); Lbkeeper first = lbkeeper("lb1", one, one, 9)) {
            first.awaitOutput("lbkeeper ");
            await("the lock").atMost(Duration.ofSeconds(10))
                    .until(() -> Files.exists(folder.resolve("state-lb1/lock")));
            try (Lbkeeper second = lbkeeper("lb1", one, one, 9)) {
                assertThat(second.awaitExit()).as(second.output()).isEqualTo(2);
                assertThat(second.output()).contains("another lbkeeper runs with lb.state-dir=");
            }
        }
    }

    @Test
    void aSecondOneWithAnotherStateDirectoryMovesNothingAndSaysWhy() throws Exception {
        HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        try (LocalRoute53 route53 = LocalRoute53.start(anyPort, anyPort, List.of(zone), Duration.ZERO);
                Haproxy one = haproxy("lb1", "127.0.2.1");
                Lbkeeper first = lbkeeper("lb1", one, one, route53.apiPort())) {
            first.awaitOutput("KeepRecord: lb1 owns lb.example.com at 127.0.2.1, and its own HAProxy is OK.");
            Map<String, String> elsewhere = Map.of("lb.state-dir", folder.resolve("elsewhere").toString());
            try (Lbkeeper second = lbkeeper("lb1", one, one, route53.apiPort(), elsewhere)) {
                second.awaitOutput("another lbkeeper on this machine, with lb.state-dir=\"" + folder);
            }
            assertThat(first.output()).doesNotContain("another lbkeeper");
        }
    }

    @Test
    void itsHaproxyTellsWhenItIsKilled() throws Exception {
        try (Haproxy one = haproxy("lb1", "127.0.2.1")) {
            try (Lbkeeper lb1 = lbkeeper("lb1", one, one, 9)) {
                lb1.awaitOutput("lbkeeper ");
                await("its checks").atMost(Duration.ofSeconds(30)).until(() -> agent(one).equals("alive"));
            }
            await("silence").atMost(Duration.ofSeconds(30)).until(() -> agent(one).equals("silent"));
        }
    }

    /** What a peer is told of the lbkeeper beside this HAProxy. */
    private static String agent(Haproxy haproxy) throws Exception {
        URI page = URI.create("http://127.0.2.1:" + haproxy.stats().getPort() + "/stats;csv");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(page).build(),
                HttpResponse.BodyHandlers.discarding()).headers().firstValue("X-Lbkeeper-Agent").orElse("untold");
    }

    @Test
    void brokenSettingsAreAllReportedAndEndItWithTwo() throws Exception {
        Path broken = Lbkeeper.settings(folder, "broken", Map.of("lb.node", "lb 1", "lb.check.fall", "none"));
        try (Lbkeeper run = new Lbkeeper(folder, "run", "--config", broken.toString())) {
            assertThat(run.awaitExit()).as(run.output()).isEqualTo(2);
            assertThat(run.output()).contains("lb.node=lb 1").contains("lb.check.fall=none").contains("lb.domain");
        }
        try (Lbkeeper run = new Lbkeeper(folder, "run", "--confg", broken.toString())) {
            assertThat(run.awaitExit()).as(run.output()).isEqualTo(2);
            assertThat(run.output()).contains("--confg");
        }
        try (Lbkeeper run = new Lbkeeper(folder, "run", "--config", "nowhere.properties")) {
            assertThat(run.awaitExit()).as(run.output()).isEqualTo(2);
            assertThat(run.output()).contains("nowhere.properties").contains("--config");
        }
    }

    private Haproxy haproxy(String node, String address) throws Exception {
        return Haproxy.start(node, address, "127.0.0.1:" + backend.getLocalPort(),
                Files.createTempDirectory(folder, node),
                Map.of("LBKEEPER_PEERS", "127.0.0.0/8", "LBKEEPER_SILENCE_SECONDS", "4"));
    }

    private Lbkeeper lbkeeper(String node, Haproxy own, Haproxy peer, int api) throws Exception {
        return lbkeeper(node, own, peer, api, Map.of());
    }

    private Lbkeeper lbkeeper(String node, Haproxy own, Haproxy peer, int api, Map<String, String> more)
            throws Exception {
        String address = own.service().getAddress().getHostAddress();
        Map<String, String> settings = new HashMap<>(Map.of("lb.node", node, "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE",
                "lb.route53.endpoint", "http://127.0.0.1:" + api, "lb.address", address,
                "lb.state-dir", folder.resolve("state-" + node).toString()));
        settings.putAll(Map.of("lb.check.interval", "1s", "lb.check.timeout", "500ms", "lb.address.timeout", "500ms",
                "lb.check.fastinter", "200ms", "lb.route53.timeout", "900ms", "lb.records.interval", "1s",
                "lb.check.url", "http://{address}:" + peer.stats().getPort() + "/stats;csv",
                "lb.check.own-url", "http://" + address + ":" + own.stats().getPort() + "/stats;csv", "lb.http", ""));
        settings.putAll(more);
        return new Lbkeeper(folder, "run", "--config", Lbkeeper.settings(folder, node, settings).toString());
    }
}
