package io.lbkeeper.localroute53;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The zones, by id and by name. */
final class ZoneCatalog {
    private final SortedMap<String, HostedZone> byId = new TreeMap<>();

    ZoneCatalog(Collection<HostedZone> zones) {
        for (HostedZone zone : zones) {
            boolean sameName = byId.values().stream().anyMatch(other -> other.name().equals(zone.name()));
            if (sameName || byId.putIfAbsent(zone.id(), zone) != null) {
                throw new IllegalArgumentException("zone " + zone.name() + "=" + zone.id()
                        + " has the name or the id of another zone: give each zone its own");
            }
        }
    }

    HostedZone zone(String id) throws Refusal {
        HostedZone zone = byId.get(id);
        if (zone == null) {
            throw new Refusal("NoSuchHostedZone", "No hosted zone found with ID: " + id);
        }
        return zone;
    }

    List<HostedZone> byId() {
        return List.copyOf(byId.values());
    }

    /** In the order of ListHostedZonesByName: by reversed labels, then by id. */
    List<HostedZone> byName() {
        return byId.values().stream()
                .sorted(Comparator.comparing(HostedZone::apex).thenComparing(HostedZone::id)).toList();
    }

    /** The zone that is asked for this name: of several, the one with the longest name. */
    Optional<HostedZone> containing(DomainName name) {
        return byId.values().stream().filter(zone -> name.isWithin(zone.apex()))
                .max(Comparator.comparing(zone -> zone.apex().labelCount()));
    }
}
