package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Happening;
import io.lbkeeper.rehearsal.world.Trace;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each named scenario, many times: what is left to chance must not matter. */
class ScenariosOnCoreTest {
    private static final Cluster PAIR = Cluster.ofDefaults(2);
    private static final int TIMES = 40;

    static Stream<String> names() {
        return Catalogue.all(PAIR).stream().map(Scenario::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void endsAsItShould(String name) {
        Scenario scenario = Catalogue.find(name, PAIR).orElseThrow();
        for (long seed = 1; seed <= TIMES; seed++) {
            Verdict verdict = play(scenario, seed, Trace.off());
            List<String> wrong = scenario.expected().judge(verdict);
            if (!wrong.isEmpty()) {
                assertThat(wrong).as(scenario.what() + " Seed " + seed + ":\n" + story(scenario, seed)).isEmpty();
            }
        }
    }

    @Test
    void theSameSeedTellsTheSameStory() {
        Scenario scenario = Catalogue.find("link-cut-120s", PAIR).orElseThrow();

        assertThat(story(scenario, 7)).isEqualTo(story(scenario, 7)).isNotEqualTo(story(scenario, 8))
                .contains("RefuteChallenge");
    }

    @Test
    void eachScenarioHasANameOfItsOwnAndASentence() {
        List<Scenario> all = Catalogue.all(PAIR);

        assertThat(all).extracting(Scenario::name).doesNotHaveDuplicates().allMatch(name ->
                name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(all).extracting(Scenario::what).allMatch(what -> what.matches("[A-Z].*\\."));
        assertThat(all).allMatch(scenario -> !scenario.rows().isEmpty() && !scenario.expected().holders().isEmpty());
    }

    private static Verdict play(Scenario scenario, long seed, Trace trace) {
        return CoreRun.of(PAIR, scenario.schedule(seed), seed, Wiring.shipped(), trace);
    }

    private static String story(Scenario scenario, long seed) {
        return play(scenario, seed, Trace.kept()).trace().stream().map(Happening::toString)
                .collect(Collectors.joining("\n"));
    }
}
