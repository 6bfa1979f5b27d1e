package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    static final Path SAMPLE = Path.of("src/main/conf/lbkeeper.properties");

    @Test
    void takesTheSampleAsItIs() throws Exception {
        Settings settings = Settings.read(SAMPLE, Set.of());

        assertThat(settings.node()).isEqualTo("lb1");
        assertThat(settings.nodes()).containsExactly("lb1", "lb2");
        assertThat(settings.peers()).containsExactly("lb2");
        assertThat(settings.domain()).isEqualTo("example.com");
        assertThat(settings.service()).isEqualTo("lb.example.com");
        assertThat(settings.zoneId()).contains("Z0123456789ABCDEFGHIJ");
    }

    @Test
    void fillsInTheDefaults() throws Exception {
        Settings settings = settings(Map.of());

        assertThat(settings.dns()).isEqualTo("route53");
        assertThat(settings.provider()).isEqualTo("route53");
        assertThat(settings.ttl()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.address()).isEqualTo(new AddressSource.Imds(URI.create("http://169.254.169.254")));
        assertThat(settings.addressTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.checkUrl()).isEqualTo("http://{address}:8404/stats;csv");
        assertThat(settings.ownCheckUrl()).isEqualTo(URI.create("http://127.0.0.1:8404/stats;csv"));
        assertThat(settings.peerAddress("lb2")).isEmpty();
        assertThat(settings.checks().user()).isEmpty();
        assertThat(settings.checks().password()).isEmpty();
        assertThat(settings.checks().passwordOverHttp()).isFalse();
        assertThat(settings.backends()).isEmpty();
        assertThat(settings.frontends()).isEmpty();
        assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.fastinter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.tick()).isEqualTo(Duration.ofSeconds(1));
        assertThat(settings.checkTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.confirmations()).isEqualTo(4);
        assertThat(settings.fall()).isEqualTo(3);
        assertThat(settings.rise()).isEqualTo(2);
        assertThat(settings.grace()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.holdDown()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.recordsInterval()).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.stateDir()).isEqualTo(Path.of("/var/lib/lbkeeper"));
        assertThat(settings.dryRun()).isFalse();
        assertThat(settings.endpoint()).isEmpty();
        assertThat(settings.apiTimeout()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void servesItsStatusOnThisMachineAloneUnlessToldOtherwise() throws Exception {
        assertThat(settings(Map.of()).reporting().http()).contains(new InetSocketAddress("127.0.0.1", 8405));
        assertThat(settings(Map.of("lb.http", "")).reporting().http()).isEmpty();
        assertThat(settings(Map.of("lb.http", "[::1]:0")).reporting().http()).contains(new InetSocketAddress("::1", 0));
        assertThat(settings(Map.of("lb.http", "0.0.0.0:80")).reporting().http())
                .contains(new InetSocketAddress("0.0.0.0", 80));
        assertThat(settings(Map.of("lb.http", "localhost:80")).reporting().http().orElseThrow().getAddress())
                .matches(InetAddress::isLoopbackAddress);
    }

    @Test
    void reckonsHowLongNoCycleMayCompleteFromWhatOneMayTake() throws Exception {
        assertThat(settings(Map.of()).watchdog()).isEqualTo(Duration.ofSeconds(2 * (5 + 2 * 2 + 3 * 3 + 4 * 2)));
        assertThat(settings(Map.of("lb.check.interval", "1m")).watchdog()).isEqualTo(Duration.ofSeconds(2 * 81));
        assertThat(settings(Map.of("lb.check.interval", "1s", "lb.check.timeout", "100ms", "lb.address.timeout",
                "100ms", "lb.route53.timeout", "100ms")).watchdog()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings(Map.of("lb.watchdog", "26s")).watchdog()).isEqualTo(Duration.ofSeconds(26));
        assertThat(settings(Map.of("lb.watchdog", "26s")).placeholders()).containsEntry("lb.watchdog", "26000");
        assertThatThrownBy(() -> settings(Map.of("lb.watchdog", "25s"))).hasMessageContaining(
                "lb.watchdog=25s: is shorter than a cycle may take; allowed: at least 26000ms");
    }

    @Test
    void givesWhatIsSet() throws Exception {
        Settings settings = settings(Map.of("lb.nodes", "lb1, lb2 ,lb3", "lb.check.backends", "app, api",
                "lb.peer.lb3.address", "2001:db8::3", "lb.check.user", "ops", "lb.check.password", "s3cret #1",
                "lb.check.interval", "1m30s", "lb.check.fastinter", "1s500ms", "lb.records.interval", "2m",
                "lb.dry-run", "true"));

        assertThat(settings.nodes()).containsExactly("lb1", "lb2", "lb3");
        assertThat(settings.backends()).containsExactly("app", "api");
        assertThat(settings.peerAddress("lb3")).contains(InetAddress.getByName("2001:db8::3"));
        assertThat(settings.checks().password()).contains("s3cret #1");
        assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(90));
        assertThat(settings.tick()).isEqualTo(Duration.ofMillis(1500));
        assertThat(settings.dryRun()).isTrue();
    }

    @Test
    void takesSeveralServiceNamesInTheirOrder() throws Exception {
        Settings settings = settings(Map.of("lb.service", "lb.example.com, www.example.com,api.example.com"));
        assertThat(settings.services()).containsExactly("lb.example.com", "www.example.com", "api.example.com");
        assertThat(settings.service()).isEqualTo("lb.example.com");
        assertThat(settings.placeholders()).containsEntry("lb.service",
                "lb.example.com,www.example.com,api.example.com");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            lb.example.com,lb.example.com      | name 2 of 2 was there before
            lb.example.com,                    | name 2 of 2 is empty
            lb.example.com,_owner.www.example.com | name 2 of 2 is the name of an owner record
            www.example.com,lb2.example.com    | has lb2.example.com, which is the name of a node record
            lb.example.com,www.example.net     | has lb.example.com and www.example.net, which can't be in one
            """)
    void judgesEachOfSeveralServiceNames(String names, String problem) {
        assertThatThrownBy(() -> settings(Map.of("lb.service", names))).isInstanceOf(SettingsException.class)
                .hasMessageContaining("lb.service").hasMessageContaining(problem);
    }

    @Test
    void takesAsManyServiceNamesAsOneBatchCanMove() throws Exception {
        String most = IntStream.range(0, 400).mapToObj(i -> "n" + i + ".example.com").collect(Collectors.joining(","));
        assertThat(settings(Map.of("lb.service", most)).services()).hasSize(400);
        assertThatThrownBy(() -> settings(Map.of("lb.service", most + ",one-more.example.com")))
                .hasMessageContaining("has 401 names: one batch of Route 53's could not move them all");
    }

    @Test
    void tellsTheFourSourcesOfTheOwnAddressApart() throws Exception {
        assertThat(address("203.0.113.10")).isEqualTo(
                new AddressSource.Literal(InetAddress.getByName("203.0.113.10"), "203.0.113.10"));
        assertThat(address("2001:db8::1")).isInstanceOf(AddressSource.Literal.class);
        assertThat(address("interface:eth0")).isEqualTo(new AddressSource.Interface("eth0"));
        assertThat(address("https://ip.example.org/")).isEqualTo(
                new AddressSource.Http(URI.create("https://ip.example.org/")));
        assertThat(address("imds")).isInstanceOf(AddressSource.Imds.class);
    }

    @Test
    void asksForNoZoneOfAnOperatorsOwnProvider() throws Exception {
        Map<String, String> values = Map.of("lb.node", "lb1", "lb.nodes", "lb1", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.dns", "acme");

        Settings settings = Settings.of(values, "test", Set.of("acme"));

        assertThat(settings.provider()).isEqualTo("acme");
        assertThat(settings.zoneId()).isEmpty();
        assertThat(settings.placeholders().stringPropertyNames()).noneMatch(key -> key.contains("aws2-route53"));
    }

    @Test
    void takesValuesFromTheEnvironmentAndFromFiles(@TempDir Path dir) throws Exception {
        Path password = Files.writeString(dir.resolve("password"), "  hunter2\n");
        Map<String, String> values = Map.of("lb.check.user", "{{env:USER_OF_STATS:ops}}",
                "lb.check.password", "{{file:" + password + "}}", "lb.check.own-url", "{{env:URL:http://[::1]:1/}}",
                "lb.service", "{{env:NAME}}.example.com");

        Settings settings = settings(values, Map.of("NAME", "www")::get);

        assertThat(settings.checks().user()).contains("ops");
        assertThat(settings.checks().password()).contains("hunter2");
        assertThat(settings.ownCheckUrl()).isEqualTo(URI.create("http://[::1]:1/"));
        assertThat(settings.service()).isEqualTo("www.example.com");
    }

    @Test
    void neverShowsWhatAFileHolds(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("password"), "CANARY and {{more}}");
        Path lines = Files.writeString(dir.resolve("lines"), "CANARY\nCANARY");
        Path bytes = Files.write(dir.resolve("bytes"), new byte[] {'C', 'A', 'N', 'A', 'R', 'Y', (byte) 0xff});
        Path large = Files.writeString(dir.resolve("large"), "CANARY".repeat(20_000));
        Map<String, String> values = Map.of("lb.check.password", "{{file:" + file + "}}",
                "lb.node", "{{file:" + lines + "}}", "lb.ttl", "{{file:" + bytes + "}}",
                "lb.address", "{{file:" + large + "}}");

        assertThatThrownBy(() -> settings(values)).isInstanceOf(SettingsException.class)
                .hasMessageContaining("lb.check.password=******: has a {{ or }} that is no part of a reference")
                .hasMessageContaining("lb.node={{file:" + lines + "}}: has a line break")
                .hasMessageContaining("cannot be read (not UTF-8)")
                .hasMessageContaining("larger than 64 KiB")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void namesTheSourceWhereThereIsNoFile() {
        assertThatThrownBy(() -> settings(Map.of("lb.ttl", "60")))
                .hasMessageStartingWith("test: lb.ttl=60: has no unit; allowed: ");
    }

    @Test
    void saysWhyAFileCannotBeRead(@TempDir Path dir) {
        Path missing = dir.resolve("missing.properties");

        assertThatThrownBy(() -> Settings.read(missing, Set.of())).isInstanceOf(SettingsException.class)
                .hasMessage(missing + ":1: cannot be read (no such file); allowed: a readable text file in UTF-8 of "
                        + "at most 1 MiB");
        assertThatThrownBy(() -> Settings.read(dir, Set.of())).isInstanceOf(SettingsException.class)
                .hasMessageContaining("Is a directory");
    }

    @Test
    void keepsControlCharactersOutOfMessages() {
        assertThatThrownBy(() -> settings(Map.of("lb.node", "lb1\u001b[31m\nlb2")))
                .hasMessageStartingWith("test: lb.node=lb1\\u001b[31m\\u000alb2: has a line break");
    }

    private static AddressSource address(String text) throws SettingsException {
        return settings(Map.of("lb.address", text)).address();
    }

    static Settings settings(Map<String, String> changes) throws SettingsException {
        return settings(changes, name -> null);
    }

    private static Settings settings(Map<String, String> changes, UnaryOperator<String> environment)
            throws SettingsException {
        Map<String, String> values = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2",
                "lb.domain", "example.com", "lb.service", "lb.example.com", "lb.route53.zone-id", "Z1"));
        values.putAll(changes);
        return Settings.judge(PropertiesFile.of(values, "test"), Set.of(), Optional.empty(), environment);
    }
}
