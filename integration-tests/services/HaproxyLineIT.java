package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The idle connections that the shipped lbkeeper.cfg lets an lbkeeper hold, on a real HAProxy. */
class HaproxyLineIT {
    private static final String LINE = "/lbkeeper/line";

    @TempDir
    private Path directory;

    /** The configurations that it stands beside set timeouts for their clients: idle is not slow. */
    @Test
    void itIsAnsweredWithoutAPasswordAndOutlastsTheClientTimeout() throws IOException {
        try (Haproxy lb1 = start(Map.of("LBKEEPER_USER", "lbkeeper", "LBKEEPER_PASSWORD", "secret"));
                Socket line = open(lb1)) {
            assertThat(ask(line, LINE)).startsWith("HTTP/1.1 204 ").contains("x-lbkeeper-node: lb1")
                    .endsWith("\r\n\r\n");
            line.setSoTimeout(6000);
            try {
                assertThat(line.getInputStream().read()).as("its end, where nothing should come for 6 s").isEqualTo(-2);
            } catch (SocketTimeoutException e) {
                assertThat(ask(line, "/stats;csv")).as("still open").startsWith("HTTP/1.1 401 ");
                line.setSoTimeout(5000);
                assertThat(line.getInputStream().skip(10_000)).isNotNegative();
                assertThat(line.getInputStream().read()).as("no longer a line").isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itEndsAtOnceWithTheProcessAndWithASoftStop(boolean softly) throws IOException {
        try (Haproxy lb1 = start(Map.of()); Socket line = open(lb1)) {
            ask(line, LINE);
            line.setSoTimeout(5000);
            if (softly) {
                lb1.stopSoftly();
            } else {
                lb1.kill();
            }
            assertThat(line.getInputStream().read()).as("end of stream").isEqualTo(-1);
        }
    }

    @Test
    void whoMayNotAskHasNone() throws IOException {
        try (Haproxy lb1 = start(Map.of("LBKEEPER_PEERS", "192.0.2.1")); Socket line = open(lb1, "127.0.0.9")) {
            assertThat(ask(line, LINE)).startsWith("HTTP/1.1 403 ");
        }
    }

    @Test
    void itIsNoSignOfLife() throws IOException {
        try (Haproxy lb1 = start(Map.of()); Socket line = open(lb1); Socket check = open(lb1)) {
            ask(line, LINE);
            assertThat(ask(check, "/stats;csv")).startsWith("HTTP/1.1 200 ").doesNotContain("x-lbkeeper-agent");
        }
    }

    private Haproxy start(Map<String, String> extra) {
        return Haproxy.start("lb1", "127.0.0.1", "127.0.0.1:9", directory, extra);
    }

    private static Socket open(Haproxy haproxy) throws IOException {
        return open(haproxy, "127.0.0.1");
    }

    private static Socket open(Haproxy haproxy, String from) throws IOException {
        Socket socket = new Socket(haproxy.stats().getAddress(), haproxy.stats().getPort(),
                InetAddress.getByName(from), 0);
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** The head of the answer, and what has come with it. */
    private static String ask(Socket socket, String path) throws IOException {
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: lbkeeper\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        byte[] room = new byte[4096];
        int count = socket.getInputStream().read(room);
        return new String(room, 0, Math.max(0, count), StandardCharsets.ISO_8859_1);
    }
}
