package network;

import java.time.Duration;

/** What befalls the lbkeepers. */
interface LbkeeperFaults {
    Duration SOON = Duration.ofSeconds(20);

    /** Its HAProxy is well: there is no reason to move. But nobody is there to hand over, and that is told. */
    @Scenario
    default void anOwnerWhoseLbkeeperIsDeadKeepsTheName() throws Exception {
        Scene.play("owner's lbkeeper killed", Scene.BRISK, scene -> {
            scene.owner().killLbkeeper();
            scene.watch(Duration.ofSeconds(15), "a move", () -> !scene.moves().isEmpty());
            scene.owner().startLbkeeper();
            scene.watch(Duration.ofSeconds(10), "a move", () -> !scene.moves().isEmpty());
        });
    }

    /** What it knew when it was stopped is old by the time it goes on. */
    @Scenario
    default void aFrozenOwnerMovesNothingWhenItGoesOn() throws Exception {
        Scene.play("owner's lbkeeper frozen, and replaced", Scene.BRISK, scene -> {
            scene.owner().freezeLbkeeper();
            scene.owner().killHaproxy();
            scene.awaitName(scene.standby(), SOON);
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
            scene.await("clients served", SOON, () -> scene.sights().visit().equals("served by "
                    + scene.owner().name));
            scene.standby().start();
            scene.watch(Duration.ofSeconds(15), "a move", () -> !scene.moves().isEmpty());
        });
    }

    @Scenario
    default void aFormerStandbyThatReturnsFirstTakesTheName() throws Exception {
        Scene.play("both dead, the standby returns", Scene.BRISK, scene -> {
            scene.owner().kill();
            scene.standby().kill();
            scene.standby().start();
            scene.awaitName(scene.standby(), SOON);
            scene.owner().start();
            scene.watch(Duration.ofSeconds(15), "a move back", () -> scene.moves().size() > 1);
            scene.assertMoves(scene.standby());
        });
    }
}
