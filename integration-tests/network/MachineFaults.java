package network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** What befalls whole machines. */
interface MachineFaults {
    @Scenario
    default void aBlackholedMachineIsReplaced() throws Exception {
        Scene.play("machine blackholed", Scene.BRISK, scene -> {
            scene.net.blackhole(scene.owner().name);
            scene.awaitName(scene.standby(), Scene.SOON);
            scene.assertMoves(scene.standby());
        });
    }

    /** It finds its name at another, living node, and leaves it there. */
    @Scenario
    default void aCutOffMachineReturnsAndTakesNothingBack() throws Exception {
        Scene.play("machine cut off for 20 s", Scene.BRISK, scene -> {
            scene.net.blackhole(scene.owner().name);
            scene.watch(Duration.ofSeconds(20), "a second move", () -> scene.moves().size() > 1);
            scene.assertMoves(scene.standby());
            scene.net.heal();
            scene.watch(Duration.ofSeconds(20), "a change after the heal", () -> scene.moves().size() > 1);
            assertThat(scene.owner().lastSaid()).as("the last word of the one that returned")
                    .contains("KeepRecord: " + scene.standby().name + " owns");
        });
    }

    /** It reaches nobody, and cannot know who is ill. */
    @Scenario
    default void aCutOffStandbyChangesNothing() throws Exception {
        Scene.play("standby cut off for 15 s", Scene.BRISK, scene -> {
            scene.net.blackhole(scene.standby().name);
            scene.watch(Duration.ofSeconds(15), "a move", () -> !scene.moves().isEmpty());
            assertThat(scene.ownerWrites()).as("writes of the owner record").isZero();
            assertThat(scene.owner().lastSaid()).as("the owner's last word").contains("WARN", scene.standby().name
                    + " could not take over");
            scene.net.heal();
            scene.watch(Duration.ofSeconds(10), "a move after the heal", () -> !scene.moves().isEmpty());
        });
    }

    @Scenario
    default void anOwnerMovesWithItsAddress() throws Exception {
        Scene.play("owner's address changes", Scene.STEADY, MachineFaults::readdress);
    }

    static void readdress(Scene scene) {
        scene.owner().readdress(Net.otherAddress(scene.owner().name));
        scene.awaitName(scene.owner(), Scene.SOON);
        scene.await("clients served there", Scene.SOON, () -> scene.sights().visit().equals("served by "
                + scene.owner().name));
        scene.assertMoves(scene.owner());
    }

    /** The record stays, and the owner's checks find the standby where it is now: it takes over when it must. */
    @Scenario
    default void aStandbyMovesWithItsAddress() throws Exception {
        Scene.play("standby's address changes", Scene.BRISK, scene -> {
            LoadBalancer standby = scene.standby();
            standby.readdress(Net.otherAddress(standby.name));
            scene.await("its node record", Scene.SOON, () -> standby.hasNews("UpdateAddress"));
            scene.assertMoves();
            scene.owner().killHaproxy();
            scene.awaitName(standby, Scene.SOON);
            scene.assertMoves(standby);
        });
    }
}
