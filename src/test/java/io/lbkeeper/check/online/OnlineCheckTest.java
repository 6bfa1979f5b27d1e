package io.lbkeeper.check.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.check.online.OnlineFinding.Grade;
import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.LocalRoute53Options;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.signing.Credentials;
import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.service.StatsServer;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SharedSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Section;

/** The whole of {@code check --online} with the shipped routes, against a local Route 53, its DNS and stats pages. */
@Timeout(60)
class OnlineCheckTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Path ROUTES = Path.of("routes").toAbsolutePath();

    private final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private Duration offset = Duration.ZERO;
    private InetSocketAddress resolver;
    private LocalRoute53 route53;
    private StatsServer own;
    private StatsServer peer;

    @BeforeEach
    void startAPairThatIsWell() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(LocalRoute53Options.on(anyPort, anyPort).withZones(List.of(zone))
                .withCredentials(Credentials.of("AKIAGOOD", "good")));
        running.add(route53);
        route53.faults().add("error-503:ChangeResourceRecordSets");
        peer = new StatsServer("lb2", "127.0.1.2", 0).with("X-Lbkeeper-Agent", "alive");
        own = new StatsServer("lb1", "127.0.1.1", peer.port()).with("X-Lbkeeper-Agent", "alive");
        running.addAll(List.of(own, peer));
        resolver = new InetSocketAddress(InetAddress.getLoopbackAddress(), route53.dnsPort());
        settings.putAll(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com", "lb.service",
                "lb.example.com", "lb.dns", "route53", "lb.route53.zone-id", "ZEXAMPLE", "lb.address", "127.0.1.1",
                "lb.route53.endpoint", "http://127.0.0.1:" + route53.apiPort()));
        settings.putAll(Map.of("camel.component.aws2-route53.accessKey", "AKIAGOOD",
                "camel.component.aws2-route53.secretKey", "good",
                "lb.check.url", "http://{address}:" + own.port() + "/stats;csv",
                "lb.check.own-url", "http://127.0.1.1:" + own.port() + "/stats;csv"));
        agree();
        put(a("lb1.example.com.", "127.0.1.1"), a("lb2.example.com.", "127.0.1.2"), a("lb.example.com.", "127.0.1.2"),
                ResourceRecordSet.simple("_owner.lb.example.com.", RecordType.TXT, MINUTE,
                        "\"v=1 owner=lb2 address=127.0.1.2 epoch=4 nonce=n4 inter=5\""));
    }

    @AfterEach
    void stopAndSeeThatNothingWasChanged() throws Exception {
        for (AutoCloseable one : running) {
            one.close();
        }
        assertThat(route53.faults().standing().get(0).calls()).as("changes that were asked of the API").isZero();
    }

    @Test
    void aPairThatIsWellIsToldSo() throws Exception {
        OnlineFindings found = check();
        assertThat(found.all()).extracting(OnlineFinding::grade).containsOnly(Grade.NOTE);
        assertThat(found.all()).extracting(OnlineFinding::area).containsExactlyInAnyOrder("credentials", "zone",
                "delegation", "records", "ttl", "ttl", "own address", "lb1's HAProxy", "lb2's HAProxy", "settings",
                "settings", "clock");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AKIAGOOD  | bad  | the secret key does not belong to the access key
            AKIAOTHER | good | the access key is not known to AWS
            """)
    void credentialsAreWrongInDifferentWays(String key, String secret, String what) throws Exception {
        settings.put("camel.component.aws2-route53.accessKey", key);
        settings.put("camel.component.aws2-route53.secretKey", secret);
        OnlineFindings found = check();
        assertThat(only(found, Grade.WRONG)).containsExactly(what);
        assertThat(found.all().toString()).as("no secret").doesNotContain("secret='" + secret);
    }

    @Test
    void eachOfSeveralServiceNamesIsLookedAt() throws Exception {
        settings.put("lb.service", "lb.example.com,www.example.com,api.example.com,new.example.com,m.example.org.com");
        agree();
        put(a("www.example.com.", "127.0.1.2"), a("api.example.com.", "192.0.2.7"));
        OnlineFindings found = check();
        assertThat(only(found, Grade.WRONG)).containsExactlyInAnyOrder("lb.service is not in the zone example.com",
                "api.example.com does not hold 127.0.1.2 like lb.example.com, so that lbkeeper leaves it alone");
    }

    @Test
    void aZoneThatIsNotThereIsWrong() throws Exception {
        settings.put("lb.route53.zone-id", "ZOTHER");
        agree();
        assertThat(only(check(), Grade.WRONG)).containsExactly("there is no hosted zone ZOTHER");
    }

    @Test
    void anApiThatDoesNotAnswerIsNoProblemAndNoConsent() throws Exception {
        route53.faults().add("error-503:ListResourceRecordSets");
        OnlineFindings found = check();
        assertThat(found.isWrong()).isFalse();
        assertThat(only(found, Grade.COULD_NOT_ASK)).contains("the API did not answer");
    }

    @Test
    void ofAZoneThatIsNotKnownNoDelegationIsTold() throws Exception {
        settings.put("lb.dns", "local");
        agree();
        route53.faults().add("error-503:ListResourceRecordSets");
        assertThat(check().all()).extracting(OnlineFinding::area).contains("credentials").doesNotContain("delegation",
                "zone");
    }

    @Test
    void namesOutsideTheZoneAreEachTold() throws Exception {
        settings.put("lb.domain", "example.org");
        settings.put("lb.service", "lb.example.net");
        agree();
        assertThat(only(check(), Grade.WRONG)).contains("lb.service is not in the zone example.com",
                "lb.domain is not in the zone example.com");
    }

    @Test
    void aNameThatIsDelegatedAwayIsLookedUpElsewhere() throws Exception {
        settings.put("lb.service", "lb.east.example.com");
        agree();
        put(ResourceRecordSet.simple("east.example.com.", RecordType.NS, MINUTE, "ns.elsewhere.example."));
        assertThat(only(check(), Grade.WRONG)).contains("lb.east.example.com is delegated away from the zone "
                + "example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNAME", "alias", "two addresses", "two record sets"})
    void whatIsNoPlainAddressIsTold(String shape) throws Exception {
        zone.change(List.of(RecordChange.delete(a("lb.example.com.", "127.0.1.2"))));
        put(switch (shape) {
            case "CNAME" -> new ResourceRecordSet[] {ResourceRecordSet.simple("lb.example.com.", RecordType.CNAME,
                    MINUTE, "lb2.example.com.")};
            case "alias" -> new ResourceRecordSet[] {ResourceRecordSet.alias("lb.example.com.", RecordType.A,
                    new AliasTarget("ZEXAMPLE", "lb2.example.com.", false))};
            case "two addresses" -> new ResourceRecordSet[] {ResourceRecordSet.simple("lb.example.com.", RecordType.A,
                    MINUTE, "127.0.1.1", "127.0.1.2")};
            default -> new ResourceRecordSet[] {a("lb.example.com.", "127.0.1.2"), ResourceRecordSet.simple(
                    "lb.example.com.", RecordType.AAAA, MINUTE, "2001:db8::1")};
        });
        assertThat(only(check(), Grade.WRONG)).containsExactly(
                "lb.example.com is not one plain address, so that lbkeeper leaves it alone");
    }

    @Test
    void aZoneThatNobodyIsReferredToIsWrong() throws Exception {
        FakeParent parent = FakeParent.of(Section.ANSWER, "example.com", "ns-1.local-route53.test.", "ns.old.example.");
        running.add(parent);
        resolver = parent.address();
        assertThat(check().all()).filteredOn(one -> one.grade() == Grade.WRONG).singleElement().satisfies(one -> {
            assertThat(one.what()).isEqualTo("the zone example.com is delegated to name servers that differ from its "
                    + "own");
            assertThat(one.seen()).contains("ns.old.example too many").contains("missing");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Lbkeeper-Node  | lb7    | 200 | WRONG   | it is not lb2 who answers
            X-Any            | thing  | 403 | WRONG   | it can't be judged
            X-Lbkeeper-Agent | silent | 200 | WARNING | it has not heard of the lbkeeper beside it for a while
            X-Lbkeeper-State | stopping | 200 | WARNING | it answers, and is not well
            """)
    void thePeersHaproxyIsJudged(String header, String value, int status, Grade grade, String what) throws Exception {
        peer.with(header, value).withStatus(status);
        assertThat(only(check(), grade)).contains(what);
    }

    @Test
    void allProblemsAreToldAtOnce() throws Exception {
        peer.close();
        own.with("X-Lbkeeper-Node", "lb9");
        settings.put("lb.ttl", "10m");
        offset = Duration.ofMinutes(6);
        put(ResourceRecordSet.simple("_owner.lb.example.com.", RecordType.TXT, MINUTE, "\"mine\""));
        OnlineFindings found = check();
        assertThat(found.all()).filteredOn(one -> one.grade() == Grade.WRONG).extracting(OnlineFinding::area)
                .containsExactlyInAnyOrder("lb1's HAProxy", "lb2's HAProxy", "records", "clock");
        assertThat(only(found, Grade.WARNING)).anyMatch(what -> what.contains("60 s until all of Route 53's servers "
                + "have it + lb.ttl 600 s = 660 s"));
    }

    @Test
    void eachSettingThatDiffersIsToldWithBothValues() throws Exception {
        settings.put("lb.check.fall", "5");
        settings.put("lb.hold-down", "10s");
        assertThat(check().all()).extracting(OnlineFinding::toString).contains(
                "online, settings: lb.check.fall differs between lb1 and lb2, seen 5 on lb1, 3 on lb2, make it the "
                        + "same on all nodes",
                "online, settings: lb.hold-down differs between lb1 and lb2, seen 10s on lb1, 60s on lb2, make it the "
                        + "same on all nodes",
                "online, settings: warning: lb.check.fall is not what the service here runs with, seen 5 in the file, "
                        + "3 in the service, restart lbkeeper");
    }

    @Test
    void aPeerThatTellsNoSettingsHasNotAgreed() throws Exception {
        peer.with("X-Lbkeeper-Settings", "?");
        OnlineFindings found = check();
        assertThat(only(found, Grade.COULD_NOT_ASK)).containsExactly("those of lb2 are not told");
        assertThat(found.isWrong()).isFalse();
        assertThat(found.isComplete()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"5, NOTE, 0", "40, WARNING, 2", "-40, WARNING, 2", "20, WARNING, 1", "241, WRONG, 1"})
    void clocksAreCompared(long offsetSeconds, Grade grade, long count) throws Exception {
        offset = Duration.ofSeconds(offsetSeconds);
        List<OnlineFinding> clocks = check().all().stream().filter(one -> one.area().equals("clock")
                && one.grade() == grade).toList();
        assertThat(clocks).as("of grade %s", grade).hasSize(grade == Grade.NOTE ? 1 : (int) count);
    }

    /** Both HAProxies tell the settings as they stand now. */
    private void agree() throws Exception {
        String text = SharedSettings.of(Settings.of(settings, "test", Set.of())).text();
        own.with("X-Lbkeeper-Settings", text);
        peer.with("X-Lbkeeper-Settings", text);
    }

    private OnlineFindings check() throws Exception {
        return new OnlineCheck(Optional.of(resolver), () -> Instant.now().plus(offset))
                .of(Settings.of(settings, "test", Set.of()), ROUTES);
    }

    private static List<String> only(OnlineFindings found, Grade grade) {
        return found.all().stream().filter(one -> one.grade() == grade).map(OnlineFinding::what).toList();
    }

    private void put(ResourceRecordSet... sets) throws Exception {
        for (ResourceRecordSet set : sets) {
            zone.change(List.of(RecordChange.upsert(set)));
        }
    }

    private static ResourceRecordSet a(String name, String address) {
        return ResourceRecordSet.simple(name, RecordType.A, MINUTE, address);
    }
}
