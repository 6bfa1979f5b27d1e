package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person starts it, from the distribution. */
class DemoIT {
    private static final Duration STARTED = Duration.ofSeconds(60);
    private static final Duration PROMPTLY = Duration.ofSeconds(6);

    @TempDir
    private Path folder;

    @Test
    void theStoryEndsWellAndLeavesNothingBehind() throws Exception {
        try (RunningDemo demo = RunningDemo.start(folder, "--once")) {
            assertThat(demo.exitCode(Duration.ofSeconds(90))).as(demo.output()).isZero();

            assertThat(demo.output()).containsPattern("kill -9 \\d+: (lb[12])'s HAProxy dies")
                    .containsPattern("lb[12] {6}(HandOver|TakeOver): lb[12] owns lb\\.example\\.com")
                    .containsPattern("answers: 127\\.\\S+\\.[12] \\(TTL 60, owner lb[12], epoch [23]\\)")
                    .containsPattern("the name moved in \\d+\\.\\d s after the kill")
                    .containsPattern("nothing moved back: lb[12] keeps the name");
            assertThat(demo.output().lines()).as("readable on 100 columns").allMatch(line -> line.length() <= 100);
            demo.assertNothingIsLeft();
        }
    }

    @Test
    void inATerminalThePersonMayPlay() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/script"))).as("script, of bsdutils").isTrue();
        try (RunningDemo demo = RunningDemo.startInTerminal(folder)) {
            demo.awaitOutput("Now it is your turn", Duration.ofSeconds(90));
            demo.type("a");
            demo.awaitOutput("lb2.example.com: 127.", PROMPTLY);
            demo.type("q");

            assertThat(demo.exitCode(PROMPTLY)).as(demo.output()).isZero();
            assertThat(demo.output()).contains("dig @127.").contains("aws route53 list-resource-record-sets");
            demo.assertNothingIsLeft();
        }
    }

    @Test
    void sigtermEndsItPromptlyAndAllItStarted() throws Exception {
        try (RunningDemo demo = RunningDemo.start(folder, "--once")) {
            demo.awaitOutput("starts lb2's lbkeeper", STARTED);
            demo.terminate();

            assertThat(demo.exitCode(PROMPTLY)).as(demo.output()).isEqualTo(143);
            demo.assertNothingIsLeft();
        }
    }

    @Test
    void killedItTakesAllItStartedAlong() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/setpriv"))).as("setpriv, of util-linux").isTrue();
        try (RunningDemo demo = RunningDemo.start(folder, "--once")) {
            demo.awaitOutput("starts lb2's lbkeeper", STARTED);
            demo.kill();

            assertThat(demo.exitCode(PROMPTLY)).isEqualTo(137);
            demo.assertNoProcessIsLeft();
        }
    }

    @Test
    void whenTheStoryGoesWrongItSaysSoAndKeepsTheLogs() throws Exception {
        try (RunningDemo demo = RunningDemo.start(folder, "--once")) {
            demo.awaitOutput("starts lb2's lbkeeper", STARTED);
            demo.killPartOf("lb2.properties");

            assertThat(demo.exitCode(PROMPTLY)).as(demo.output()).isEqualTo(1);
            demo.assertNoProcessIsLeft();
            assertThat(demo.output()).contains("failed: lb2's lbkeeper ended with exit code 137");
            // Not always the last line: that the part has ended may be told a moment later.
            Path logs = Path.of(demo.output().lines().filter(line -> line.startsWith("The logs are in ")).findFirst()
                    .orElseThrow().replace("The logs are in ", ""));
            assertThat(logs.resolve("lb2-lbkeeper.log")).isRegularFile();
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingIsStarted() throws Exception {
        String network = RunningDemo.freeNetwork();
        try (ServerSocket web = new ServerSocket()) {
            web.bind(new InetSocketAddress(InetAddress.getByName(network + ".2"), 8080));
            try (RunningDemo demo = RunningDemo.startOn(network, folder, "--once")) {
                assertThat(demo.exitCode(STARTED)).as(demo.output()).isEqualTo(2);
                assertThat(demo.output()).contains(network + ".2:8080 (TCP, for the service of lb2)")
                        .contains("ss -ltnup");
                demo.assertNothingIsLeft();
            }
        }
    }
}
