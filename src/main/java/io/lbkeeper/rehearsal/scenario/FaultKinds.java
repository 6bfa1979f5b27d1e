package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.world.ApiTrouble;
import io.lbkeeper.rehearsal.world.Face;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Fault.OldAddress;
import io.lbkeeper.rehearsal.world.Fault.SourceTrouble;
import io.lbkeeper.rehearsal.world.HumanEdit;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** One fault of each kind, drawn at random, for some of a cluster's nodes. */
final class FaultKinds {
    private static final List<Kind> LASTING = List.of(
            (node, other) -> new Fault.MachineOff(node),
            (node, other) -> new Fault.MachineBlackholed(node),
            (node, other) -> new Fault.AddressRecycled(node),
            (node, other) -> new Fault.HaproxyKilled(node),
            (node, other) -> new Fault.HaproxyHung(node),
            (node, other) -> new Fault.AgentKilled(node));

    private final List<String> nodes;
    private final SplittableRandom random;
    private final List<Kind> all;

    FaultKinds(List<String> nodes, SplittableRandom random) {
        this.nodes = nodes;
        this.random = random;
        all = all();
    }

    /** A way to draw a fault of one kind. */
    @FunctionalInterface
    private interface Kind {
        Fault draw(String node, String other);
    }

    Fault draw() {
        return draw(all);
    }

    /** One that stays to the end, with which the other nodes can live. */
    Fault drawLasting() {
        return draw(LASTING);
    }

    String node() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private List<Kind> all() {
        return List.of(
            Fault.LinkCut::new,
            Fault.OneWayCut::new,
            (node, other) -> new Fault.Loss(node, other, one(0.02, 0.1, 0.3, 0.6)),
            (node, other) -> new Fault.Delay(node, other, Duration.ofMillis(random.nextInt(10, 3000))),
            (node, other) -> new Fault.MachineOff(node),
            (node, other) -> new Fault.MachineBlackholed(node),
            (node, other) -> new Fault.MachinePaused(node),
            (node, other) -> new Fault.AddressRecycled(node),
            (node, other) -> new Fault.AddressChanged(node, any(OldAddress.values())),
            (node, other) -> new Fault.HaproxyKilled(node),
            (node, other) -> new Fault.HaproxyKilled(node),
            (node, other) -> new Fault.HaproxyHung(node),
            (node, other) -> new Fault.HaproxyShows(node, Face.BACKENDS_DOWN),
            (node, other) -> new Fault.HaproxyShows(node, Face.STOPPING),
            (node, other) -> new Fault.HaproxyShows(node, any(Face.UNAUTHORIZED, Face.FORBIDDEN, Face.UNAVAILABLE,
                    Face.GARBAGE)),
            (node, other) -> new Fault.HaproxyReloads(node, Duration.ofSeconds(random.nextInt(1, 11))),
            (node, other) -> new Fault.LinesDrop(node, Duration.ofSeconds(random.nextInt(1, 31))),
            (node, other) -> new Fault.ApiCut(node),
            (node, other) -> new Fault.ApiFails(node, any(ApiTrouble.THROTTLED, ApiTrouble.FORBIDDEN,
                    ApiTrouble.UNAVAILABLE), one(0.3, 1)),
            (node, other) -> new Fault.ApiFails(node, any(ApiTrouble.REQUEST_LOST, ApiTrouble.REPLY_LOST,
                    ApiTrouble.LATE, ApiTrouble.SLOW), one(0.3, 0.7, 1)),
            (node, other) -> new Fault.AddressSourceFails(node, any(SourceTrouble.values())),
            (node, other) -> new Fault.AgentKilled(node),
            (node, other) -> new Fault.AgentFrozen(node),
            (node, other) -> new Fault.AgentFrozenBeforeWrite(node),
            (node, other) -> new Fault.AgentKilledBeforeWrite(node),
            (node, other) -> new Fault.Human(any(HumanEdit.values())));
    }

    private Fault draw(List<Kind> kinds) {
        int node = random.nextInt(nodes.size());
        int other = (node + 1 + random.nextInt(nodes.size() - 1)) % nodes.size();
        return kinds.get(random.nextInt(kinds.size())).draw(nodes.get(node), nodes.get(other));
    }

    @SafeVarargs
    private <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private double one(double... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
