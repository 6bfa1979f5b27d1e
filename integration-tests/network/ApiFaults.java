package network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

/** What befalls the way to the DNS provider's API. */
interface ApiFaults {
    /** Neither can move anything, nor needs to; when the API is back, both go on as before. */
    @Scenario
    default void aLostApiMovesNothing() throws Exception {
        Scene.play("API lost for 20 s", Scene.BRISK, scene -> {
            scene.net.cut("lb1", "dns");
            scene.net.cut("lb2", "dns");
            scene.await("the owner's alarm", Scene.SOON, () -> scene.owner().hasNews("WARN"));
            scene.watch(Duration.ofSeconds(20), "a change", () -> !scene.moves().isEmpty());
            scene.net.heal();
            scene.await("all well again", Scene.SOON, () -> scene.owner().lastSaid().contains("KeepRecord: "));
            assertThat(scene.news().of("owner")).as("writes").isEmpty();
        });
    }

    /** Nobody can replace it while the API is away; then somebody does, at once. */
    @Scenario
    default void anOwnerThatDiesWhileTheApiIsLostIsReplacedLater() throws Exception {
        Scene.play("HAProxy killed while the API is lost", Scene.BRISK, scene -> {
            scene.net.cut("lb1", "dns");
            scene.net.cut("lb2", "dns");
            scene.owner().killHaproxy();
            scene.watch(Duration.ofSeconds(10), "a change", () -> !scene.moves().isEmpty());
            scene.net.heal();
            scene.awaitName(scene.standby(), Scene.SOON);
            scene.assertMoves(scene.standby());
        });
    }
}
