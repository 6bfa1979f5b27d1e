package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Powers;
import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.report.Shortfall;
import io.lbkeeper.rehearsal.world.Cluster;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random faults with a DNS provider that can do less: what it can promise all the same, it keeps. */
class RehearsalOfPowersTest {
    private static final int HOURS = 12;
    private static final long SEED = 1;

    @Test
    void onlyWhatCannotBeKeptIsBroken() {
        for (Powers powers : List.of(new Powers(false, true), new Powers(false, false))) {
            for (int nodes = 2; nodes <= 3; nodes++) {
                Campaign campaign = new Campaign(Cluster.ofDefaults(nodes).with(powers), Wiring.shipped(), SEED, HOURS);
                Campaign.Summary summary = campaign.play();
                assertThat(summary.moves()).as("%s", summary).isGreaterThan(HOURS);
                assertThat(summary.broken().stream().flatMap(RehearsalOfPowersTest::told)
                        .filter(told -> Shortfall.of(powers).lacks().keySet().stream().noneMatch(told::contains)))
                        .as("%s; play a seed again with Campaign.story", summary).isEmpty();
            }
        }
    }

    private static Stream<String> told(Campaign.Played played) {
        return played.verdict().breaches().stream().map(Breach::toString).map(told -> "seed " + played.seed() + ": "
                + told);
    }
}
