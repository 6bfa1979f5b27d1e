package io.lbkeeper.localroute53.account;

import io.lbkeeper.localroute53.health.HealthCheck;
import io.lbkeeper.localroute53.health.HealthChecks;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * All that the endpoint knows, at one moment. Never changes: a call makes a new one, so that whoever reads sees all
 * of a call or nothing of it.
 *
 * @param zones           by id, the oldest first
 * @param zoneReferences  the caller references of all zones that ever were
 * @param checkReferences the caller references of all health checks that ever were
 * @param changeCount     how many changes were accepted so far; their ids are made from it
 */
public record AccountState(Map<String, ZoneState> zones, HealthChecks checks, Set<String> zoneReferences,
                           Set<String> checkReferences, long changeCount) {
    public static final AccountState EMPTY = new AccountState(Map.of(), HealthChecks.NONE, Set.of(), Set.of(), 0);

    public ZoneState zone(String id) throws Refusal {
        return findZone(id).orElseThrow(() ->
                new Refusal("NoSuchHostedZone", "No hosted zone found with ID: " + id));
    }

    Optional<ZoneState> findZone(String id) {
        return Optional.ofNullable(zones.get(id));
    }

    public List<ZoneState> zonesById() {
        return zones.values().stream().sorted(Comparator.comparing(ZoneState::id)).toList();
    }

    /** In the order of ListHostedZonesByName: by reversed labels, then by id. */
    public List<ZoneState> zonesByName() {
        return zones.values().stream()
                .sorted(Comparator.comparing(ZoneState::apex).thenComparing(ZoneState::id)).toList();
    }

    /**
     * The public zone that is asked for this name: of several, the one with the longest name, and of several with
     * that name the oldest. Private zones are for their networks only, in which this endpoint is not.
     */
    public Optional<ZoneState> containing(DomainName name) {
        ZoneState found = null;
        for (ZoneState zone : zones.values()) {
            boolean closer = found == null || zone.apex().labelCount() > found.apex().labelCount();
            if (closer && !zone.isPrivate() && name.isWithin(zone.apex())) {
                found = zone;
            }
        }
        return Optional.ofNullable(found);
    }

    public AccountState with(ZoneState zone) {
        return withZones(next -> next.put(zone.id(), zone)).remembering(zone.callerReference());
    }

    public AccountState withoutZone(String id) {
        return withZones(next -> next.remove(id));
    }

    private AccountState withZones(Consumer<Map<String, ZoneState>> step) {
        Map<String, ZoneState> next = new LinkedHashMap<>(zones);
        step.accept(next);
        return new AccountState(Collections.unmodifiableMap(next), checks, zoneReferences, checkReferences,
                changeCount);
    }

    private AccountState remembering(String zoneReference) {
        return zoneReferences.contains(zoneReference) ? this : new AccountState(zones, checks,
                plus(zoneReferences, zoneReference), checkReferences, changeCount);
    }

    public AccountState with(HealthCheck check) {
        Set<String> references = checkReferences.contains(check.callerReference()) ? checkReferences
                : plus(checkReferences, check.callerReference());
        return new AccountState(zones, checks.with(check), zoneReferences, references, changeCount);
    }

    public AccountState withoutCheck(String id) {
        return new AccountState(zones, checks.without(id), zoneReferences, checkReferences, changeCount);
    }

    public AccountState counted() {
        return new AccountState(zones, checks, zoneReferences, checkReferences, changeCount + 1);
    }

    private static Set<String> plus(Set<String> before, String more) {
        Set<String> next = new LinkedHashSet<>(before);
        next.add(more);
        return Collections.unmodifiableSet(next);
    }
}
