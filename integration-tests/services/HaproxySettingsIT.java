package services;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.observation.StatsAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped lbkeeper.cfg passes on, on a real HAProxy, of the settings that all nodes must agree on. */
class HaproxySettingsIT {
    private static final String MINE = "lb.check.backends=api,app;lb.check.fall=3";
    private static final String PEER = "127.0.0.1";

    @TempDir
    private Path directory;
    private final List<Haproxy> running = new ArrayList<>();

    @AfterEach
    void stopAll() {
        running.forEach(Haproxy::close);
    }

    @Test
    void whatItsOwnLbkeeperSaysIsToldToPeers() throws IOException {
        Haproxy lb1 = start(Map.of());
        assertThat(told(lb1)).isEmpty();
        ask(lb1, PEER, introduced("lb1", "/one", MINE));
        assertThat(told(lb1)).contains(MINE);
        ask(lb1, PEER, introduced("lb1", "/one", "lb.check.fall=4"));
        assertThat(told(lb1)).as("after an edit").contains("lb.check.fall=4");
    }

    @Test
    void nobodyElseIsBelieved() throws IOException {
        Haproxy lb1 = start(Map.of());
        ask(lb1, PEER, introduced("lb1", "/one", MINE));
        ask(lb1, PEER, introduced("lb2", "/one", "lb.x=peer"));
        ask(lb1, PEER, introduced("lb1", "/two", "lb.x=second"));
        ask(lb1, PEER, StatsAnswer.AGENT_HEADER + ": lb1\r\n" + StatsAnswer.SETTINGS_HEADER + ": lb.x=dry\r\n");
        assertThat(told(lb1)).contains(MINE);
    }

    @Test
    void whoGetsNoPageIsNotTold() throws IOException {
        Haproxy lb1 = start(Map.of("LBKEEPER_USER", "check", "LBKEEPER_PASSWORD", "secret"));
        ask(lb1, PEER, introduced("lb1", "/one", MINE));
        for (String refused : List.of(ask(lb1, PEER, ""), ask(lb1, "127.0.0.2", ""))) {
            assertThat(refused).containsPattern("HTTP/1.1 40[13]");
            assertThat(header(refused, StatsAnswer.SETTINGS_HEADER)).isEmpty();
            assertThat(header(refused, "Date")).isEmpty();
        }
        String login = "Authorization: Basic Y2hlY2s6c2VjcmV0\r\n";
        assertThat(header(ask(lb1, PEER, login), StatsAnswer.SETTINGS_HEADER)).contains(MINE);
    }

    @Test
    void ofOneThatIsSilentNothingIsTold() throws IOException {
        Haproxy lb1 = start(Map.of("LBKEEPER_SILENCE_SECONDS", "2"));
        ask(lb1, PEER, introduced("lb1", "/one", MINE));
        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(told(lb1)).isEmpty());
    }

    @Test
    void aPageTellsThisMachinesClock() throws IOException {
        String date = header(ask(start(Map.of()), PEER, ""), "Date").orElse("none");
        Instant told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        assertThat(Duration.between(told, Instant.now()).abs()).isLessThan(Duration.ofSeconds(30));
    }

    private Haproxy start(Map<String, String> settings) {
        Haproxy haproxy = Haproxy.start("lb1", "127.0.0.1", "127.0.0.1:1", directory, settings);
        running.add(haproxy);
        return haproxy;
    }

    private static String introduced(String node, String stateDir, String settings) {
        return StatsAnswer.AGENT_HEADER + ": " + node + "\r\n" + StatsAnswer.STATE_DIR_HEADER + ": " + stateDir + "\r\n"
                + StatsAnswer.SETTINGS_HEADER + ": " + settings + "\r\n";
    }

    private static Optional<String> told(Haproxy haproxy) throws IOException {
        return header(ask(haproxy, PEER, ""), StatsAnswer.SETTINGS_HEADER);
    }

    private static Optional<String> header(String answer, String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return answer.split("\r\n\r\n", 2)[0].lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip()).findFirst();
    }

    private static String ask(Haproxy haproxy, String from, String headers) throws IOException {
        InetSocketAddress to = haproxy.stats();
        try (Socket socket = new Socket(to.getAddress(), to.getPort(), InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(("GET /stats;csv HTTP/1.1\r\nHost: lb1\r\nConnection: close\r\n" + headers
                    + "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
