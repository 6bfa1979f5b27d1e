package io.lbkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Every situation, decided and held against an oracle that was written from the design alone: the decision's name,
 * the very change that it asks for, and the form of its reason.
 */
class EverySituationTest {
    private static final List<String> NEVER_IN_A_SENTENCE = List.of("null", "Optional", "[", "  ", " ,", "..", ": .",
            ". and", ".,", ".;");
    private static final int ENOUGH = 20;

    private final Map<String, Integer> times = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private int differing;

    @Test
    void hasTheDecisionThatTheDesignSaysWithItsChangeAndAReason() {
        EveryScene.forEach(this::judge);
        assertThat(differences).as("the first of %d situations that differ from the oracle", differing).isEmpty();
        assertThat(times).as("how often each decision was met").hasSize(12).allSatisfy((name, count) ->
                assertThat(count).as(name).isGreaterThan(1_000));
        assertThat(times.values().stream().mapToInt(Integer::intValue).sum()).as("situations").isGreaterThan(1_000_000);
    }

    private void judge(Scene scene) {
        Decision decision = scene.given().decision();
        Oracle.Said said = Oracle.says(scene);
        times.merge(decision.name(), 1, Integer::sum);
        Optional<Change> change = decision instanceof Decision.Changing changing ? Optional.of(changing.change())
                : Optional.empty();
        if (!decision.name().equals(said.decision())) {
            differs(scene, decision, "the oracle says " + said.decision() + ": " + said.law());
        } else if (!change.equals(ChangeOracle.change(scene, said.decision()))) {
            differs(scene, decision, "the oracle has it ask for " + ChangeOracle.change(scene, said.decision())
                    + "\n  and it asks for " + change);
        } else if (!isSentence(decision.reason())) {
            differs(scene, decision, "and that is no sentence for people");
        }
    }

    private void differs(Scene scene, Decision decision, String how) {
        differing++;
        if (differences.size() < ENOUGH) {
            differences.add("\n" + scene + "\n  " + decision.name() + ": " + decision.reason() + "\n  " + how);
        }
    }

    private static boolean isSentence(String reason) {
        return reason.endsWith(".") && NEVER_IN_A_SENTENCE.stream().noneMatch(reason::contains);
    }
}
