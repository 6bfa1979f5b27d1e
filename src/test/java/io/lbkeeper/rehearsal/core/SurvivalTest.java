package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Powers;
import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which faults a DNS provider of each kind does not survive: the list neither grows nor shrinks unseen. */
class SurvivalTest {
    private static final Path GOLDEN = Path.of("src/test/resources/rehearsals/not-survived.txt");
    private static final int TIMES = 4;

    @Test
    void isAsWrittenDown() throws IOException {
        List<String> lines = new ArrayList<>();
        kind("can do all", Powers.FULL, lines);
        kind("can't compare and swap", new Powers(false, true), lines);
        kind("can't compare and swap, and keeps no owner record", new Powers(false, false), lines);
        String told = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("rehearsals.write")) {
            Files.writeString(GOLDEN, told);
        }
        assertThat(told).as("after a change that is meant so: -Dtest=SurvivalTest -Drehearsals.write=true")
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static void kind(String words, Powers powers, List<String> lines) {
        for (int nodes = 2; nodes <= (powers.equals(Powers.FULL) ? 2 : 3); nodes++) {
            Cluster cluster = Cluster.ofDefaults(nodes).with(powers);
            lines.add(nodes + " nodes, and a provider that " + words + ":");
            Catalogue.all(cluster).forEach(scenario -> {
                Set<String> broken = broken(cluster, scenario, TIMES);
                if (!broken.isEmpty()) {
                    lines.add("  " + scenario.name() + ": " + String.join(", ", broken));
                }
            });
        }
    }

    static Set<String> broken(Cluster cluster, Scenario scenario, int times) {
        Set<String> broken = new TreeSet<>();
        for (long seed = 1; seed <= times; seed++) {
            Verdict verdict = CoreRun.of(cluster, scenario.schedule(seed), seed, Wiring.shipped(), Trace.off());
            verdict.breaches().stream().map(Breach::invariant).forEach(broken::add);
            if (verdict.isGood() && !scenario.expected().judge(verdict).isEmpty()) {
                broken.add("as-expected");
            }
        }
        return broken;
    }
}
