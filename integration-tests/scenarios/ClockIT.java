package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import services.Ports;

/** One lbkeeper, lb1, as a process whose clock is changed and which is stopped; lb2 is but a stats page. */
class ClockIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;
    private final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
    private LocalRoute53 route53;
    private FakeHaproxy own;
    private FakeHaproxy peer;
    private int port;

    @BeforeEach
    void start() throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(zone), Duration.ZERO);
        port = Ports.free(Pair.address("lb1"), Pair.address("lb2"));
        own = new FakeHaproxy("lb1", new InetSocketAddress(Pair.address("lb1"), port));
        peer = new FakeHaproxy("lb2", new InetSocketAddress(Pair.address("lb2"), port));
    }

    @AfterEach
    void stop() {
        own.close();
        peer.close();
        route53.close();
    }

    @Test
    void aClockThatIsSetNeitherStopsTheCyclesNorShortensNorLengthensAHoldDown() throws Exception {
        write(4, "lb2");
        try (Lbkeeper lb1 = lbkeeper(clock(), Map.of("lb.hold-down", "20s"))) {
            lb1.awaitOutput("KeepRecord: lb2 owns lb.example.com");
            awaitChecks("at first", lb1);
            set("+1d");
            awaitChecks("after the step forward", lb1);
            peer.kill();
            awaitOwner("lb1", lb1);
            Duration moved = Duration.ofNanos(System.nanoTime());
            assertThat(lastLogged(lb1)).as("its clock, by its log").isAfter(OffsetDateTime.now().plusHours(23));

            write(Integer.parseInt(claim().replaceAll(".*epoch=(\\d+).*", "$1")) + 1, "lb2");
            lb1.awaitOutput("lb.hold-down");
            set("-1h");
            awaitChecks("after the step back", lb1);
            awaitOwner("lb1", lb1);
            assertThat(Duration.ofNanos(System.nanoTime()).minus(moved)).as("time between the two moves; it said: %s",
                    lb1.output()).isGreaterThan(Duration.ofSeconds(19));
            assertThat(lastLogged(lb1)).as("its clock, by its log").isBefore(OffsetDateTime.now().minusMinutes(59));
            assertThat(lb1.output()).doesNotContain("ERROR");
        }
    }

    @Test
    void aPauseOfTheProcessIsNotItsEnd() throws Exception {
        write(4, "lb2");
        try (Lbkeeper lb1 = lbkeeper(Map.of(), impatient("4s"))) {
            lb1.awaitOutput("KeepRecord: lb2 owns lb.example.com");
            awaitChecks("at first", lb1);
            lb1.signal("STOP");
            await("a pause longer than lb.watchdog").pollDelay(Duration.ofSeconds(6)).until(() -> true);
            lb1.signal("CONT");
            lb1.awaitOutput("RefuseToMove: Nothing was done here for");
            awaitChecks("after the pause", lb1);
            lb1.awaitOutput("KeepRecord: lb2 owns lb.example.com");
            assertThat(lb1.isRunning()).as(lb1.output()).isTrue();
            assertThat(zone.records().toString()).as("nothing was written").contains("epoch=4");
        }
    }

    @Test
    void aStepThatHangsEndsTheProcessWithOneAndSaysWhere() throws Exception {
        Path routes = folder.resolve("routes");
        Files.createDirectories(routes.resolve("kamelets"));
        for (Path file : List.of(routes, routes.resolve("kamelets"))) {
            copyInto(file, Path.of("routes").resolve(routes.relativize(file)));
        }
        Files.writeString(routes.resolve("notify.camel.yaml"), """
                - route:
                    id: notify
                    description: Waits for somebody who does not come.
                    from:
                      uri: direct:notify
                      steps:
                        - delay:
                            id: wait-for-nobody
                            constant: "3600000"
                """);
        try (Lbkeeper lb1 = lbkeeper(Map.of(), impatient("5s"), "--routes", routes.toString())) {
            assertThat(lb1.awaitExit()).as(lb1.output()).isEqualTo(1);
            assertThat(lb1.output()).contains("ERROR No cycle has completed for 5000 ms (lb.watchdog)")
                    .contains("step wait-for-nobody of notify");
        }
    }

    /** As long as that watchdog allows, so that a check in time is no matter of what else the machine does. */
    private static Map<String, String> impatient(String watchdog) {
        return Map.of("lb.check.interval", "1s", "lb.check.fastinter", "200ms", "lb.check.timeout", "400ms",
                "lb.address.timeout", "200ms", "lb.route53.timeout", "300ms", "lb.watchdog", watchdog);
    }

    /**
     * libfaketime changes the wall clock of one process as this file says, and leaves the monotonic one alone. It wakes
     * the JVM's waiting threads reliably only in this variant, and without its "fix" for monotonic waits.
     */
    private Map<String, String> clock() throws IOException {
        set("+0");
        return Map.of("LD_PRELOAD", libfaketime().toString(),
                "FAKETIME_TIMESTAMP_FILE", folder.resolve("clock").toString(), "FAKETIME_NO_CACHE", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1", "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    private static Path libfaketime() throws IOException {
        try (Stream<Path> places = Files.list(Path.of("/usr/lib"))) {
            return places.map(place -> place.resolve("faketime/libfaketime.so.1")).filter(Files::exists).findFirst()
                    .orElseThrow(() -> new AssertionError("no libfaketime, which this test needs; bin/test installs "
                            + "it (see bin/prepare)"));
        }
    }

    private void set(String offset) throws IOException {
        Path written = Files.writeString(folder.resolve("clock.new"), offset + "\n");
        Files.move(written, folder.resolve("clock"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static OffsetDateTime lastLogged(Lbkeeper lbkeeper) {
        String[] lines = lbkeeper.output().split("\n");
        return OffsetDateTime.parse(lines[lines.length - 1].split(" ")[0]);
    }

    private void awaitChecks(String when, Lbkeeper lbkeeper) {
        int before = own.asked();
        await("three checks " + when).atMost(PATIENCE).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(lbkeeper.output());
            }
        }).until(() -> own.asked() >= before + 3);
    }

    private void awaitOwner(String node, Lbkeeper lbkeeper) {
        await(node + " as the owner").atMost(PATIENCE).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(lbkeeper.output());
            }
        }).until(() -> claim().contains("owner=" + node));
    }

    private String claim() {
        return zone.find("_owner." + Pair.SERVICE, RecordType.TXT).orElseThrow().values().get(0);
    }

    /** Writes what {@code owner} would have written as the owner. */
    private void write(int epoch, String owner) throws Exception {
        List<RecordChange> changes = new ArrayList<>();
        for (ResourceRecordSet set : List.of(PairIT.set(Pair.SERVICE, RecordType.A, Pair.address(owner)),
                PairIT.set("_owner." + Pair.SERVICE, RecordType.TXT, "\"v=1 owner=" + owner + " address="
                        + Pair.address(owner) + " epoch=" + epoch + " nonce=by-hand-" + epoch + " inter=1\""),
                PairIT.set(owner + ".example.com.", RecordType.A, Pair.address(owner)))) {
            changes.add(RecordChange.upsert(set));
        }
        zone.change(changes);
    }

    private static void copyInto(Path to, Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private Lbkeeper lbkeeper(Map<String, String> environment, Map<String, String> more, String... options)
            throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE",
                "lb.route53.endpoint", "http://127.0.0.1:" + route53.apiPort(), "lb.address", Pair.address("lb1"),
                "lb.state-dir", folder.resolve("state").toString()));
        settings.putAll(Map.of("lb.check.interval", "1s", "lb.check.timeout", "500ms", "lb.address.timeout", "500ms",
                "lb.check.fastinter", "200ms", "lb.route53.timeout", "900ms", "lb.records.interval", "1s",
                "lb.check.url", "http://{address}:" + port + "/stats;csv",
                "lb.check.own-url", "http://" + Pair.address("lb1") + ":" + port + "/stats;csv", "lb.http", ""));
        settings.putAll(more);
        List<String> arguments = new ArrayList<>(List.of("run", "--config",
                Lbkeeper.settings(folder, "lb1", settings).toString()));
        arguments.addAll(List.of(options));
        return new Lbkeeper(folder, environment, arguments.toArray(String[]::new));
    }
}
