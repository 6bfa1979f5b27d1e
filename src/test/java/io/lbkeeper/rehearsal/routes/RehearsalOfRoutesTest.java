package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.lbkeeper.rehearsal.Share;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.routes.RouteCampaign.Played;
import io.lbkeeper.rehearsal.routes.RouteCampaign.Summary;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Happening;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The shipped routes under hundreds of hours of random faults. Another base seed is drawn each time and printed;
 * {@code -Drehearsal.seed=…} plays that one schedule alone, and tells its story; {@code -Drehearsal.full=true} plays
 * 300 with two nodes and 50 with five, instead of a tenth of them, of which {@link LevelsAgreeTest} plays and judges
 * a part.
 */
class RehearsalOfRoutesTest {
    private static final Optional<Long> ONLY = Optional.ofNullable(Long.getLong("rehearsal.seed"));
    private static final Path ROUTES = Path.of("routes");

    @Test
    void twoNodesKeepAllPromises() {
        play(2, Share.of(300, LevelsAgreeTest.PAIRS));
    }

    @Test
    void fiveNodesKeepAllPromises() {
        play(5, Share.of(50));
    }

    private static void play(int nodes, int schedules) {
        Cluster cluster = Cluster.ofDefaults(nodes);
        if (ONLY.isPresent()) {
            tell(new RouteCampaign(cluster, ROUTES, ONLY.get(), 1));
            return;
        }
        Summary summary = new RouteCampaign(cluster, ROUTES, System.nanoTime(), schedules).play();
        System.out.println("rehearsal of the routes: " + summary);
        assertThat(summary.all()).as("%s: each schedule is played once", summary).hasSize(schedules);
        assertThat(summary.moves()).as("the faults should have moved the name often").isGreaterThan(schedules / 2);
        summary.broken().stream().findFirst().ifPresent(first -> fail(summary + "\nThe first of them: "
                + first.verdict().breaches() + "\nRepeat it: mvn -B -q test -Dtest=RehearsalOfRoutesTest "
                + "-Drehearsal.seed=" + first.seed() + "\nOthers: " + summary.broken().stream().skip(1).limit(5)
                        .map(Played::seed).toList()));
    }

    private static void tell(RouteCampaign campaign) {
        Verdict verdict = campaign.story(campaign.seed());
        System.out.println(campaign.cluster().size() + " nodes, seed " + campaign.seed() + ":\n" + verdict.trace()
                .stream().map(Happening::toString).collect(Collectors.joining("\n")));
        assertThat(verdict.breaches()).as("seed " + campaign.seed()).isEmpty();
    }
}
