package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.faults.FaultKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Bad options: one clear line and exit code 2. The good ones are tried with the real process. */
class LocalRoute53CommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... options) {
        List<String> all = new ArrayList<>(List.of("--api", "127.0.0.1:0", "--dns", "127.0.0.1:0"));
        List<String> given = List.of(options);
        given.stream().filter(all::contains).toList().forEach(option -> {
            int at = all.indexOf(option);
            all.subList(at, at + 2).clear();
        });
        all.addAll(given);
        return new CommandLine(new LocalRoute53Command()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
    }

    private void assertOneLine(int exitCode, String... parts) {
        assertThat(exitCode).as(err.toString()).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(1).first().asString().startsWith("local-route53: ").contains(parts);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"--api 127.0.0.1", "--api :8053", "--api 127.0.0.1:65536", "--api ::1:80",
        "--dns 127.0.0.1:", "--dns 127.0.0.1:x", "--dns [::1:8054"})
    void anAddressIsHostAndPort(String option, String value) {
        assertOneLine(run(option, value), option + " " + value, "is not HOST:PORT", "write 127.0.0.1:8053");
    }

    @Test
    void aHostHasAnAddress() {
        assertOneLine(run("--api", "no-such-host.invalid:0"), "no address found for host no-such-host.invalid");
    }

    @ParameterizedTest
    @CsvSource({"example.com,is not NAME=ID", "=Z1,is not NAME=ID", "example.com=z-1,is not 1 to 32 of A-Z and 0-9",
        "a..b=Z1,DomainLabelEmpty", "*.example.com=Z1,begins with *"})
    void aZoneIsNameAndId(String zone, String problem) {
        assertOneLine(run("--zone", zone), "--zone " + zone, problem);
    }

    @Test
    void zonesAreDistinct() {
        assertOneLine(run("--zone", "example.com=Z1", "--zone", "example.net=Z1"), "example.net.=Z1", "another zone");
        err.getBuffer().setLength(0);
        assertOneLine(run("--zone", "example.com=Z1", "--zone", "Example.com=Z2"), "example.com.=Z2", "another zone");
    }

    @Test
    void aDurationHasItsUnit() {
        assertOneLine(run("--insync-after", "5"), "--insync-after 5 is not a duration", "write 500ms, 2s");
    }

    @Test
    void allThatIsWrongWithTheFaultsIsToldAtOnce() {
        assertOneLine(run("--fault", "slow", "--fault", "throttle:*:3", "--fault", "drop-after:ListZones"),
                "\"slow\" is none of throttle, prior-request,", "\"ListZones\" is neither * (all calls) nor one of");
    }

    @Test
    void aRateIsCallsASecond() {
        assertOneLine(run("--rate", "10"), "rate \"10\" is none: write calls a second and the burst",
                "10/s,burst 50");
    }

    @Test
    void aKeyIsInAFileThatIsThere() {
        assertOneLine(run("--credentials", "/nowhere/keys"), "credentials file /nowhere/keys cannot be read");
        err.getBuffer().setLength(0);
        assertOneLine(run("--credentials", "/dev/null"), "credentials file /dev/null holds no key: write a line"
                + " KEY:SECRET");
    }

    @Test
    void theHelpExplainsEachFault() {
        String help = CommandLineRun.of("local-route53", "--help").out();
        for (FaultKind kind : FaultKind.values()) {
            assertThat(help).containsPattern("(?m)^  " + kind.word() + (kind.takesTime() ? "=TIME" : "") + " +"
                    + Pattern.quote(kind.effect()) + "$");
        }
        assertThat(help.replaceAll("\\s+", " ")).contains("KIND[=TIME][:CALL[:TIMES]]", "or a chance, 30% for",
                "GET http://HOST:PORT/local/faults", "--rate=RATE", "--seed=NUMBER", "--credentials=FILE|env");
    }

    @Test
    void aPortInUseIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            assertOneLine(run("--api", address), "cannot listen for the API on " + address, "in use");
            err.getBuffer().setLength(0);
            assertOneLine(run("--dns", address), "cannot listen for DNS on " + address, "in use");
        }
    }
}
