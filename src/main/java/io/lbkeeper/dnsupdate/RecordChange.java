package io.lbkeeper.dnsupdate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/**
 * Updates, which a server applies whole or not at all. What is expected is compared by its values, as a set; RFC 2136
 * compares no TTLs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2136#section-2.4">RFC 2136: prerequisites</a>
 */
final class RecordChange {
    private RecordChange() {
    }

    /** The name and the type of a record set. */
    private record Place(Name name, int type) {
        static Place of(RRset set) {
            return new Place(set.getName(), set.getType());
        }
    }

    /** Replaces the expected sets by the desired ones, if they still are so and nothing else is in the place. */
    static Update swap(Name zone, List<RRset> expected, List<RRset> desired) {
        Update update = new Update(zone);
        Set<Place> old = new LinkedHashSet<>();
        for (RRset set : expected) {
            old.add(Place.of(set));
            set.rrs(false).forEach(record -> update.present(withTtl(record, 0)));
        }
        desired.stream().map(Place::of).filter(place -> !old.contains(place)).distinct()
                .forEach(place -> update.absent(place.name(), place.type()));
        refuseCnames(update, old, desired);
        old.forEach(place -> update.delete(place.name(), place.type()));
        desired.forEach(set -> add(update, set));
        return update;
    }

    /** Sets the desired sets, whatever is at their names and types; a CNAME there is left alone. */
    static Update replace(Name zone, List<RRset> desired) {
        Update update = new Update(zone);
        refuseCnames(update, Set.of(), desired);
        desired.forEach(set -> {
            update.delete(set.getName(), set.getType());
            add(update, set);
        });
        return update;
    }

    /**
     * Beside a CNAME a server passes over what is added, and reports no error.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2136#section-3.4.2.2">RFC 2136: CNAME</a>
     */
    private static void refuseCnames(Update update, Set<Place> old, List<RRset> desired) {
        desired.stream().filter(set -> set.getType() != Type.CNAME).map(RRset::getName).distinct()
                .filter(name -> !old.contains(new Place(name, Type.CNAME)))
                .forEach(name -> update.absent(name, Type.CNAME));
    }

    private static void add(Update update, RRset set) {
        set.rrs(false).forEach(record -> update.add(withTtl(record, set.getTTL())));
    }

    /** In a prerequisite the TTL is zero; of one set all have the same. */
    private static Record withTtl(Record record, long ttlSeconds) {
        return Record.newRecord(record.getName(), record.getType(), record.getDClass(), ttlSeconds,
                record.rdataToWireCanonical());
    }
}
