package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.zone.RecordType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines of a pair to real HAProxies. Cycles come so seldom here that whatever happens soon was started by the end
 * of a line.
 */
class LinesIT {
    private static final Duration INTERVAL = Duration.ofSeconds(50);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private HaproxyPair pair;
    private Relay toLb1;
    private Node lb1;
    private Node lb2;

    @BeforeEach
    void startHaproxies() throws Exception {
        pair = new HaproxyPair(folder);
        toLb1 = pair.closing(new Relay(Pair.address("lb1"), pair.haproxy("lb1").stats()));
    }

    @AfterEach
    void stopAll() throws Exception {
        pair.close();
    }

    /** The floor is one check that is refused, four that confirm it, and one change. */
    @Test
    void aKilledHaproxyIsHandedOverAtOnceWithoutAGrace() throws Exception {
        startPair("0s");
        long struck = System.nanoTime();
        pair.haproxy("lb1").kill();
        await("the move").atMost(SOON).pollInterval(Duration.ofMillis(2)).until(() -> holder().equals("lb2"));
        System.out.println("killed HAProxy, lb.grace=0: " + Duration.ofNanos(System.nanoTime() - struck).toMillis()
                + " ms from kill -9 to the changed record");
    }

    @Test
    void oneThatIsBackWithinTheGraceCostsChecksAndNoMove() throws Exception {
        startPair("15s");
        long epoch = epoch();
        pair.haproxy("lb1").kill();
        awaitSaid(lb1, "it has lb.grace=15000 ms to come back.");
        pair.haproxy("lb1").revive();
        awaitSaid(lb1, "KeepRecord: lb1 owns lb.example.com at 127.0.1.1, and its own HAProxy is OK.", 2);
        assertThat(holder()).isEqualTo("lb1");
        assertThat(epoch()).as("a challenge by lb2 at the most, and its end; %s", pair.zone.records())
                .isLessThanOrEqualTo(epoch + 2);
    }

    @Test
    void aReloadCostsChecksAndNoMove() throws Exception {
        startPair("2s");
        long first = lb1.cycles();
        long second = lb2.cycles();
        pair.haproxy("lb1").reload();
        await("a cycle on both").atMost(SOON).until(() -> lb1.cycles() > first && lb2.cycles() > second);
        await("lb2's line to the new process").atMost(SOON).until(() -> toLb1.lines() == 1);
        assertThat(holder()).isEqualTo("lb1");
    }

    @Test
    void aStrayResetCostsACheckAndNothingElse() throws Exception {
        startPair("0s");
        long epoch = epoch();
        long before = lb2.cycles();
        awaitCycleByReset(before);
        await("the next line").atMost(SOON).until(() -> toLb1.lines() == 1);
        awaitCycleByReset(before + 1);
        await("time enough for another line").pollDelay(Duration.ofSeconds(1)).until(() -> true);
        assertThat(toLb1.lines()).as("lines, in the pause after two that came to nothing").isZero();
        assertThat(lb2.cycles()).isEqualTo(before + 2);
        assertThat(epoch()).as("nobody has written anything; %s", pair.zone.records()).isEqualTo(epoch);
    }

    private void awaitCycleByReset(long before) throws Exception {
        // Once it was surely read that the line is one.
        await("the answer to be read").pollDelay(Duration.ofMillis(200)).until(() -> true);
        toLb1.reset();
        await("a cycle").atMost(SOON).until(() -> lb2.cycles() == before + 1);
    }

    /** lb1 owns the name, both are steady, and lb2 has its line to lb1. */
    private void startPair(String grace) throws Exception {
        lb1 = start("lb1", pair.haproxy("lb2").stats().getPort(), grace);
        awaitSaid(lb1, "KeepRecord: lb1 owns lb.example.com at 127.0.1.1, and its own HAProxy is OK.");
        lb2 = start("lb2", toLb1.port(), grace);
        awaitSaid(lb2, "KeepRecord: lb1 owns lb.example.com at 127.0.1.1, and its HAProxy is OK.");
        await("lb2's line to lb1").atMost(SOON).until(() -> toLb1.lines() == 1);
    }

    private Node start(String node, int peersPort, String grace) throws Exception {
        Map<String, String> all = pair.settings(node, peersPort);
        all.putAll(Map.of("lb.check.interval", INTERVAL.toSeconds() + "s", "lb.check.fastinter", "500ms", "lb.grace",
                grace));
        return pair.start(node, all);
    }

    private String holder() {
        return pair.zone.find("lb.example.com.", RecordType.A).map(set -> set.values().get(0).replace("127.0.1.", "lb"))
                .orElse("nobody");
    }

    private long epoch() {
        String claim = pair.zone.find("_owner.lb.example.com.", RecordType.TXT).orElseThrow().values().get(0);
        return Long.parseLong(claim.replaceFirst(".* epoch=(\\d+) .*", "$1"));
    }

    private static void awaitSaid(Node node, String part) {
        awaitSaid(node, part, 1);
    }

    private static void awaitSaid(Node node, String part, long times) {
        await("'" + part + "', " + times + " times").atMost(SOON).conditionEvaluationListener(seen -> {
            if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                System.out.println(String.join("\n", node.said()));
            }
        }).until(() -> node.said().stream().filter(line -> line.contains(part)).count() >= times);
    }
}
