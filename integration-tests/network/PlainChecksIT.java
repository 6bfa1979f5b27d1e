package network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Pairs that look at each other by what tells less than a stats page: that a port accepts, that a machine answers. */
class PlainChecksIT {
    /** Nobody needs longer for any of these, and who is at work on a busy machine has time. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOBODY = "1 0";
    private static final String EVERYBODY = "0 2147483647";

    @Scenario
    void byTcpADeadHaproxyAndACutCableBothMoveTheName() throws Exception {
        play("TCP checks", "tcp", Map.of("lb.check.port", "80"), scene -> { }, scene -> {
            LoadBalancer killed = scene.owner();
            killed.killHaproxy();
            scene.awaitName(scene.standby(), PATIENCE);
            killed.startHaproxy();
            scene.nextAct("TCP checks, cable cut");
            scene.net.blackhole(scene.owner().name);
            awaitTakeOverAndHeal(scene);
        });
    }

    /**
     * Of a dead HAProxy its own lbkeeper knows, and gives the name away. Where that is gone too, a machine that answers
     * keeps the name; and where nobody may ping, nobody is dead.
     */
    @Scenario
    void byPingADeadMachineLosesTheNameAndADeadHaproxyByItsOwnerOnly() throws Exception {
        play("ping checks", "ping", Map.of(), scene -> scene.machines().forEach(machine ->
                machine.lowerRights(EVERYBODY)), scene -> {
            LoadBalancer killed = scene.owner();
            killed.killHaproxy();
            scene.awaitName(scene.standby(), PATIENCE);
            assertThat(killed.hasNews("HandOver: ")).as("%s has given the name away", killed.name).isTrue();
            killed.startHaproxy();
            scene.nextAct("ping checks, HAProxy and lbkeeper killed, then the cable cut");
            LoadBalancer gone = scene.owner();
            gone.kill();
            scene.watch(Duration.ofSeconds(6), "a move from a machine that answers", () -> !scene.moves().isEmpty());
            scene.standby().letPing(NOBODY);
            scene.net.blackhole(gone.name);
            scene.await("that it may not ping", PATIENCE, () -> scene.standby().hasNews("this user may not ping"));
            scene.watch(Duration.ofSeconds(4), "a move by one that may not ping", () -> !scene.moves().isEmpty());
            gone.start();
            scene.standby().letPing(EVERYBODY);
            awaitTakeOverAndHeal(scene);
        });
    }

    private static void play(String title, String kind, Map<String, String> settings, Scene.Act before, Scene.Act act)
            throws Exception {
        Map<String, String> all = new HashMap<>(Scene.BRISK);
        all.putAll(Map.of("lb.check.kind", kind, "lb.hold-down", "0s", "lb.check.interval", "2s",
                "lb.check.timeout", "1800ms"));
        all.putAll(settings);
        Scene.play(title + ", started together", new Route53Provider(), all, Map.of(), before, scene -> {
            scene.assertMoves();
            scene.nextAct(title + ", HAProxy killed");
            act.play(scene);
        });
    }

    /** When it is back, it finds the name elsewhere, and leaves it there. */
    private static void awaitTakeOverAndHeal(Scene scene) {
        LoadBalancer taker = scene.standby();
        scene.awaitName(taker, PATIENCE);
        assertThat(taker.hasNews("TakeOver: ")).as("%s has taken the name", taker.name).isTrue();
        scene.net.heal();
        scene.await("what " + scene.owner().name + " makes of it", PATIENCE, () -> scene.owner().lastSaid().contains(
                "KeepRecord: " + taker.name + " owns"));
        scene.assertMoves(taker);
    }
}
