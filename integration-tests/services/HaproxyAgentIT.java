package services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.observation.StatsAnswer;
import io.lbkeeper.observation.StatsJudge;
import io.lbkeeper.observation.StatsRules;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped lbkeeper.cfg says, on a real HAProxy, of the lbkeeper beside it. */
class HaproxyAgentIT {
    private static final StatsRules RULES = new StatsRules(List.of(), List.of(), Duration.ZERO);
    /** Long enough for two requests one after the other, on the busiest machine. */
    private static final Map<String, String> SOON = Map.of("LBKEEPER_SILENCE_SECONDS", "4");
    private static final Map<String, String> LATE = Map.of("LBKEEPER_SILENCE_SECONDS", "3600");
    private static final String OWN_CHECK = StatsAnswer.AGENT_HEADER + ": lb1\r\n";
    private static final String PEERS_CHECK = "";

    @TempDir
    private Path directory;
    private final List<Haproxy> running = new ArrayList<>();

    @AfterEach
    void stopAll() {
        running.forEach(Haproxy::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void itIsAliveAsLongAsItChecks(String address) throws IOException {
        Haproxy lb1 = start(address, SOON);
        awaitAgent(lb1, Agent.SILENT);
        assertThat(ask(lb1, OWN_CHECK)).as("the first check after a silence").isEqualTo(Agent.SILENT);
        assertThat(ask(lb1, PEERS_CHECK)).isEqualTo(Agent.ALIVE);
        awaitAgent(lb1, Agent.SILENT);
    }

    @Test
    void aFreshHaproxyHasNotListenedLongEnoughToSayThatItIsSilent() throws IOException {
        Haproxy lb1 = start("127.0.0.1", LATE);
        assertThat(ask(lb1, PEERS_CHECK)).isEqualTo(Agent.UNTOLD);
        assertThat(ask(lb1, OWN_CHECK)).isEqualTo(Agent.UNTOLD);
        assertThat(ask(lb1, PEERS_CHECK)).isEqualTo(Agent.ALIVE);
    }

    @Test
    void oneThatIsDrainedSaysSoUntilItIsNotAnyMore() throws IOException {
        Haproxy lb1 = start("127.0.0.1", LATE);
        ask(lb1, OWN_CHECK);
        ask(lb1, StatsAnswer.LEAVING_HEADER + ": 1\r\n");
        ask(lb1, StatsAnswer.AGENT_HEADER + ": lb2\r\n" + StatsAnswer.LEAVING_HEADER + ": 1\r\n");
        assertThat(ask(lb1, PEERS_CHECK)).as("when others say so").isEqualTo(Agent.ALIVE);
        ask(lb1, OWN_CHECK + StatsAnswer.LEAVING_HEADER + ": 1\r\n");
        assertThat(ask(lb1, PEERS_CHECK)).isEqualTo(Agent.LEAVING);
        ask(lb1, OWN_CHECK);
        assertThat(ask(lb1, PEERS_CHECK)).isEqualTo(Agent.ALIVE);
    }

    @Test
    void onlyWhoNamesThisNodeIsItsLbkeeper() throws IOException {
        Haproxy lb1 = start("127.0.0.1", LATE);
        ask(lb1, StatsAnswer.AGENT_HEADER + ": lb2\r\n");
        ask(lb1, "User-Agent: curl/8\r\n");
        ask(lb1, StatsAnswer.AGENT_HEADER + ": \r\n");
        assertThat(ask(lb1, PEERS_CHECK)).isEqualTo(Agent.UNTOLD);
    }

    @Test
    void whoAsksFromElsewhereIsNotBelievedToBeIt() throws IOException {
        InetAddress elsewhere = ownAddress();
        Haproxy lb1 = start("127.0.0.1", LATE);
        ask(lb1, elsewhere, OWN_CHECK + "X-Forwarded-For: 127.0.0.1\r\n");
        assertThat(ask(lb1, PEERS_CHECK)).isEqualTo(Agent.UNTOLD);
    }

    @Test
    void whereItMayAskFromBesidesCanBeSet() throws IOException {
        InetAddress container = ownAddress();
        Map<String, String> settings = new HashMap<>(LATE);
        settings.put("LBKEEPER_SELF", "192.0.2.77 " + container.getHostAddress());
        Haproxy lb1 = start("127.0.0.1", settings);
        ask(lb1, container, OWN_CHECK);
        assertThat(ask(lb1, PEERS_CHECK)).isEqualTo(Agent.ALIVE);
    }

    @Test
    void aListenerOnThisMachinesOwnAddressIsAskedFromThere() throws IOException {
        InetAddress own = ownAddress();
        Haproxy lb1 = start(own.getHostAddress(), LATE);
        ask(lb1, own, OWN_CHECK);
        assertThat(ask(lb1, own, PEERS_CHECK)).isEqualTo(Agent.ALIVE);
    }

    @Test
    void itIsToldInRefusalsToo() throws IOException {
        Map<String, String> settings = new HashMap<>(LATE);
        settings.putAll(Map.of("LBKEEPER_USER", "check", "LBKEEPER_PASSWORD", "secret"));
        Haproxy lb1 = start("127.0.0.1", settings);
        assertThat(raw(lb1, lb1.stats().getAddress(), "/stats;csv", OWN_CHECK)).startsWith("HTTP/1.1 401");
        for (String[] refused : new String[][] {{"127.0.0.1", "/stats;csv", "401"}, {"127.0.0.2", "/stats;csv", "403"},
                {"127.0.0.1", "/", "404"}}) {
            assertThat(raw(lb1, InetAddress.getByName(refused[0]), refused[1], PEERS_CHECK))
                    .startsWith("HTTP/1.1 " + refused[2]).containsIgnoringCase("x-lbkeeper-agent: alive");
        }
    }

    @Test
    void ofTwoLbkeepersTheFirstKeepsItsPlaceUntilItIsSilent() throws IOException {
        Haproxy lb1 = start("127.0.0.1", SOON);
        assertThat(first(lb1, "127.0.0.1", "/a,%20b")).isEqualTo("/a,%20b");
        assertThat(first(lb1, "127.0.0.1", "/c")).isEqualTo("/a,%20b");
        assertThat(first(lb1, "127.0.0.1", "/a,%20b")).isEqualTo("/a,%20b");
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() ->
                assertThat(first(lb1, "127.0.0.1", "/c")).isEqualTo("/c"));
        assertThat(first(lb1, "127.0.0.1", "/a,%20b")).isEqualTo("/c");
    }

    @Test
    void nobodyElseCanTakeThePlace() throws IOException {
        InetAddress elsewhere = ownAddress();
        Haproxy lb1 = start("127.0.0.1", LATE);
        assertThat(first(lb1, elsewhere.getHostAddress(), "/peer")).isEqualTo("");
        ask(lb1, StatsAnswer.AGENT_HEADER + ": lb2\r\n" + StatsAnswer.STATE_DIR_HEADER + ": /lb2\r\n");
        ask(lb1, OWN_CHECK);
        assertThat(first(lb1, "127.0.0.1", "/own")).isEqualTo("/own");
    }

    /** The state directory of the lbkeeper that HAProxy takes for the first. */
    private static String first(Haproxy haproxy, String from, String stateDir) throws IOException {
        String answer = raw(haproxy, InetAddress.getByName(from), "/stats;csv", OWN_CHECK
                + StatsAnswer.STATE_DIR_HEADER + ": " + stateDir + "\r\n");
        return header(answer.split("\r\n\r\n", 2)[0], StatsAnswer.STATE_DIR_HEADER).orElse("");
    }

    private Haproxy start(String address, Map<String, String> settings) {
        Haproxy haproxy = Haproxy.start("lb1", address, "127.0.0.1:1", directory, settings);
        running.add(haproxy);
        return haproxy;
    }

    /** An address of this machine that is not the loopback's. */
    private static InetAddress ownAddress() throws SocketException {
        Optional<InetAddress> own = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress()).findFirst();
        assumeThat(own).as("an IPv4 address besides the loopback's").isPresent();
        return own.get();
    }

