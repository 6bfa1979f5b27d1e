package io.lbkeeper.localroute53.account;

import io.lbkeeper.localroute53.health.HealthChecks;
import io.lbkeeper.localroute53.zone.ChangeAction;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordKey;
import io.lbkeeper.localroute53.zone.RecordRules;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.RequestForm;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.UnacceptableText;
import io.lbkeeper.localroute53.zone.ZoneContents;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One batch against one moment of a zone: each change is judged, in the order given, against the records as the
 * changes before it left them. All that is wrong is collected; only a batch without a fault yields new contents.
 */
public final class Transaction {
    private static final int ZONE_LIMIT = 10_000;
    private static final int RECORD_LIMIT = 1000;
    private static final int VALUE_LIMIT_CHARACTERS = 32_000;
    private final ZoneState zone;
    private final HealthChecks checks;
    private final TreeMap<RecordKey, ResourceRecordSet> working;
    private final List<String> faults = new ArrayList<>();

    private Transaction(ZoneState zone, HealthChecks checks) {
        this.zone = zone;
        this.checks = checks;
        this.working = new TreeMap<>(zone.contents().sets());
    }

    /** The zone as the batch leaves it. */
    public static ZoneState apply(AccountState before, String zoneId, List<RecordChange> changes) throws Refusal {
        ZoneState zone = before.zone(zoneId);
        return zone.with(new Transaction(zone, before.checks()).apply(changes));
    }

    private ZoneContents apply(List<RecordChange> changes) throws Refusal {
        RequestForm.judge(changes);
        judgeHealthChecks(changes);
        judgeSize(changes);
        List<KeyedChange> keyed = withKeys(changes);
        Set<RecordKey> invalid = invalidSequences(keyed);
        for (KeyedChange change : keyed) {
            if (!invalid.contains(change.key())) {
                apply(change.action(), change.key(), change.set());
            }
        }
        judgeApex();
        refuseFaults();
        judgeRoom();
        return new ZoneContents(working);
    }

    /** A change whose name was found good and brought into Route 53's form. */
    private record KeyedChange(ChangeAction action, RecordKey key, ResourceRecordSet set) {
    }

    /** A DELETE may name one that is gone: the record has to go too. */
    private void judgeHealthChecks(List<RecordChange> changes) throws Refusal {
        for (RecordChange change : changes) {
            if (change.action() != ChangeAction.DELETE && change.set().healthCheckId().isPresent()) {
                checks.check(change.set().healthCheckId().get());
            }
        }
    }

    private void judgeSize(List<RecordChange> changes) throws Refusal {
        int records = 0;
        long characters = 0;
        for (RecordChange change : changes) {
            int weight = change.action() == ChangeAction.UPSERT ? 2 : 1;
            List<String> values = change.set().values();
            records += weight * Math.max(1, values.size());
            characters += (long) weight * values.stream().mapToInt(String::length).sum();
        }
        if (records > RECORD_LIMIT) {
            faults.add("Number of records limit of " + RECORD_LIMIT + " exceeded.");
        }
        if (characters > VALUE_LIMIT_CHARACTERS) {
            faults.add("Number of characters limit of " + VALUE_LIMIT_CHARACTERS + " exceeded.");
        }
        refuseFaults();
    }

    private List<KeyedChange> withKeys(List<RecordChange> changes) {
        List<KeyedChange> keyed = new ArrayList<>();
        for (RecordChange change : changes) {
            try {
                DomainName name = DomainName.parse(change.set().name());
                keyed.add(new KeyedChange(change.action(), RecordKey.of(name, change.set()),
                        change.set().named(name)));
            } catch (UnacceptableText e) {
                faults.add(e.getMessage());
            }
        }
        return keyed;
    }

    /** Of one record set a batch may hold one change, or its DELETE followed by its CREATE. */
    private Set<RecordKey> invalidSequences(List<KeyedChange> changes) {
        Map<RecordKey, List<ChangeAction>> sequences = new LinkedHashMap<>();
        for (KeyedChange change : changes) {
            sequences.computeIfAbsent(change.key(), key -> new ArrayList<>()).add(change.action());
        }
        Set<RecordKey> invalid = new HashSet<>();
        sequences.forEach((key, actions) -> {
            if (actions.size() > 1 && !actions.equals(List.of(ChangeAction.DELETE, ChangeAction.CREATE))) {
                invalid.add(key);
                faults.add("The request contains an invalid set of changes for a resource record set '" + key.type()
                        + " " + key.name() + "'");
            }
        });
        return invalid;
    }

    private void apply(ChangeAction action, RecordKey key, ResourceRecordSet set) {
        if (action == ChangeAction.DELETE) {
            delete(key, set);
            return;
        }
        Optional<String> fault = new RecordRules(zone, working).fault(key, set);
        if (fault.isEmpty() && action == ChangeAction.CREATE && working.containsKey(key)) {
            fault = Optional.of("Tried to create resource record set " + key + " but it already exists");
        }
        fault.ifPresentOrElse(faults::add, () -> working.put(key, set));
    }

    private void delete(RecordKey key, ResourceRecordSet set) {
        ResourceRecordSet current = working.get(key);
        if (current == null) {
            faults.add("Tried to delete resource record set " + key + " but it was not found");
        } else if (!current.matches(set)) {
            faults.add("Tried to delete resource record set " + key
                    + " but the values provided do not match the current values");
        } else {
            working.remove(key);
        }
    }

    private void judgeApex() {
        for (RecordType type : List.of(RecordType.NS, RecordType.SOA)) {
            RecordKey key = new RecordKey(zone.apex(), type.name(), "");
            if (!working.containsKey(key)) {
                faults.add(type == RecordType.SOA ? "A HostedZone must contain exactly one SOA record."
                        : "A HostedZone must contain at least one NS record for the zone itself.");
            }
        }
    }

    /** The limit is on all record sets of the zone, as GetHostedZone counts them. */
    private void judgeRoom() throws Refusal {
        if (working.size() > Math.max(ZONE_LIMIT, zone.contents().sets().size())) {
            throw new Refusal("LimitsExceeded", "Limits Exceeded: MAX_RRSETS_BY_ZONE - hosted zone " + zone.id()
                    + " cannot have more than " + ZONE_LIMIT + " resource record sets.");
        }
    }

    private void refuseFaults() throws Refusal {
        if (!faults.isEmpty()) {
            throw new Refusal("InvalidChangeBatch", "[" + String.join(", ", faults) + "]");
        }
    }
}
