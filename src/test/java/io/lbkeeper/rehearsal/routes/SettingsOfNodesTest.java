package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Face;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Kind;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import io.lbkeeper.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator's own settings, which are one node's: all nodes are rehearsed with them. */
class SettingsOfNodesTest {
    private static final Schedule QUIET = Schedule.quiet(Duration.ofMinutes(10)).starting(Duration.ZERO,
            Duration.ofSeconds(8));
    private static final long SEED = 11;

    @ParameterizedTest
    @ValueSource(strings = {"imds", "interface:eth7", "http://ip.example.com/v4", "198.51.100.10"})
    void eachNodeLearnsItsAddressByTheShippedKamelet(String source) throws Exception {
        Verdict verdict = run(Map.of("lb.address", source), QUIET.with(120, 121, new Fault.AddressChanged("lb1",
                Fault.OldAddress.SILENT)).forGood(240, new Fault.MachineOff("lb1")));
        assertThat(verdict.trace()).as("the owner's new address, and then the other node's: %s", verdict.trace())
                .filteredOn(line -> line.kind() == Kind.CHANGE && line.text().contains("- lb.example.com A"))
                .hasSize(2);
        assertThat(verdict.holder()).contains("lb2");
        assertThat(verdict.breaches()).isEmpty();
    }

    @Test
    void backendsAndFrontendsThatAreAskedForAreOnThePage() throws Exception {
        Verdict verdict = run(Map.of("lb.check.backends", "shop,search", "lb.check.frontends", "public"),
                QUIET.with(120, 300, new Fault.HaproxyShows("lb1", Face.BACKENDS_DOWN)));
        assertThat(verdict.holder()).as("the backends of lb1 are down: %s", verdict.trace()).contains("lb2");
        assertThat(verdict.trace()).extracting(line -> line.text()).anyMatch(text -> text.contains("shop"));
        assertThat(verdict.breaches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"shop.example.org, www.shop.example.org", "nodes.example.net, www.example.net"})
    void theZoneIsTheOneOfTheNames(String domain, String service) throws Exception {
        Verdict verdict = run(Map.of("lb.domain", domain, "lb.service", service), QUIET.forGood(240,
                new Fault.MachineOff("lb1")));
        assertThat(verdict.breaches()).as("%s", verdict.trace()).isEmpty();
        assertThat(verdict.holder()).as("who has %s: %s", service, verdict.trace()).contains("lb2");
    }

    private static Verdict run(Map<String, String> own, Schedule schedule) throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2",
                "lb.domain", "example.com", "lb.service", "lb.example.com", "lb.dns", "route53",
                "lb.route53.zone-id", "ZREHEARSAL"));
        all.putAll(own);
        Cluster cluster = Cluster.of(Settings.of(all, "an operator's settings", Set.of()));
        try (RouteLevel level = new RouteLevel(cluster, Path.of("routes"))) {
            return level.run(schedule, SEED, Trace.kept());
        }
    }
}