    private static void awaitAgent(Haproxy haproxy, Agent agent) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(ask(haproxy, PEERS_CHECK))
                .as("what is said of the lbkeeper; HAProxy's log:%n%s", haproxy.log()).isEqualTo(agent));
    }

    private static Agent ask(Haproxy haproxy, String header) throws IOException {
        return ask(haproxy, haproxy.stats().getAddress(), header);
    }

    /** What an lbkeeper makes of the answer. */
    private static Agent ask(Haproxy haproxy, InetAddress from, String header) throws IOException {
        String[] answer = raw(haproxy, from, "/stats;csv", header).split("\r\n\r\n", 2);
        int status = Integer.parseInt(answer[0].split(" ", 3)[1]);
        return StatsJudge.judge("lb1", new StatsAnswer(status, header(answer[0], StatsAnswer.NODE_HEADER),
                Optional.empty(), header(answer[0], StatsAnswer.AGENT_HEADER), answer[1]), RULES).agent();
    }

    private static Optional<String> header(String head, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip()).findFirst();
    }

    /** On the bare socket, since only that can choose the address that it comes from. */
    private static String raw(Haproxy haproxy, InetAddress from, String path, String header) throws IOException {
        InetSocketAddress to = haproxy.stats();
        try (Socket socket = new Socket(to.getAddress(), to.getPort(), from, 0)) {
            socket.setSoTimeout(5000);
            String request = "GET " + path + " HTTP/1.1\r\nHost: lb1\r\nConnection: close\r\n" + header + "\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
