package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.dnsupdate.DnsFront;
import io.lbkeeper.dnsupdate.DnsUpdateComponent;
import io.lbkeeper.dnsupdate.SignedServer;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the kamelets of {@code lb.dns=rfc2136} answer where a server is gone, silent, or of another time. */
class DnsRfc2136ReadActionTest extends RouteTestBase {
    private final SignedServer server = new SignedServer();
    private final DnsFront front = server.start();
    private final DnsFront silent = DnsFront.of(ask -> null);
    private final DnsFront late = new SignedServer(Duration.ofMinutes(-10)).start();
    private final int nobodysPort;

    DnsRfc2136ReadActionTest() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            nobodysPort = free.getLocalPort();
        }
    }

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Set<String> providers() {
        return Set.of("rfc2136");
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.dns", "rfc2136", "lb.rfc2136.zone", "example.com", "lb.rfc2136.key-name", "lb1",
                "lb.rfc2136.key", SignedServer.SECRET, "lb.dns.timeout", "900ms",
                "lb.rfc2136.servers", front.address());
    }

    @AfterEach
    void close() throws Exception {
        front.close();
        silent.close();
        late.close();
    }

    private void askAt(String... servers) {
        context.getComponent("dns-update", DnsUpdateComponent.class).getConfiguration()
                .setServers(String.join(",", servers));
    }

    private Answer<?> read() {
        return template.requestBody("kamelet:dns-rfc2136-read-action", List.of("lb1.example.com"), Answer.class);
    }

    private Outcome set() {
        return template.requestBody("kamelet:dns-rfc2136-change-action", Decisions.SET, Outcome.class);
    }

    @Test
    void aChangeHasTheZonesSerialForItsId() {
        assertThat(set()).isInstanceOfSatisfying(Outcome.Applied.class, applied ->
                assertThat(applied.changeId()).matches("example\\.com/\\d+"));
        assertThat(read()).isEqualTo(Answer.value(List.of(RecordSet.simple("lb1.example.com", "A",
                Duration.ofSeconds(60), "203.0.113.10"))));
    }

    @Test
    void silenceIsNeitherAbsentNorLost() {
        askAt(silent.address());
        assertThat(read()).isInstanceOfSatisfying(Answer.CouldNotAsk.class, failed ->
                assertThat(failed.why()).contains(silent.address()).contains("no answer in time, to 2 tries"));
        assertThat(set()).isInstanceOf(Outcome.CouldNotAsk.class);
    }

    @Test
    void aClockThatIsOffIsToldInSeconds() {
        askAt(late.address());
        assertThat(set()).isInstanceOfSatisfying(Outcome.CouldNotAsk.class, failed ->
                assertThat(failed.why()).contains("BADTIME").containsPattern("(599|600|601|602) s behind"));
        assertThat(read()).isInstanceOf(Answer.CouldNotAsk.class);
    }

    @Test
    void theNextServerIsAskedWhereTheFirstIsNotThere() {
        askAt("127.0.0.1:" + nobodysPort, front.address());
        assertThat(set()).isInstanceOf(Outcome.Applied.class);
        assertThat(read().found()).isPresent();
    }

    @Test
    void aReadIsServedByTheNextThoughTheFirstIsSilent() {
        askAt(silent.address(), front.address());
        assertThat(read().found()).isPresent();
    }
}
