package network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** What befalls the network between two machines that are well. */
interface LinkFaults {
    @Scenario
    default void fiveMinutesOfATenthLostMoveNothing() throws Exception {
        Scene.play("10 % loss each way for 5 minutes", Scene.BRISK, scene -> {
            scene.net.loseSome("lb1", "lb2", 10);
            scene.watch(Duration.ofMinutes(5), "a move", () -> !scene.moves().isEmpty());
            assertThat(scene.net.lost()).as("lost packets").isGreaterThan(200);
        });
    }

    @Scenario
    default void fiveMinutesOfAThirdLostMoveTheNameOnceAtMost() throws Exception {
        Scene.play("30 % loss each way for 5 minutes", Scene.BRISK, scene -> {
            scene.net.loseSome("lb1", "lb2", 30);
            scene.watch(Duration.ofMinutes(5), "a second move", () -> scene.moves().size() > 1);
            assertThat(scene.net.lost()).as("lost packets").isGreaterThan(600);
        });
    }

    @Scenario
    default void aCutBetweenTwoThatAreWellChangesNothing() throws Exception {
        Scene.play("LB-LB cut for 120 s", Scene.BRISK, scene -> cut(scene, Duration.ofSeconds(120)));
    }

    static void cut(Scene scene, Duration time) {
        scene.net.cut("lb1", "lb2");
        scene.watch(time, "a move", () -> !scene.moves().isEmpty());
        scene.net.heal();
        scene.watch(Duration.ofSeconds(10), "a move after the heal", () -> !scene.moves().isEmpty());
        // Refuted, the standby waits the window of 2 s, then 4, 8, 16, 32 and 60 s: room for seven challenges.
        assertThat(scene.ownerWrites()).as("challenges and their refutations").isBetween(2L, 14L);
    }

    @Scenario
    default void whatTheOwnerSendsToTheStandbyIsLost() throws Exception {
        Scene.play("one-way cut, owner to standby", Scene.BRISK, scene -> {
            scene.net.cutOneWay(scene.owner().name, scene.standby().name);
            scene.watch(Duration.ofSeconds(40), "a move", () -> !scene.moves().isEmpty());
            assertThat(scene.ownerWrites()).as("challenges and their refutations").isBetween(2L, 10L);
        });
    }

    @Scenario
    default void whatTheStandbySendsToTheOwnerIsLost() throws Exception {
        Scene.play("one-way cut, standby to owner", Scene.BRISK, scene -> {
            scene.net.cutOneWay(scene.standby().name, scene.owner().name);
            scene.watch(Duration.ofSeconds(40), "a move", () -> !scene.moves().isEmpty());
            assertThat(scene.ownerWrites()).as("challenges and their refutations").isBetween(2L, 10L);
        });
    }
}
