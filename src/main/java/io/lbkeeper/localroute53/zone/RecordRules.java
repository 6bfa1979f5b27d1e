package io.lbkeeper.localroute53.zone;

import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether a record set may stand in a zone, beside the others that stand there; by its name, its values, its
 * neighbours and its alias target. The first fault found is the one that is told.
 */
public final class RecordRules {
    private static final int VALUES_LIMIT = 400;
    private static final Set<RecordType> SINGLE_VALUED = Set.of(RecordType.CNAME, RecordType.SOA);
    private final ZoneState zone;
    private final NavigableMap<RecordKey, ResourceRecordSet> standing;

    public RecordRules(ZoneState zone, NavigableMap<RecordKey, ResourceRecordSet> standing) {
        this.zone = zone;
        this.standing = standing;
    }

    public Optional<String> fault(RecordKey key, ResourceRecordSet set) {
        return ownFault(key, set).or(() -> aliasFault(set));
    }

    /** Leaves out the target of an alias, which may have gone since. */
    public Optional<String> ownFault(RecordKey key, ResourceRecordSet set) {
        return Stream.<Supplier<Optional<String>>>of(
                        () -> nameFault(key, set), () -> valueFault(key, set), () -> cnameFault(key, set),
                        () -> new SetRules(siblings(key)).fault(key, set))
                .map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> nameFault(RecordKey key, ResourceRecordSet set) {
        boolean atApex = key.name().equals(zone.apex());
        if (!key.name().isWithin(zone.apex())) {
            return Optional.of("RRSet with DNS name " + key.name() + " is not permitted in zone " + zone.name());
        }
        if (set.type() == RecordType.CNAME && atApex) {
            return refused(key, "is not permitted at apex in zone " + zone.name());
        }
        if (set.type() == RecordType.SOA && !atApex) {
            return refused(key, "is permitted only at apex in zone " + zone.name());
        }
        if (set.type() == RecordType.NS && key.name().isWildcard()) {
            return refused(key, "is not permitted as wildcard in zone " + zone.name());
        }
        if (set.policies().stream().anyMatch(policy -> !policy.isFor(set.type()))) {
            return refused(key, "is not permitted with a routing policy of this kind in zone " + zone.name());
        }
        return Optional.empty();
    }

    private Optional<String> valueFault(RecordKey key, ResourceRecordSet set) {
        if (set.values().size() > VALUES_LIMIT) {
            return Optional.of("Cannot have more than " + VALUES_LIMIT + " records in a RRSet");
        }
        if (SINGLE_VALUED.contains(set.type()) && set.values().size() > 1) {
            return refused(key, "has " + set.values().size() + " resource records, but only one is permitted");
        }
        Set<String> seen = new HashSet<>();
        for (String value : set.values()) {
            try {
                byte[] data = RecordData.parse(key.name().toDns(), set.type(), 0, value).rdataToWireCanonical();
                if (!seen.add(HexFormat.of().formatHex(data))) {
                    return Optional.of("Duplicate Resource Record: '" + value + "'");
                }
            } catch (UnacceptableText e) {
                return Optional.of("Invalid Resource Record: '" + e.getMessage() + "'");
            }
        }
        return Optional.empty();
    }

    private Optional<String> cnameFault(RecordKey key, ResourceRecordSet set) {
        Collection<RecordKey> others = neighbours(key).keySet();
        if (set.type() == RecordType.CNAME && others.stream().anyMatch(other -> !other.sameNameAndType(key))) {
            return refused(key, "is not permitted as it conflicts with other records with the same DNS name in zone "
                    + zone.name());
        }
        boolean underCname = others.stream().anyMatch(other -> other.type().equals(RecordType.CNAME.name()));
        if (set.type() != RecordType.CNAME && underCname) {
            // The two spaces before CNAME are AWS's own.
            return refused(key, "is not permitted because a conflicting RRSet of type  CNAME with the same DNS name"
                    + " already exists in zone " + zone.name());
        }
        return Optional.empty();
    }

    private Optional<String> refused(RecordKey key, String why) {
        return Optional.of("RRSet of type " + key.type() + " with DNS name " + key.name() + " " + why);
    }

    private Optional<String> aliasFault(ResourceRecordSet set) {
        if (set.alias().isEmpty()) {
            return Optional.empty();
        }
        if (set.policies().contains(new RoutingPolicy.MultiValue())) {
            return Optional.of("Tried to create an alias with a multivalue answer, which an alias cannot have");
        }
        AliasTarget target = set.alias().get();
        if (set.type() == RecordType.NS || set.type() == RecordType.SOA) {
            return Optional.of("Tried to create an alias of type " + set.type() + ", which cannot be an alias");
        }
        DomainName name;
        try {
            name = DomainName.parse(target.dnsName());
        } catch (UnacceptableText e) {
            return Optional.of(e.getMessage());
        }
        String tried = "Tried to create an alias that targets " + name + ", type " + set.type() + " in zone "
                + target.hostedZoneId() + ", but ";
        if (target.hostedZoneId().equals(zone.id()) && !name.isWithin(zone.apex())) {
            return Optional.of(tried + "the alias target name does not lie within the target zone");
        }
        RecordKey wanted = new RecordKey(name, set.type().name(), "");
        RecordKey next = standing.ceilingKey(wanted);
        boolean found = next != null && next.sameNameAndType(wanted) && target.hostedZoneId().equals(zone.id())
                && !name.toString().equals(set.name());
        return found ? Optional.empty() : Optional.of(tried + "that target was not found");
    }

    /** The other record sets at this name. */
    private NavigableMap<RecordKey, ResourceRecordSet> neighbours(RecordKey key) {
        NavigableMap<RecordKey, ResourceRecordSet> all = new TreeMap<>(standing.subMap(
                new RecordKey(key.name(), "", ""), true, new RecordKey(key.name(), "\uffff", ""), true));
        all.remove(key);
        return all;
    }

    /** The other record sets of this name and type. */
    private Collection<ResourceRecordSet> siblings(RecordKey key) {
        return neighbours(key).entrySet().stream().filter(entry -> entry.getKey().sameNameAndType(key))
                .map(Map.Entry::getValue).toList();
    }
}
