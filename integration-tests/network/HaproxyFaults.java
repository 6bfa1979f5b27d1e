package network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

/** What befalls an HAProxy while its machine and its network are well. */
interface HaproxyFaults {
    @Scenario
    default void aKilledHaproxyIsReplaced() throws Exception {
        Scene.play("HAProxy killed", Scene.BRISK, HaproxyFaults::kill);
    }

    static void kill(Scene scene) {
        scene.owner().killHaproxy();
        scene.awaitName(scene.standby(), Scene.SOON);
        scene.assertMoves(scene.standby());
    }

    /** The kernel still accepts connections for it, and nobody answers. When it goes on, it gets nothing back. */
    @Scenario
    default void aHungHaproxyIsReplaced() throws Exception {
        Scene.play("HAProxy hung", Scene.BRISK, HaproxyFaults::hang);
    }

    static void hang(Scene scene) {
        scene.owner().hangHaproxy();
        scene.awaitName(scene.standby(), Scene.SOON);
        scene.owner().resumeHaproxy();
        scene.watch(Duration.ofSeconds(10), "a move back", () -> scene.moves().size() > 1);
        scene.assertMoves(scene.standby());
    }

    @Scenario
    default void aReloadEveryTenSecondsChangesNothing() throws Exception {
        Scene.play("reload every 10 s", Scene.BRISK, scene -> {
            for (int reload = 1; reload <= 6; reload++) {
                scene.owner().reloadHaproxy();
                scene.standby().reloadHaproxy();
                scene.watch(Duration.ofSeconds(10), "a change", () -> !scene.news().of("service").isEmpty());
            }
            assertThat(scene.owner().haproxy().lines()).as("the reloads in HAProxy's own log")
                    .filteredOn(line -> line.contains("New worker")).hasSize(7);
            assertThat(scene.news().of("visit")).as("clients that were not served").isEmpty();
            assertThat(scene.news().of("owner")).as("writes of the owner record").isEmpty();
        });
    }

    /** New clients are refused at once, and the name moves as after a kill; who is in stays in. */
    @Scenario
    default void aSoftStopWithoutGraceLeavesSessionsAlone() throws Exception {
        Scene.play("soft stop without grace", Scene.BRISK, scene -> {
            Running session = startSession(scene, 15);
            scene.owner().stopHaproxySoftly();
            scene.awaitName(scene.standby(), Scene.SOON);
            awaitGoodEnd(session, scene.owner());
            scene.assertMoves(scene.standby());
        });
    }

    /** With "grace" in its configuration HAProxy says that it goes, and takes connections for that time yet. */
    @Scenario
    default void aSoftStopMovesTheNameAndLeavesSessionsAlone() throws Exception {
        Scene.play("soft stop with a long session", Scene.BRISK, Map.of("TEST_GRACE", "15s"), scene -> {
            Running session = startSession(scene, 25);
            scene.owner().stopHaproxySoftly();
            scene.awaitName(scene.standby(), Scene.SOON);
            awaitGoodEnd(session, scene.owner());
            assertThat(scene.news().of("visit")).as("what clients got meanwhile").extracting(Sights.Sight::text)
                    .containsExactly("served by " + scene.standby().name);
            scene.assertMoves(scene.standby());
        });
    }

    private static Running startSession(Scene scene, int seconds) {
        Running session = scene.startInClient("session", LongSession.class, scene.owner().address(), "" + seconds);
        scene.await("the session", Scene.SOON, () -> session.lines().contains("session open"));
        return session;
    }

    private static void awaitGoodEnd(Running session, LoadBalancer server) {
        session.awaitEnd(Duration.ofSeconds(60));
        assertThat(session.lines()).as("the session, which began before the stop").contains(
                "session ended: HTTP/1.1 200 OK, served by " + server.name);
    }
}
