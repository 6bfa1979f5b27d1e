package io.lbkeeper.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The same situations with DNS providers that can do less: what holds in each, and that nothing else changes. */
class EveryPowerTest {
    private static final Powers SWAPLESS = new Powers(false, true);
    private static final Powers OWNERLESS = new Powers(false, false);
    private static final Set<String> OF_A_CHALLENGE = Set.of("Challenge", "AwaitRefutation", "WithdrawChallenge",
            "RefuteChallenge");
    /** What a challenge has no part in. */
    private static final Set<String> UNTOUCHED = Set.of("KeepRecord", "CreateRecord", "AdoptRecord", "UpdateAddress",
            "HandOver");
    /** A prime, so that all circumstances are met in all combinations that matter. */
    private static final int EACH = 13;
    private static final int ENOUGH = 10;

    private final Map<String, Integer> times = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private int scenes;

    @Test
    void holdsWhatIsPromisedWithoutCompareAndSwap() {
        EveryScene.forEach(scene -> {
            if (scenes++ % EACH == 0) {
                judge(scene, SWAPLESS);
                judge(scene, OWNERLESS);
                judgeUntouched(scene);
            }
        });
        assertThat(differences).isEmpty();
        assertThat(times).as("how often each decision was met").containsOnlyKeys("AdoptRecord", "AwaitMoreChecks",
                "CreateRecord", "HandOver", "KeepRecord", "RefuseToMove", "TakeOver", "UpdateAddress")
                .allSatisfy((name, count) -> assertThat(count).as(name).isGreaterThan(ENOUGH));
    }

    private void judge(Scene scene, Powers powers) {
        Scene.Given given = scene.given(powers);
        Decision decision = given.decision();
        times.merge(decision.name(), 1, Integer::sum);
        differs(OF_A_CHALLENGE.contains(decision.name()), scene, decision, "nobody is asked by a challenge");
        differs(!decision.reason().endsWith(".") || decision.reason().contains("null"), scene, decision, "a sentence");
        if (decision instanceof Decision.Changing changing) {
            judge(scene, given, changing, powers);
        }
    }

    private void judge(Scene scene, Scene.Given given, Decision.Changing changing, Powers powers) {
        List<RecordSet> all = new ArrayList<>(changing.change().desired());
        differs(all.stream().anyMatch(set -> set.toString().contains("challenger=")), scene, changing,
                "nobody writes a challenge");
        all.addAll(changing.change().expected());
        if (!powers.keepsOwnerRecord()) {
            differs(all.stream().anyMatch(set -> !set.isAddress()), scene, changing, "no owner record is written");
            Optional<String> wrong = unvouched(given, changing.change());
            differs(wrong.isPresent(), scene, changing, "what it writes is owned by nobody: " + wrong);
        }
        if (changing instanceof Decision.TakeOver) {
            OwnerRecord claim = given.seen().records().found().flatMap(Records::claim).orElseThrow();
            Streak owner = given.memory().streak(claim.owner()).orElseThrow();
            differs(owner.failures() < Scene.RULES.fall() || !given.seen().fresh()
                    || !given.memory().streak("lb1").orElseThrow().isOk(), scene, changing, "fallen, read and well");
            differs(given.memory().moves().remaining(given.seen().at(), given.rules()).compareTo(Duration.ZERO) > 0,
                    scene, changing, "the hold-down is over");
        }
    }

    /** The service record after the change, if its address is not that of a node by the records of then. */
    private static Optional<String> unvouched(Scene.Given given, Change change) {
        Records before = given.seen().records().found().orElseThrow();
        Zone zone = new Zone();
        before.nodes().values().forEach(sets -> sets.forEach(zone::put));
        before.lineup().names().values().forEach(here -> {
            if (here instanceof Records.Service.Held held) {
                held.sets().forEach(zone::put);
            }
        });
        zone.replace(change);
        Records after = Records.of(zone.sets(), given.rules());
        boolean touched = change.desired().stream().anyMatch(set -> set.name().equals(given.rules().service()));
        return touched && after.claim().isEmpty() ? Optional.of(zone.sets().toString()) : Optional.empty();
    }

    /** Where a challenge has no part, all is as with a provider that can do all. */
    private void judgeUntouched(Scene scene) {
        Decision full = scene.given().decision();
        Decision less = scene.given(SWAPLESS).decision();
        boolean challenged = scene.zone().challenger() != ZoneScene.Challenger.NOBODY;
        // Of two changes that were half applied the owner record counts here.
        boolean torn = full.reason().contains("somebody else has changed it");
        differs(!challenged && !torn && UNTOUCHED.contains(full.name()) && !full.equals(less), scene, less,
                "as with all powers: " + full);
    }

    private void differs(boolean wrong, Scene scene, Decision decision, String law) {
        if (wrong && differences.size() < ENOUGH) {
            differences.add("\n" + scene + "\n  " + decision.name() + ": " + decision.reason() + "\n  " + law);
        }
    }
}
