package scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.dnsupdate.DnsFront;
import io.lbkeeper.dnsupdate.SignedServer;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.rehearsal.provider.CloudflareApi;
import io.lbkeeper.rehearsal.provider.PowerdnsApi;
import io.lbkeeper.rehearsal.provider.WebApi;
import io.lbkeeper.rehearsal.provider.WebApiServer;
import io.lbkeeper.routes.Dyndns2Service;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import services.Ports;

/** The whole service at TRACE with each of the other DNS providers, all at once: what is said of them, and what not. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DnsProvidersIT {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final String LB = "lb.example.com";
    private static final String ZONE_ID = "023e105f4ecef8ad9ca31a8372d0c353";
    private static final String POWERDNS_KEY = "Pdns\"canary'&Q7)&Pdns-rest=Q7";
    private static final String CLOUDFLARE_TOKEN = "Cf-canary.Q7~Q7==";
    private static final String DYNDNS2_PASSWORD = "Dyn%21&+canary:Q7";
    private static final Canaries CANARIES = Canaries.of(SignedServer.SECRET, POWERDNS_KEY, "Pdns-rest",
            CLOUDFLARE_TOKEN, DYNDNS2_PASSWORD).with("a secret of this test", Canaries.base64(Dyndns2Service.USER
            + ":" + DYNDNS2_PASSWORD));

    @TempDir
    private static Path folder;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, Lbkeeper> services = new HashMap<>();
    private final Map<String, HostedZone> zones = new HashMap<>();
    private final Map<String, Integer> pages = new HashMap<>();
    private final AtomicBoolean angry = new AtomicBoolean();

    @BeforeAll
    void haveEachMakeItsRecords() throws Exception {
        SignedServer signed = new SignedServer();
        DnsFront primary = signed.start();
        HostedZone powerdns = HostedZone.create("ZPOWERDNS", "example.com");
        WebApiServer powerdnsApi = new WebApiServer(telling(new PowerdnsApi(POWERDNS_KEY)), powerdns);
        HostedZone cloudflare = HostedZone.create("ZCLOUDFLARE", "example.com");
        WebApiServer cloudflareApi = new WebApiServer(telling(new CloudflareApi(ZONE_ID, CLOUDFLARE_TOKEN)),
                cloudflare);
        Dyndns2Service dyndns2 = new Dyndns2Service(DYNDNS2_PASSWORD, Set.of(LB, "lb1.example.com"));
        running.addAll(List.of(primary, powerdnsApi, cloudflareApi, dyndns2));
        start("rfc2136", signed.zone(), Map.of("lb.rfc2136.zone", "example.com", "lb.rfc2136.servers",
                primary.address(), "lb.rfc2136.key-name", "lb1", "lb.rfc2136.key", SignedServer.SECRET));
        start("powerdns", powerdns, Map.of("lb.powerdns.url", powerdnsApi.url(), "lb.powerdns.zone", "example.com",
                "lb.powerdns.key", POWERDNS_KEY));
        start("cloudflare", cloudflare, Map.of("lb.cloudflare.url", cloudflareApi.url(), "lb.cloudflare.zone-id",
                ZONE_ID, "lb.cloudflare.token", CLOUDFLARE_TOKEN));
        start("dyndns2", dyndns2.zone, Map.of("lb.dyndns2.url", dyndns2.url(), "lb.dyndns2.user", Dyndns2Service.USER,
                "lb.dyndns2.password", DYNDNS2_PASSWORD, "lb.dyndns2.name-servers", dyndns2.nameServer()));
        zones.forEach((provider, zone) -> await(provider, "its records", () -> zone.find(LB, RecordType.A).isPresent()
                && written(provider, "status.json").contains("KeepRecord")
                && written(provider, "audit.log").contains("changeId")));
        angry.set(true);
        primary.close();
        dyndns2.close();
        Map.of("rfc2136", "nothing listens there", "powerdns", "look at lb.powerdns.key", "cloudflare",
                "look at lb.cloudflare.token", "dyndns2", "no name server of the zone has answered").forEach(
                        (provider, words) -> await(provider, words + " in its status", () ->
                                written(provider, "status.json").contains(words)));
    }

    private void await(String provider, String what, Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(LONG_ENOUGH).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(provider + ": " + what + " is not there; it said:\n" + services.get(provider)
                    .output().lines().filter(line -> line.contains(" lbkeeper ")).collect(Collectors.joining("\n")), e);
        }
    }

    @AfterAll
    void stop() throws Exception {
        services.values().forEach(Lbkeeper::close);
        for (AutoCloseable one : running) {
            one.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rfc2136", "powerdns", "cloudflare", "dyndns2"})
    void noneOfItsSecretsIsTold(String provider) throws Exception {
        for (String page : List.of("/", "/observe/status", "/observe/metrics", "/observe/health/ready")) {
            CANARIES.assertSilentIn(page(provider, page));
        }
        assertThat(page(provider, "/observe/metrics")).as("the metrics").contains("lbkeeper_");
        CANARIES.assertSilentIn(written(provider, "status.json"));
        CANARIES.assertSilentIn(written(provider, "audit.log"));
        CANARIES.assertSilentIn(services.get(provider).output());
    }

    @ParameterizedTest
    @CsvSource({"powerdns, X-API-Key: ******", "cloudflare, Authorization: Bearer ******",
        "dyndns2, Authorization: Basic ******"})
    void whatIsSentIsInTheLogAllTheSame(String provider, String header) {
        assertThat(services.get(provider).output()).contains(header);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            powerdns   | the DNS provider can't compare and swap, so a standby
            cloudflare | the DNS provider can't compare and swap, so a standby
            dyndns2    | ; and it keeps no owner record, so whose address the name holds is taken for the owner. Keep
            """)
    void whatItCannotDoIsToldAtStartInOneLine(String provider, String words) {
        assertThat(shortfalls(provider)).as("warnings of the start, of %s", folder).singleElement().asString()
                .contains("lb.dns=" + provider + ": the DNS provider can't compare and swap", words,
                        "Keep more than one path between the nodes, or use a provider that can (providers.md)");
    }

    @Test
    void ofOneThatCanDoAllNothingIsToldAtStart() {
        assertThat(shortfalls("rfc2136")).isEmpty();
    }

    private List<String> shortfalls(String provider) {
        return services.get(provider).output().lines().filter(line -> line.contains("WARN")
                && line.contains("lb.dns=")).toList();
    }

    /** As a proxy does that shows whom it refuses what he has sent. */
    private WebApi telling(WebApi api) {
        return (ask, zone, now) -> angry.get() ? new WebApi.Reply(401, "text/plain", "Unauthorized: " + ask.headers())
                : api.answer(ask, zone, now);
    }

    private void start(String provider, HostedZone zone, Map<String, String> own) throws IOException {
        int port = Ports.free("127.0.0.1");
        FakeHaproxy haproxy = new FakeHaproxy("lb1", new InetSocketAddress("127.0.0.1", port));
        running.add(haproxy);
        int page = Ports.free("127.0.0.1");
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1", "lb.domain",
                "example.com", "lb.service", LB, "lb.dns", provider, "lb.address", "127.0.0.1", "lb.state-dir",
                folder.resolve(provider).toString(), "lb.check.own-url", "http://127.0.0.1:" + port + "/stats;csv",
                "lb.http", "127.0.0.1:" + page));
        all.put("lb.check.interval", "4s");
        all.putAll(own);
        Path logging = Files.writeString(folder.resolve("trace.xml"), Canaries.TRACE);
        zones.put(provider, zone);
        pages.put(provider, page);
        services.put(provider, new Lbkeeper(folder, Map.of("LBKEEPER_JAVA_OPTS", "-Xmx192m "
                + "-Dlogback.configurationFile=" + logging), "run", "--config",
                Lbkeeper.settings(folder, provider, all).toString()));
    }

    private static String written(String provider, String file) throws IOException {
        Path path = folder.resolve(provider).resolve(file);
        return Files.exists(path) ? Files.readString(path) : "";
    }

    private String page(String provider, String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                + pages.get(provider) + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
