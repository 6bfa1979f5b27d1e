package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.check.online.OnlineCheck;
import io.lbkeeper.check.online.OnlineFinding;
import io.lbkeeper.check.online.OnlineFindings;
import io.lbkeeper.cycle.Ear;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.service.FirstLook;
import io.lbkeeper.settings.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services behind real HAProxies, whose settings differ: what they say of it, and what who looks is told. */
class SettingsAgreementIT {
    private static final Path ROUTES = Path.of("routes").toAbsolutePath();
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private HaproxyPair pair;

    @BeforeEach
    void startWhatTheyStandOn() throws Exception {
        pair = new HaproxyPair(folder);
    }

    @AfterEach
    void stopAll() throws Exception {
        pair.close();
    }

    @Test
    void bothSayWhatDiffersUntilItDoesNot() throws Exception {
        Node lb1 = start("lb1", Map.of());
        Node lb2 = start("lb2", Map.of("lb.hold-down", "7s", "lb.check.fall", "4"));
        awaitSaid(lb1, "The settings of lb1 and lb2 differ: lb.check.fall is 3 on lb1 and 4 on lb2; "
                + "lb.hold-down is 60s on lb1 and 7s on lb2. Make them the same on both.");
        awaitSaid(lb2, "The settings of lb2 and lb1 differ: lb.check.fall is 4 on lb2 and 3 on lb1; "
                + "lb.hold-down is 7s on lb2 and 60s on lb1. Make them the same on both.");
        assertThat(wrong(online("lb1", Map.of()))).containsExactlyInAnyOrder(
                "lb.check.fall differs between lb1 and lb2", "lb.hold-down differs between lb1 and lb2");
        lb2.close();
        start("lb2", Map.of());
        awaitSaid(lb1, "The settings of lb1 and lb2 agree again.");
        OnlineFindings found = online("lb1", Map.of());
        assertThat(wrong(found)).as("%s", found.all()).isEmpty();
        assertThat(found.isComplete()).as("%s", found.all()).isTrue();
        assertThat(lb1.said()).filteredOn(line -> line.startsWith("The settings of")).as("each told once").hasSize(2);
    }

    @Test
    void aLookIsNoSignOfLifeOfTheService() throws Exception {
        for (int i = 0; i < 2; i++) {
            try (FirstLook look = FirstLook.start(settings("lb1", Map.of()), ROUTES, Ear.DEAF)) {
                FirstLook.Seen seen = look.look();
                assertThat(seen.decision()).isInstanceOf(Decision.CreateRecord.class);
                assertThat(seen.observation().check("lb1").orElseThrow().agent()).as("after %s looks", i)
                        .isEqualTo(Agent.UNTOLD);
            }
        }
        assertThat(pair.zone.records()).as("the zone's own NS and SOA").hasSize(2);
    }

    private Node start(String node, Map<String, String> changed) throws Exception {
        return pair.start(node, values(node, changed));
    }

    private Map<String, String> values(String node, Map<String, String> changed) {
        Map<String, String> all = pair.settings(node, pair.haproxy(Pair.other(node)).stats().getPort());
        all.putAll(Map.of("lb.check.interval", "1s", "lb.check.fastinter", "100ms", "lb.check.timeout", "900ms",
                "lb.address.timeout", "900ms", "lb.route53.timeout", "900ms", "lb.records.interval", "1s",
                "lb.state-dir", folder.resolve("state-" + node).toString()));
        all.putAll(changed);
        return all;
    }

    private Settings settings(String node, Map<String, String> changed) throws Exception {
        Map<String, String> all = values(node, changed);
        all.put("lb.node", node);
        return Settings.of(all, "settings of " + node, Set.of());
    }

    private OnlineFindings online(String node, Map<String, String> changed) throws Exception {
        InetSocketAddress parent = new InetSocketAddress(InetAddress.getLoopbackAddress(), pair.route53.dnsPort());
        return new OnlineCheck(Optional.of(parent), Instant::now).of(settings(node, changed), ROUTES);
    }

    private static List<String> wrong(OnlineFindings found) {
        return found.all().stream().filter(one -> one.grade() == OnlineFinding.Grade.WRONG).map(OnlineFinding::what)
                .toList();
    }

    private static void awaitSaid(Node node, String line) {
        await("'" + line + "'").atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(node.said()).contains(line));
    }
}
