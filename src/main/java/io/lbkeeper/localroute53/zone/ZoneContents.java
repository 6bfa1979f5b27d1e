package io.lbkeeper.localroute53.zone;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All record sets of a zone at one moment. Never changes: a batch makes new contents. */
public final class ZoneContents {
    private final NavigableMap<RecordKey, ResourceRecordSet> sets;

    public ZoneContents(Map<RecordKey, ResourceRecordSet> sets) {
        this.sets = Collections.unmodifiableNavigableMap(new TreeMap<>(sets));
    }

    public NavigableMap<RecordKey, ResourceRecordSet> sets() {
        return sets;
    }

    public List<ResourceRecordSet> all() {
        return List.copyOf(sets.values());
    }

    public Collection<ResourceRecordSet> at(DomainName name) {
        return sets.subMap(lowest(name), true, highest(name), true).values();
    }

    public List<ResourceRecordSet> at(DomainName name, RecordType type) {
        return at(name).stream().filter(set -> set.type() == type).toList();
    }

    /** Whether a record stands at the name or anywhere below it (RFC 4592, empty non-terminals exist). */
    public boolean hasName(DomainName name) {
        RecordKey next = sets.ceilingKey(lowest(name));
        return next != null && next.name().isWithin(name);
    }

    /** The record sets from {@code start} on, at most {@code maxItems} of them. */
    public Page page(Optional<RecordKey> start, int maxItems) {
        NavigableMap<RecordKey, ResourceRecordSet> rest = start.map(key -> sets.tailMap(key, true)).orElse(sets);
        return new Page(rest.values().stream().limit(maxItems).toList(),
                rest.values().stream().skip(maxItems).findFirst());
    }

    /** One page of a listing, and the record set with which the next begins. */
    public record Page(List<ResourceRecordSet> sets, Optional<ResourceRecordSet> next) {
    }

    private static RecordKey lowest(DomainName name) {
        return new RecordKey(name, "", "");
    }

    private static RecordKey highest(DomainName name) {
        return new RecordKey(name, "\uffff", "");
    }
}
