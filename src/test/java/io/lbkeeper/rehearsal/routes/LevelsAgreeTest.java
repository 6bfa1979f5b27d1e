package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.PlainChecks;
import io.lbkeeper.rehearsal.core.CoreRun;
import io.lbkeeper.rehearsal.core.Wiring;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.scenario.Generator;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The pure level's agent is Java that says what the routes do. Here is what keeps it honest: on both levels the same
 * schedule gives the same story, each decision at the same moment and for the same reason. What is random is judged
 * too: {@link RehearsalOfRoutesTest} counts it as played.
 */
class LevelsAgreeTest {
    static final int PAIRS = 15;
    private static final int FIVES = 2;

    @Test
    void onRandomSchedulesOfTwoNodes() {
        agreeOnRandomSchedules(2, PAIRS);
    }

    @Test
    void onRandomSchedulesOfFiveNodes() {
        agreeOnRandomSchedules(5, FIVES);
    }

    @Test
    void onEachScenarioOfTheCatalogue() {
        Cluster pair = Cluster.ofDefaults(2);
        try (RouteLevel routes = new RouteLevel(pair, Path.of("routes"))) {
            for (Scenario scenario : Catalogue.all(pair)) {
                agree(routes, pair, scenario.schedule(), 1, "scenario " + scenario.name());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ping"})
    void withChecksThatSeeLess(String kind) {
        Cluster pair = PlainChecks.pair(kind);
        try (RouteLevel routes = new RouteLevel(pair, Path.of("routes"))) {
            for (String name : List.of("owner-machine-off", "owner-haproxy-killed", "owner-haproxy-hung",
                    "owner-paused-60s", "soft-stop", "loss-30-percent", "link-cut-120s",
                    "stranger-on-recycled-address")) {
                agree(routes, pair, Catalogue.find(name, pair).orElseThrow().schedule(), 1,
                        kind + ", scenario " + name);
            }
            agree(routes, pair, Generator.draw(pair.nodes(), 1), 1, kind + ", one random hour");
        }
    }

    private static void agreeOnRandomSchedules(int nodes, int count) {
        Cluster cluster = Cluster.ofDefaults(nodes);
        long base = Long.getLong("rehearsal.seed", System.nanoTime());
        System.out.println("rehearsal on both levels: " + count + " schedules with " + nodes + " nodes, seeds from "
                + base);
        try (RouteLevel routes = new RouteLevel(cluster, Path.of("routes"))) {
            for (long seed = base; seed < base + count; seed++) {
                String what = "-Drehearsal.seed=" + seed;
                Verdict verdict = agree(routes, cluster, Generator.draw(cluster.nodes(), seed), seed, what);
                assertThat(verdict.breaches()).as("%s: promises that both levels break; its story is told by mvn -B -q"
                        + " test -Dtest=RehearsalOfRoutesTest %s", what, what).isEmpty();
            }
        }
    }

    private static Verdict agree(RouteLevel routes, Cluster cluster, Schedule schedule, long seed, String what) {
        Verdict byRoutes = routes.run(schedule, seed, Trace.kept());
        Verdict byCore = CoreRun.of(cluster, schedule, seed, Wiring.shipped(), Trace.kept());
        assertThat(story(byRoutes)).as("%s: the routes' story, against the core's; where they part, CoreAgent does "
                + "something that routes/ do not, or the other way round", what).isEqualTo(story(byCore));
        assertThat(byRoutes).as(what).isEqualTo(byCore);
        return byRoutes;
    }

    private static String story(Verdict verdict) {
        return verdict.trace().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
