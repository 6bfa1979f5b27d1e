package services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.observation.StatsAnswer;
import io.lbkeeper.observation.StatsJudge;
import io.lbkeeper.observation.StatsRules;
import io.lbkeeper.observation.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped lbkeeper.cfg on a real HAProxy, and the health that its answers come to. */
class HaproxyIT {
    private static final Path SHIPPED = Path.of("haproxy/lbkeeper.cfg");
    private static final StatsRules RULES = new StatsRules(List.of(), List.of(), Duration.ofSeconds(2));

    @TempDir
    private Path directory;
    private HttpServer backend;
    private final List<Haproxy> running = new ArrayList<>();

    @BeforeEach
    void startBackend() throws IOException {
        backend = HttpServer.create(new InetSocketAddress("127.0.0.1", Ports.free("127.0.0.1")), 0);
        backend.start();
    }

    @AfterEach
    void stopAll() {
        running.forEach(Haproxy::close);
        backend.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb1", "lb2"})
    void theExamplesAreGoodWithoutWarnings(String node) {
        Path example = Path.of("haproxy/example", node + ".cfg");
        Map<String, String> user = Map.of("LBKEEPER_USER", "check", "LBKEEPER_PASSWORD", "a b%c");
        for (Map<String, String> environment : List.of(Map.<String, String>of(), user)) {
            assertThat(Haproxy.checkFiles(environment, example, SHIPPED))
                    .isEqualToIgnoringNewLines("Configuration file is validexit code 0");
        }
    }

    @Test
    void aMissingValueIsNamedByHaproxysOwnCheck() {
        assertThat(Haproxy.checkFiles(Map.of("LBKEEPER_PEERS", "10.0.0.0/8"), SHIPPED))
                .contains("LBKEEPER_NODE is not set").endsWith("exit code 1");
        assertThat(Haproxy.checkFiles(Map.of("LBKEEPER_NODE", "lb1"), SHIPPED))
                .contains("LBKEEPER_PEERS is not set").endsWith("exit code 1");
        Map<String, String> halfAUser = Map.of("LBKEEPER_NODE", "lb1", "LBKEEPER_PEERS", "", "LBKEEPER_USER", "u");
        assertThat(Haproxy.checkFiles(halfAUser, SHIPPED))
                .contains("LBKEEPER_PASSWORD is not").endsWith("exit code 1");
    }

    @Test
    void aWorkingNodeIsOkAndAnotherNameIsAStranger() {
        Haproxy lb1 = start(Map.of());
        awaitHealth(lb1, Health.OK);
        assertThat(check(lb1, "lb1").detail()).isEqualTo("1 of 1 backend up, 1 frontend open");
        assertThat(check(lb1, "lb2").detail()).isEqualTo("X-Lbkeeper-Node is \"lb1\", expected \"lb2\"");
    }

    @Test
    void itNamesItselfInRefusalsToo() throws IOException {
        Haproxy lb1 = start(Map.of("LBKEEPER_USER", "check", "LBKEEPER_PASSWORD", "a b%c"));

        assertThat(check(lb1, "lb1").toString()).startsWith("UNKNOWN (answered 401");
        assertThat(check(lb1, "lb2").health()).isEqualTo(Health.STRANGER);
        String authorization = "Authorization: Basic " + Base64.getEncoder().encodeToString("check:a b%c".getBytes(
                StandardCharsets.UTF_8)) + "\r\n";
        assertThat(ask(lb1, "127.0.0.1", "/stats;csv", authorization)).startsWith("HTTP/1.1 200").contains("pxname")
                .containsIgnoringCase("x-lbkeeper-node: lb1");
        assertThat(ask(lb1, "127.0.0.2", "/stats;csv", authorization)).as("an address that is not in LBKEEPER_PEERS")
                .startsWith("HTTP/1.1 403").containsIgnoringCase("x-lbkeeper-node: lb1");
        assertThat(ask(lb1, "127.0.0.1", "/", "")).startsWith("HTTP/1.1 404")
                .containsIgnoringCase("x-lbkeeper-node: lb1");
    }

    @Test
    void aLostBackendIsDegradedUntilItIsBack() throws IOException {
        Haproxy lb1 = start(Map.of());
        awaitHealth(lb1, Health.OK);
        InetSocketAddress address = backend.getAddress();
        backend.stop(0);
        awaitHealth(lb1, Health.DEGRADED);
        assertThat(check(lb1, "lb1").detail()).isEqualTo("1 of 1 backend down: app (app1 DOWN L4CON)");
        backend = HttpServer.create(address, 0);
        backend.start();
        awaitHealth(lb1, Health.OK);
    }

    @Test
    void aFreshStartIsNotBelievedBeforeItsFirstCheckOrTheGrace() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Haproxy lb1 = start(Map.of("TEST_BACKEND", "127.0.0.1:" + silent.getLocalPort(), "TEST_SLOW_CHECK", "1"));
            StatsRules patient = new StatsRules(List.of(), List.of(), Duration.ofMinutes(1));
            assertThat(check(lb1, "lb1", patient)).isEqualTo(
                    new Check(Health.UNKNOWN, "HAProxy has just started, not yet checked: app"));
            awaitHealth(lb1, Health.OK);
        }
    }

    @Test
    void aDisabledFrontendIsStopping() {
        Haproxy lb1 = start(Map.of());
        awaitHealth(lb1, Health.OK);
        lb1.command("disable frontend www");
        assertThat(check(lb1, "lb1")).isEqualTo(new Check(Health.STOPPING, "no service frontend is open: www PAUSED"));
        lb1.command("enable frontend www");
        assertThat(check(lb1, "lb1").health()).isEqualTo(Health.OK);
    }

    @Test
    void aSoftStopWithGraceIsAnnounced() {
        Haproxy lb1 = start(Map.of("TEST_GRACE", "30s"));
        awaitHealth(lb1, Health.OK);
        lb1.stopSoftly();
        awaitHealth(lb1, Health.STOPPING);
        assertThat(check(lb1, "lb1").detail()).isEqualTo("HAProxy says that it is stopping");
    }

    @Test
    void aSoftStopWithoutGraceIsDead() {
        Haproxy lb1 = start(Map.of());
        awaitHealth(lb1, Health.OK);
        lb1.stopSoftly();
        awaitHealth(lb1, Health.DEAD);
    }

    @Test
    void aServiceAtItsLimitStillAnswersTheChecks() throws IOException {
        Haproxy lb1 = start(Map.of());
        awaitHealth(lb1, Health.OK);
        List<Socket> clients = new ArrayList<>();
        try {
            // One more than its limit; each further one would wait for the kernel's queue of the same length.
            for (int i = 0; i < 6; i++) {
                clients.add(new Socket(lb1.service().getAddress(), lb1.service().getPort()));
            }
            Awaitility.await("www at its limit of 5").until(() -> lb1.command("show stat -1 1 -1").lines()
                    .anyMatch(line -> line.startsWith("www,FRONTEND,,,5,5,5,")));
            assertThat(check(lb1, "lb1").health()).isEqualTo(Health.OK);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aHungHaproxyIsDeadUntilItGoesOn() {
        Haproxy lb1 = start(Map.of());
        awaitHealth(lb1, Health.OK);
        lb1.hang();
        assertThat(check(lb1, "lb1")).isEqualTo(new Check(Health.DEAD, "timed out"));
        lb1.resume();
        awaitHealth(lb1, Health.OK);
    }

    @Test
    void aKilledHaproxyIsDeadUntilItIsRevived() {
        Haproxy lb1 = start(Map.of());
        lb1.kill();
        assertThat(check(lb1, "lb1").health()).isEqualTo(Health.DEAD);
        assertThatThrownBy(() -> ask(lb1, "127.0.0.1", "/stats;csv", "")).satisfies(thrown ->
                assertThat(Unreachable.judge(thrown)).isEqualTo(new Check(Health.DEAD, "connection refused")));
        lb1.revive();
        awaitHealth(lb1, Health.OK);
    }

    private Haproxy start(Map<String, String> extra) {
        String address = "127.0.0.1:" + backend.getAddress().getPort();
        Haproxy haproxy = Haproxy.start("lb1", "127.0.0.1", address, directory, extra);
        running.add(haproxy);
        return haproxy;
    }

    private static void awaitHealth(Haproxy haproxy, Health health) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(check(haproxy, "lb1"))
                .as("HAProxy's log:%n%s", haproxy.log()).matches(c -> c.health() == health, "is " + health));
    }

    private static Check check(Haproxy haproxy, String expectedNode) {
        return check(haproxy, expectedNode, RULES);
    }

    /** Each check on a connection of its own: an old one may belong to a process that is going. */
    private static Check check(Haproxy haproxy, String expectedNode, StatsRules rules) {
        URI page = URI.create("http://127.0.0.1:" + haproxy.stats().getPort() + "/stats;csv");
        try {
            HttpResponse<String> got = HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(1)).build(),
                    HttpResponse.BodyHandlers.ofString());
            Optional<String> node = got.headers().firstValue(StatsAnswer.NODE_HEADER);
            Optional<String> state = got.headers().firstValue(StatsAnswer.STATE_HEADER);
            return StatsJudge.judge(expectedNode, new StatsAnswer(got.statusCode(), node, state, Optional.empty(),
                    got.body()), rules);
        } catch (IOException failed) {
            return Unreachable.judge(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while checking HAProxy", stopped);
        }
    }

    /** A raw request, since only a socket can choose the address that it comes from. */
    private static String ask(Haproxy haproxy, String from, String path, String header) throws IOException {
        InetSocketAddress to = haproxy.stats();
        try (Socket socket = new Socket(to.getAddress(), to.getPort(), InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(5000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: lb1\r\nConnection: close\r\n" + header + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
