package network;

import java.util.Map;

/** A pair over PowerDNS's HTTP API, which compares and swaps nothing. */
class PowerdnsApiIT {
    @Scenario
    void aPairStartsTogetherAndMovesTheNameFromADeadHaproxy() throws Exception {
        Scene.play("PowerDNS's HTTP API, started together", new PowerdnsApiProvider(), Scene.STEADY, Map.of(),
                scene -> {
                    scene.assertMoves();
                    scene.nextAct("PowerDNS's HTTP API, HAProxy killed");
                    HaproxyFaults.kill(scene);
                });
    }
}
