package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.PlainChecks;
import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.report.Shortfall;
import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.scenario.Generator;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Which faults checks that see less than a stats page don't survive: the list neither grows nor shrinks unseen. */
class BlindnessTest {
    private static final Path GOLDEN = Path.of("src/test/resources/rehearsals/not-seen.txt");
    private static final int HOURS = 12;
    private static final int TIMES = 2;
    private static final long SEED = 1;
    static final List<String> KINDS = PlainChecks.ALL;

    @Test
    void isAsWrittenDown() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String kind : KINDS) {
            lines.add("2 nodes, and checks by " + kind + ":");
            tell(PlainChecks.pair(kind), lines);
        }
        String told = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("rehearsals.write")) {
            Files.writeString(GOLDEN, told);
        }
        assertThat(told).as("after a change that is meant so: -Dtest=BlindnessTest -Drehearsals.write=true")
                .isEqualTo(Files.readString(GOLDEN));
    }

    private static void tell(Cluster cluster, List<String> lines) {
        for (Scenario scenario : Catalogue.all(cluster)) {
            Set<String> broken = new TreeSet<>(SurvivalTest.broken(cluster, scenario, TIMES));
            if (!broken.isEmpty()) {
                String excused = Shortfall.of(cluster, scenario.schedule()).covers(broken) ? "" : " (BROKEN)";
                lines.add("  " + scenario.name() + ": " + String.join(", ", broken) + excused);
            }
        }
    }

    /** What is not seen may cost what it says, and nothing else: no owner that lives is robbed, no state is lost. */
    @ParameterizedTest
    @FieldSource("KINDS")
    void inRandomHoursOnlyWhatCannotBeKeptIsBroken(String kind) {
        Cluster pair = PlainChecks.pair(kind);
        Campaign.Summary summary = new Campaign(pair, Wiring.shipped(), SEED, HOURS).play();
        assertThat(summary.moves()).as("%s", summary).isGreaterThan(HOURS);
        assertThat(summary.broken().stream().filter(played -> !Shortfall.of(pair, Generator.draw(pair.nodes(),
                played.seed())).covers(names(played))).map(played -> "seed " + played.seed() + ": " + names(played)))
                .as("%s; play a seed again with Campaign.story", summary).isEmpty();
    }

    private static List<String> names(Campaign.Played played) {
        return played.verdict().breaches().stream().map(Breach::invariant).distinct().toList();
    }
}
