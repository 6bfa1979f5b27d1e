package io.lbkeeper.check.online;

import io.lbkeeper.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the zone can hold the names, and is the one in which the world looks them up. */
final class ZoneInspection {
    private static final String AREA = "zone";

    private ZoneInspection() {
    }

    static List<OnlineFinding> of(WorldSight world) {
        List<OnlineFinding> found = new ArrayList<>();
        Optional<String> zone = world.zone();
        if (zone.isEmpty()) {
            return found;
        }
        names(world.settings()).forEach((name, setting) -> {
            if (!isIn(name, zone.get())) {
                found.add(OnlineFinding.wrong(AREA, setting + " is not in the zone " + zone.get(), name,
                        "name the zone that holds it in " + world.zoneSetting()));
            } else {
                cut(world, name, zone.get()).ifPresent(found::add);
            }
        });
        world.api().flatMap(api -> api.zone().found()).filter(ApiSight.Zone::isPrivate).ifPresent(one -> found.add(
                OnlineFinding.warning(AREA, "the hosted zone " + one.name() + " is a private one", "PrivateZone true",
                        "use it only if all clients are in its VPCs; nobody else sees the records")));
        if (found.isEmpty()) {
            found.add(OnlineFinding.note(AREA, "the zone " + zone.get() + " holds all names"));
        }
        return found;
    }

    private static Map<String, String> names(Settings settings) {
        Map<String, String> names = new LinkedHashMap<>();
        settings.services().forEach(name -> names.put(name, "lb.service"));
        names.merge(settings.domain(), "lb.domain", (one, other) -> one + " and " + other);
        return names;
    }

    private static boolean isIn(String name, String zone) {
        return name.equals(zone) || name.endsWith("." + zone);
    }

    /** What is delegated to another zone below this one's top is looked up there. */
    private static Optional<OnlineFinding> cut(WorldSight world, String name, String zone) {
        return OnlineCheck.above(name).stream().filter(above -> above.endsWith("." + zone)).flatMap(above ->
                world.at(above).stream()).filter(set -> set.type().equals("NS")).findFirst().map(set ->
                        OnlineFinding.wrong(AREA, name + " is delegated away from the zone " + zone, set.toString(),
                                "use the zone of those name servers, or delete the NS record"));
    }
}
