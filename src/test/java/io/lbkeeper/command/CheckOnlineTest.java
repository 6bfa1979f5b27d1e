package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.service.StatsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code lbkeeper check --online} as a command: what it prints last, and its exit codes. */
@Timeout(60)
class CheckOnlineTest {
    @TempDir
    private Path folder;
    private LocalRoute53 route53;
    private StatsServer own;

    @BeforeEach
    void start() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(HostedZone.create("ZEXAMPLE", "example.com")),
                Duration.ZERO);
        own = new StatsServer("lb1", "127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        route53.close();
        own.close();
    }

    @Test
    void whereNothingIsWrongTheAnswerIsYes() throws IOException {
        CommandLineRun run = check(List.of("lb.nodes=lb1"), "--online", "--resolver", "127.0.0.1:"
                + route53.dnsPort());
        assertThat(run.out()).contains("ok: ", "online, delegation: note: the zone example.com is delegated to its own")
                .endsWith("online: 1 warning\n");
        assertThat(run.exitCode()).as(run.out()).isZero();
    }

    @Test
    void whatCouldNotBeAskedIsNoYes() throws IOException {
        CommandLineRun run = check(List.of("lb.nodes=lb1,lb2"), "--online");
        assertThat(run.out()).contains("online, lb2's HAProxy: could not ask: its address is not known")
                .endsWith("online: 1 warning, 1 unanswered question\n");
        assertThat(run.exitCode()).as(run.out()).isEqualTo(3);
    }

    @Test
    void whatIsWrongComesBeforeWhatCouldNotBeAsked() throws IOException {
        own.close();
        CommandLineRun run = check(List.of("lb.nodes=lb1,lb2"), "--online");
        assertThat(run.out()).containsSubsequence("online, lb1's HAProxy: it can't be reached", "could not ask: ",
                "note: ", "online: 1 problem, 1 warning, 1 unanswered question\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedForSettingsThatAreNoGood() throws IOException {
        CommandLineRun run = check(List.of("lb.nodes=lb1", "lb.ttl=forever"), "--online");
        assertThat(run.out()).contains("lb.ttl").endsWith(
                "online: nothing was asked, since settings and routes are not good yet\n");
        assertThat(own.asked()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedUnasked() throws IOException {
        CommandLineRun run = check(List.of("lb.nodes=lb1"));
        assertThat(run.out()).doesNotContain("online");
        assertThat(own.asked()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.53, 192.0.2.53, 53", "192.0.2.53:5353, 192.0.2.53, 5353", "localhost:54, 127.0.0.1, 54",
        "2001:db8::53, 2001:db8:0:0:0:0:0:53, 53", "[2001:db8::53]:54, 2001:db8:0:0:0:0:0:53, 54",
        "::1, 0:0:0:0:0:0:0:1, 53"})
    void aResolverIsAHostAndPerhapsAPort(String text, String address, int port) throws UsageException {
        InetSocketAddress resolver = OnlineOptions.address(text);
        assertThat(resolver.getAddress().getHostAddress()).isEqualTo(address);
        assertThat(resolver.getPort()).isEqualTo(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "192.0.2.53:", "192.0.2.53:0", "192.0.2.53:65536", "[192.0.2.53", "a:b", "a:1:2"})
    void whatIsNoResolverIsBadUsage(String text) {
        assertThatThrownBy(() -> OnlineOptions.address(text)).isInstanceOf(UsageException.class)
                .hasMessageContaining("--resolver " + text);
    }

    private CommandLineRun check(List<String> more, String... options) throws IOException {
        List<String> lines = new ArrayList<>(List.of("lb.node=lb1", "lb.domain=example.com",
                "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE", "lb.address=127.0.0.1",
                "lb.route53.endpoint=http://127.0.0.1:" + route53.apiPort(),
                "lb.check.own-url=http://127.0.0.1:" + own.port() + "/stats;csv",
                "lb.state-dir=" + folder.resolve("state")));
        lines.addAll(more);
        List<String> words = new ArrayList<>(List.of("check", "--config", Files.write(folder.resolve(
                "lbkeeper.properties"), lines).toString(), "--routes", "routes"));
        words.addAll(List.of(options));
        return CommandLineRun.of(words.toArray(String[]::new));
    }
}
