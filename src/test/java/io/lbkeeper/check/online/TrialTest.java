package io.lbkeeper.check.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.check.online.OnlineFinding.Grade;
import io.lbkeeper.dnsupdate.DnsFront;
import io.lbkeeper.dnsupdate.SignedServer;
import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;

/** What {@code check --online} says of the right to change records, by the shipped routes and servers made for it. */
@Timeout(60)
class TrialTest {
    private static final String NOT_TAKEN = "the zone's servers do not take updates from this node";
    private static final String NOT_JUDGED = "no server of the zone has judged an update from this node";
    private static final String OTHER_SECRET = "bm90IHRoZSBzZWNyZXQgb2YgdGhlIHNlcnZlcg==";

    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2",
            "lb.domain", "example.com", "lb.service", "lb.example.com", "lb.address", "127.0.0.1",
            "lb.check.own-url", "http://127.0.0.1:9/stats;csv", "lb.dns.timeout", "500ms"));

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : running) {
            one.close();
        }
    }

    @Test
    void aServerThatKnowsTheKeyHasJudgedAnUpdateAndHoldsNothingNew() throws Exception {
        SignedServer server = new SignedServer();
        int before = server.zone().records().size();
        OnlineFinding told = trial(start(server.start()), Map.of("lb.rfc2136.key-name", "lb1",
                "lb.rfc2136.key", SignedServer.SECRET));
        assertThat(told.grade()).as("%s", told).isEqualTo(Grade.NOTE);
        assertThat(told.what()).startsWith("an update was judged, and refused for what it expected");
        assertThat(server.zone().records()).hasSize(before);
    }

    @Test
    void aServerThatDoesNotKnowTheKeyIsWrong() throws Exception {
        OnlineFinding told = trial(start(new SignedServer().start()), Map.of("lb.rfc2136.key-name", "lb1",
                "lb.rfc2136.key", OTHER_SECRET));
        assertSaid(told, Grade.WRONG, NOT_TAKEN, "BADSIG");
    }

    @ParameterizedTest
    @ValueSource(ints = {Rcode.REFUSED, Rcode.NOTAUTH, Rcode.NOTIMP})
    void aServerThatRefusesIsWrong(int code) throws Exception {
        assertSaid(trial(start(DnsFront.of(ask -> coded(ask, code)))), Grade.WRONG, NOT_TAKEN, Rcode.string(code));
    }

    @Test
    void aServerThatIsOutOfOrderHasNotJudged() throws Exception {
        assertSaid(trial(start(DnsFront.of(ask -> coded(ask, Rcode.SERVFAIL)))), Grade.COULD_NOT_ASK, NOT_JUDGED,
                "SERVFAIL");
    }

    @Test
    void aServerThatIsSilentHasNotJudged() throws Exception {
        assertSaid(trial(start(DnsFront.of(ask -> null))), Grade.COULD_NOT_ASK, NOT_JUDGED, "no answer in time");
    }

    @Test
    void whereNothingListensNobodyHasJudged() throws Exception {
        assertSaid(trial(nobody()), Grade.COULD_NOT_ASK, NOT_JUDGED, "nothing listens there (port unreachable)");
    }

    /** The one that takes updates may be the one that is away. */
    @Test
    void theRefusalOfACopyIsNoJudgementWhileTheOtherServerIsAway() throws Exception {
        assertSaid(trial(nobody() + "," + start(DnsFront.of(ask -> coded(ask, Rcode.NOTAUTH)))), Grade.COULD_NOT_ASK,
                NOT_JUDGED, "NOTAUTH");
    }

    @Test
    void nothingIsTriedWithAnAccountAtADynamicDnsService() throws Exception {
        settings.putAll(Map.of("lb.dns", "dyndns2", "lb.dyndns2.url", "http://127.0.0.1:9/nic/update",
                "lb.dyndns2.user", "ops", "lb.dyndns2.password", "s3cret", "lb.dyndns2.name-servers", nobody()));
        OnlineFinding told = changes();
        assertThat(told.grade()).isEqualTo(Grade.NOTE);
        assertThat(told.what()).startsWith("the account at the service is not tried, since each request there is an "
                + "update");
    }

    private static void assertSaid(OnlineFinding told, Grade grade, String what, String seen) {
        assertThat(told.grade()).as("%s", told).isEqualTo(grade);
        assertThat(told.what()).isEqualTo(what);
        assertThat(told.seen()).contains(seen);
    }

    private OnlineFinding trial(String servers) throws Exception {
        return trial(servers, Map.of());
    }

    private OnlineFinding trial(String servers, Map<String, String> more) throws Exception {
        settings.putAll(Map.of("lb.dns", "rfc2136", "lb.rfc2136.zone", "example.com", "lb.rfc2136.servers", servers));
        settings.putAll(more);
        return changes();
    }

    private OnlineFinding changes() throws Exception {
        FakeParent resolver = FakeParent.code(Rcode.NXDOMAIN);
        running.add(resolver);
        List<OnlineFinding> all = new OnlineCheck(Optional.of(resolver.address()), Instant::now)
                .of(Settings.of(settings, "test", Set.of("rfc2136", "dyndns2")), Path.of("routes").toAbsolutePath())
                .all();
        return all.stream().filter(one -> one.area().equals("changes")).findFirst().orElseThrow(() ->
                new AssertionError("nothing of changes in " + all));
    }

    private String start(DnsFront server) {
        running.add(server);
        return server.address();
    }

    private static String nobody() throws IOException {
        try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            return "127.0.0.1:" + free.getLocalPort();
        }
    }

    private static byte[] coded(byte[] bytes, int code) throws IOException {
        Message ask = new Message(bytes);
        Message answer = new Message(ask.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setOpcode(ask.getHeader().getOpcode());
        answer.addRecord(ask.getQuestion(), Section.QUESTION);
        answer.getHeader().setRcode(code);
        return answer.toWire();
    }
}
