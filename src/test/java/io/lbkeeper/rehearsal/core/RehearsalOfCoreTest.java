package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lbkeeper.rehearsal.Share;
import io.lbkeeper.rehearsal.core.Campaign.Played;
import io.lbkeeper.rehearsal.core.Campaign.Summary;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Happening;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The decision core under thousands of hours of random faults. Another base seed is drawn each time and printed;
 * {@code -Drehearsal.seed=…} plays that one schedule alone, and tells its story; {@code -Drehearsal.full=true} plays
 * 10,000 with two nodes and 2,000 with five, instead of a tenth of them.
 */
class RehearsalOfCoreTest {
    static final Optional<Long> ONLY = Optional.ofNullable(Long.getLong("rehearsal.seed"));

    @Test
    void twoNodesKeepAllPromises() {
        play(2, Share.of(10_000));
    }

    @Test
    void fiveNodesKeepAllPromises() {
        play(5, Share.of(2_000));
    }

    private static void play(int nodes, int schedules) {
        if (ONLY.isPresent()) {
            tell(new Campaign(Cluster.ofDefaults(nodes), Wiring.shipped(), ONLY.get(), 1), ONLY.get());
            return;
        }
        Campaign campaign = new Campaign(Cluster.ofDefaults(nodes), Wiring.shipped(), System.nanoTime(), schedules);
        Summary summary = campaign.play();
        System.out.println("rehearsal of the core: " + summary);
        assertThat(summary.moves()).as("the faults should have moved the name often").isGreaterThan(schedules / 2);
        summary.broken().stream().findFirst().ifPresent(first -> fail(summary + "\nThe first of them: "
                + first.verdict().breaches() + "\nRepeat it: mvn -B -q test -Dtest=RehearsalOfCoreTest "
                + "-Drehearsal.seed=" + first.seed() + "\nOthers: " + summary.broken().stream().skip(1).limit(5)
                        .map(Played::seed).toList()));
    }

    /** Plays one schedule alone, and prints its story. */
    static void tell(Campaign campaign, long seed) {
        Verdict verdict = campaign.story(seed);
        System.out.println(campaign.cluster().size() + " nodes, seed " + seed + ":\n" + verdict.trace().stream()
                .map(Happening::toString).collect(Collectors.joining("\n")));
        assertThat(verdict.breaches()).as("seed " + seed).isEmpty();
    }
}
