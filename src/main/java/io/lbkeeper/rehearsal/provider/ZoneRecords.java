package io.lbkeeper.rehearsal.provider;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** A zone's records as a name server has them; of those with a routing policy of Route 53's it knows nothing. */
final class ZoneRecords {
    private final HostedZone zone;
    private final ZoneState state;
    private final Name apex;

    ZoneRecords(HostedZone zone) {
        this.zone = zone;
        state = zone.state();
        apex = name(zone.name());
    }

    Name apex() {
        return apex;
    }

    ZoneState state() {
        return state;
    }

    List<Record> at(Name name, int type) {
        return type(type).flatMap(known -> find(name, known)).map(set -> records(name, set)).orElse(List.of());
    }

    boolean isInUse(Name name) {
        return Stream.of(RecordType.values()).anyMatch(type -> find(name, type).isPresent());
    }

    /** Whether there is a name below this one, which itself is an empty non-terminal then. */
    boolean hasBelow(Name name) {
        return state.contents().all().stream().map(set -> name(set.name()))
                .anyMatch(other -> other.subdomain(name) && !other.equals(name));
    }

    /**
     * Carries an update section out: <a href="https://www.rfc-editor.org/rfc/rfc2136#section-3.4.2">RFC 2136,
     * 3.4.2</a>.
     *
     * @return the code of the answer
     */
    int carryOut(List<Record> updates) {
        Map<ZoneKey, List<Record>> after = new LinkedHashMap<>();
        try {
            for (Record one : updates) {
                for (RecordType type : types(one)) {
                    ZoneKey key = new ZoneKey(one.getName(), type);
                    carryOut(one, after.computeIfAbsent(key, fresh -> new ArrayList<>(at(fresh.name(),
                            fresh.type().dnsType()))), stands(after, one));
                }
            }
            List<RecordChange> batch = batch(after);
            if (!batch.isEmpty()) {
                zone.change(batch);
            }
            return Rcode.NOERROR;
        } catch (Refusal refused) {
            return Rcode.SERVFAIL;
        }
    }

    private record ZoneKey(Name name, RecordType type) {
    }

    /** The types that one line of an update section is about; those that nobody may touch here are left out. */
    private List<RecordType> types(Record one) {
        return Stream.of(RecordType.values())
                .filter(type -> one.getType() == Type.ANY || one.getType() == type.dnsType())
                .filter(type -> !one.getName().equals(apex) || type != RecordType.SOA && type != RecordType.NS)
                .toList();
    }

    /** Whether an addition is passed over, since a CNAME stands alone: RFC 2136, 3.4.2.2. */
    private boolean stands(Map<ZoneKey, List<Record>> after, Record one) {
        boolean alias = one.getType() == Type.CNAME;
        return Stream.of(RecordType.values()).filter(type -> alias != (type == RecordType.CNAME))
                .anyMatch(type -> !after.getOrDefault(new ZoneKey(one.getName(), type),
                        at(one.getName(), type.dnsType())).isEmpty());
    }

    private static void carryOut(Record one, List<Record> here, boolean inTheWay) {
        switch (one.getDClass()) {
            case DClass.ANY -> here.clear();
            case DClass.NONE -> here.removeIf(old -> old.rdataToString().equals(one.rdataToString()));
            default -> {
                if (!inTheWay) {
                    here.removeIf(old -> one.getType() == Type.CNAME
                            || old.rdataToString().equals(one.rdataToString()));
                    here.add(one);
                }
            }
        }
    }

    private List<RecordChange> batch(Map<ZoneKey, List<Record>> after) {
        List<RecordChange> deletions = new ArrayList<>();
        List<RecordChange> creations = new ArrayList<>();
        after.forEach((key, records) -> {
            Optional<ResourceRecordSet> before = find(key.name(), key.type());
            Optional<ResourceRecordSet> now = set(key, records);
            if (!now.equals(before)) {
                before.map(RecordChange::delete).ifPresent(deletions::add);
                now.map(RecordChange::create).ifPresent(creations::add);
            }
        });
        return Stream.concat(deletions.stream(), creations.stream()).toList();
    }

    /** All records of a set have one TTL: the last that was sent. */
    private static Optional<ResourceRecordSet> set(ZoneKey key, List<Record> records) {
        return records.isEmpty() ? Optional.empty() : Optional.of(ResourceRecordSet.simple(
                key.name().toString().toLowerCase(Locale.ROOT), key.type(),
                Duration.ofSeconds(records.get(records.size() - 1).getTTL()),
                records.stream().map(Record::rdataToString).toArray(String[]::new)));
    }

    private Optional<ResourceRecordSet> find(Name name, RecordType type) {
        return DomainName.find(name.toString()).flatMap(found -> state.contents().at(found, type).stream()
                .filter(set -> set.policies().isEmpty() && set.alias().isEmpty()).findFirst());
    }

    private static List<Record> records(Name name, ResourceRecordSet set) {
        return set.values().stream().map(value -> record(name, set, value)).toList();
    }

    private static Record record(Name name, ResourceRecordSet set, String value) {
        try {
            return Record.fromString(name, set.type().dnsType(), DClass.IN, set.ttl().orElseThrow().toSeconds(), value,
                    Name.root);
        } catch (IOException e) {
            throw new IllegalArgumentException(set.name() + " " + set.type() + " " + value + " is no record", e);
        }
    }

    private static Optional<RecordType> type(int dnsType) {
        return Stream.of(RecordType.values()).filter(type -> type.dnsType() == dnsType).findFirst();
    }

    private static Name name(String text) {
        try {
            return Name.fromString(text);
        } catch (TextParseException e) {
            throw new IllegalArgumentException(text + " is no name", e);
        }
    }
}
