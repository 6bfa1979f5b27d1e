package network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

/** What befalls the lbkeepers. */
interface LbkeeperFaults {
    /** HAProxy tells sooner than as shipped that nobody asks it. */
    Map<String, String> TELLTALE = Map.of("LBKEEPER_SILENCE_SECONDS", "5");

    /** Its HAProxy is well: there is no reason to move. But nobody is there to hand over, and that is told. */
    @Scenario
    default void anOwnerWhoseLbkeeperIsDeadKeepsTheNameAndIsReported() throws Exception {
        Scene.play("owner's lbkeeper killed", Scene.BRISK, TELLTALE, scene -> {
            String alarm = "WARN  KeepRecord: " + scene.owner().name + " owns " + Scene.SERVICE + " at "
                    + scene.owner().address() + ", and its HAProxy is OK. But the lbkeeper of " + scene.owner().name
                    + " is silent";
            scene.owner().killLbkeeper();
            scene.await("the standby's alarm", Scene.SOON, () -> scene.standby().lastSaid().contains(alarm));
            scene.watch(Duration.ofSeconds(10), "a move", () -> !scene.moves().isEmpty());
            scene.owner().startLbkeeper();
            scene.await("the alarm's end", Scene.START, () -> !scene.standby().lastSaid().contains("is silent"));
            assertThat(scene.news().of("owner")).as("writes of the owner record").isEmpty();
            scene.assertMoves();
        });
    }

    @Scenario
    default void aStandbyWhoseLbkeeperIsDeadIsReported() throws Exception {
        Scene.play("standby's lbkeeper killed", Scene.BRISK, TELLTALE, scene -> {
            scene.standby().killLbkeeper();
            scene.await("the owner's alarm", Scene.SOON, () -> scene.owner().lastSaid().contains("the lbkeeper of "
                    + scene.standby().name + " is silent"));
            assertThat(scene.news().of("owner")).as("writes of the owner record").isEmpty();
            scene.assertMoves();
        });
    }

    /** There is nobody who could take the name over, and so the owner gives it away. */
    @Scenario
    default void anOwnerHandsOverToAStandbyWhoseLbkeeperIsDead() throws Exception {
        Scene.play("standby's lbkeeper and owner's HAProxy killed", Scene.BRISK, scene -> {
            scene.standby().killLbkeeper();
            scene.owner().killHaproxy();
            scene.awaitName(scene.standby(), Scene.SOON);
            scene.assertMoves(scene.standby());
            scene.standby().startLbkeeper();
            scene.awaitPlace(scene.standby());
            scene.watch(Duration.ofSeconds(10), "a move", () -> scene.moves().size() > 1);
        });
    }

    /** What it knew when it was stopped is old by the time it goes on. */
    @Scenario
    default void aFrozenOwnerMovesNothingWhenItGoesOn() throws Exception {
        Scene.play("owner's lbkeeper frozen, and replaced", Scene.BRISK, scene -> {
            scene.owner().freezeLbkeeper();
            scene.owner().killHaproxy();
            scene.awaitName(scene.standby(), Scene.SOON);
            scene.owner().startHaproxy();
            scene.owner().thawLbkeeper();
            scene.watch(Duration.ofSeconds(10), "a move back", () -> scene.moves().size() > 1);
            scene.assertMoves(scene.standby());
        });
    }

    @Scenario
    default void aFormerOwnerThatReturnsFirstKeepsTheName() throws Exception {
        Scene.play("both dead, the owner returns", Scene.BRISK, scene -> {
            scene.owner().kill();
            scene.standby().kill();
            scene.owner().start();
            scene.awaitPlace(scene.owner());
            scene.standby().start();
            scene.awaitPlace(scene.standby());
            scene.watch(Duration.ofSeconds(10), "a move", () -> !scene.moves().isEmpty());
            scene.await("clients served", Scene.SOON, () -> scene.sights().visit().equals("served by "
                    + scene.owner().name));
        });
    }

    @Scenario
    default void aFormerStandbyThatReturnsFirstTakesTheName() throws Exception {
        Scene.play("both dead, the standby returns", Scene.BRISK, scene -> {
            scene.owner().kill();
            scene.standby().kill();
            scene.standby().start();
            scene.awaitName(scene.standby(), Scene.START);
            scene.owner().start();
            scene.awaitPlace(scene.owner());
            scene.watch(Duration.ofSeconds(10), "a move back", () -> scene.moves().size() > 1);
            scene.assertMoves(scene.standby());
        });
    }
}
