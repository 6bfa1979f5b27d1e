package io.lbkeeper.decision;

import io.lbkeeper.decision.Scene.Address;
import io.lbkeeper.decision.Scene.Age;
import io.lbkeeper.decision.Scene.Moved;
import io.lbkeeper.decision.Scene.Namesake;
import io.lbkeeper.decision.Scene.Read;
import io.lbkeeper.decision.Scene.Setback;
import io.lbkeeper.decision.Scene.Seen;
import io.lbkeeper.decision.ZoneScene.At;
import io.lbkeeper.decision.ZoneScene.Challenger;
import io.lbkeeper.decision.ZoneScene.Claim;
import io.lbkeeper.decision.ZoneScene.Registered;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/** Every situation, in three parts, since all of everything with all of everything would be ten billion. */
final class EveryScene {
    private EveryScene() {
    }

    static void forEach(Consumer<Scene> then) {
        zones().stream().filter(ZoneScene::isOrderly).filter(EveryScene::isUsual).forEach(zone -> contests(zone, then));
        zones().forEach(zone -> others(zone, then));
        zones().forEach(zone -> circumstances(zone, then));
    }

    /** The service record is gone, or where its owner or this node is; elsewhere is among the others. */
    private static boolean isUsual(ZoneScene zone) {
        return zone.service() == At.NOWHERE || zone.service() == At.LB1 && zone.claim() != Claim.LB3
                || zone.service().name().equals(zone.claim().name());
    }

    /** Our own records with every health of this node and the owner, and all that is remembered of challenges. */
    private static void contests(ZoneScene zone, Consumer<Scene> then) {
        boolean standby = zone.claim() == Claim.LB2 || zone.claim() == Claim.LB3;
        // A third node matters only where the name may be handed over to it.
        Seen[] few = standby ? new Seen[] {Seen.OK} : new Seen[] {Seen.OK, Seen.DEAD_OFTEN};
        for (Seen own : Seen.values()) {
            for (Seen lb2 : zone.claim() == Claim.LB3 ? few : Seen.values()) {
                for (Seen lb3 : zone.claim() == Claim.LB3 ? Seen.values() : few) {
                    for (Moved moved : Moved.values()) {
                        for (Age age : zone.challenger() == Challenger.NOBODY ? EnumSet.of(Age.YOUNG)
                                : EnumSet.allOf(Age.class)) {
                            for (Setback setback : standby ? EnumSet.allOf(Setback.class) : EnumSet.of(Setback.NONE)) {
                                then.accept(new Scene(zone, own, lb2, lb3, age, setback, moved, Address.KNOWN,
                                        Namesake.NOT_LOOKED, Read.NOW, false));
                            }
                        }
                    }
                }
            }
        }
    }

    /** All records, also those of others, and with peers that have none, with every health. */
    private static void others(ZoneScene zone, Consumer<Scene> then) {
        for (Seen own : Seen.values()) {
            for (Seen lb2 : Seen.values()) {
                for (boolean peers : new boolean[] {true, false}) {
                    for (boolean stopped : new boolean[] {true, false}) {
                        then.accept(new Scene(zone.with(Registered.RIGHT, peers), own, lb2, Seen.DEAD_OFTEN, Age.WINDOW,
                                Setback.NONE, Moved.NEVER, Address.KNOWN, Namesake.NOT_LOOKED, Read.NOW, stopped));
                    }
                }
            }
        }
    }

    /** All records with all that may be amiss at home: own address, own record, a namesake, how it was read. */
    private static void circumstances(ZoneScene zone, Consumer<Scene> then) {
        for (Seen own : EnumSet.of(Seen.OK, Seen.DEAD_OFTEN)) {
            for (Seen lb2 : EnumSet.of(Seen.OK, Seen.DEAD_OFTEN)) {
                for (Address address : Address.values()) {
                    for (Namesake namesake : Namesake.values()) {
                        for (Registered registered : Registered.values()) {
                            for (Read read : Read.values()) {
                                then.accept(new Scene(zone.with(registered, true), own, lb2, Seen.DEAD_OFTEN,
                                        Age.WINDOW, Setback.NONE, Moved.NEVER, address, namesake, read, false));
                            }
                        }
                    }
                }
            }
        }
    }

    private static List<ZoneScene> zones() {
        List<ZoneScene> zones = new ArrayList<>();
        for (At at : At.values()) {
            zones.add(new ZoneScene(at, Claim.NONE, true, Challenger.NOBODY, Registered.RIGHT, true));
            zones.add(new ZoneScene(at, Claim.UNREADABLE, true, Challenger.NOBODY, Registered.RIGHT, true));
            for (Claim claim : EnumSet.range(Claim.LB1, Claim.LB9)) {
                for (Challenger by : Challenger.values()) {
                    zones.add(new ZoneScene(at, claim, true, by, Registered.RIGHT, true));
                }
                zones.add(new ZoneScene(at, claim, false, Challenger.NOBODY, Registered.RIGHT, true));
                zones.add(new ZoneScene(at, claim, false, Challenger.LB1, Registered.RIGHT, true));
            }
        }
        return zones;
    }
}
