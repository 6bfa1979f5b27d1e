package io.lbkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Decision.Challenge;
import io.lbkeeper.decision.Decision.Changing;
import io.lbkeeper.decision.Decision.HandOver;
import io.lbkeeper.decision.Decision.RefuteChallenge;
import io.lbkeeper.decision.Decision.TakeOver;
import io.lbkeeper.decision.Decision.UpdateAddress;
import io.lbkeeper.decision.Decision.WithdrawChallenge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What operators may ask for, in every situation: the promises that hold whatever they ask. */
class EveryRequestTest {
    private static final Requests PAUSE = new Requests(Optional.of("paused"), Optional.empty(), Optional.empty());
    private static final Requests DRAIN = new Requests(Optional.empty(), Optional.of("drained"), Optional.empty());
    private static final Requests TO_LB3 = new Requests(Optional.empty(), Optional.empty(),
            Optional.of(new Requests.Switchover(Optional.of("lb3"), "asked to go to lb3")));
    private static final Requests DRAIN_AND_PAUSE = new Requests(Optional.of("paused"), Optional.of("drained"),
            Optional.empty());
    /** Of more than a million situations every so many; a prime, so that no part of the enumeration is left out. */
    private static final int STRIDE = 7;

    private final List<String> broken = new ArrayList<>();
    private final Map<String, Integer> met = new TreeMap<>();
    private int count;

    @Test
    void aPausedNodeMovesNothingAndADrainedOneNeverGetsTheName() {
        EveryScene.forEach(scene -> {
            if (count++ % STRIDE == 0) {
                judge(scene);
            }
        });
        assertThat(broken).as("the first promises that are broken").isEmpty();
        assertThat(met).as("how often each was met").containsKeys("pause/RefuteChallenge", "pause/WithdrawChallenge",
                "drain/HandOver", "drain/WithdrawChallenge", "switchover/HandOver", "drain/CreateRecord");
        assertThat(met.keySet()).doesNotContain("drain/TakeOver", "drain/Challenge", "pause/HandOver");
    }

    private void judge(Scene scene) {
        Decision unasked = scene.given().decision();
        for (Requests paused : List.of(PAUSE, DRAIN_AND_PAUSE)) {
            Decision decision = decided(scene, paused, "pause");
            check(!(decision instanceof Changing) || decision instanceof RefuteChallenge
                    || decision instanceof WithdrawChallenge || decision instanceof UpdateAddress update
                            && !update.change().guarded(), "a paused node moves nothing", scene, decision);
            check(!(unasked instanceof RefuteChallenge) || decision instanceof RefuteChallenge,
                    "a paused owner refutes", scene, decision);
        }
        Decision drained = decided(scene, DRAIN, "drain");
        check(!(drained instanceof Challenge) && !(drained instanceof TakeOver), "a drained node does not take the "
                + "name", scene, drained);
        check(!gets("lb1", drained) || scene.records().claim().filter(claim -> claim.owner().equals("lb1")).isPresent()
                || drained instanceof Decision.AdoptRecord, "a drained node does not get the name", scene, drained);
        Decision switched = decided(scene, TO_LB3, "switchover");
        boolean forced = switched instanceof HandOver && !(unasked instanceof HandOver);
        check(!forced || gets("lb3", switched), "a switchover goes where it is asked to", scene, switched);
        for (Decision decision : List.of(drained, switched)) {
            check(!(decision instanceof HandOver) || fit(scene, decision), "the name goes to nobody who is not OK",
                    scene, decision);
            check(decision.reason().endsWith(".") && !decision.reason().contains("Optional")
                    && !decision.reason().contains(".."), "a reason is a sentence", scene, decision);
        }
    }

    private static boolean gets(String node, Decision decision) {
        return decision instanceof Changing changing && changing.change().desired().stream()
                .filter(set -> set.type().equals("TXT"))
                .anyMatch(set -> set.toString().contains("owner=" + node + " "));
    }

    private static boolean fit(Scene scene, Decision decision) {
        return gets("lb2", decision) && scene.given().seen().check("lb2").orElseThrow().health() == Health.OK
                || gets("lb3", decision) && scene.given().seen().check("lb3").orElseThrow().health() == Health.OK;
    }

    private Decision decided(Scene scene, Requests asked, String what) {
        Scene.Given given = scene.given();
        Observation seen = given.seen();
        Decision decision = DecisionTable.decide(new Observation(seen.at(), seen.stopped(), seen.address(),
                seen.checks(), seen.outstanding(), seen.namesakes(),
                seen.records(), seen.fresh(), seen.nonce(), asked), given.memory(),
                Scene.RULES);
        met.merge(what + "/" + decision.name(), 1, Integer::sum);
        return decision;
    }

    private void check(boolean holds, String promise, Scene scene, Decision decision) {
        if (!holds && broken.size() < STRIDE) {
            broken.add("\n" + promise + "\n  " + scene + "\n  " + decision.name() + ": " + decision.reason());
        }
    }
}
