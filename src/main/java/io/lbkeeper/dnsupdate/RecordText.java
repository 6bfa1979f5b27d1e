package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.TTL;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Tokenizer;
import org.xbill.DNS.Type;

/** Records as they are written in a zone file: a name, a TTL, perhaps the class IN, a type, and a value. */
final class RecordText {
    private RecordText() {
    }

    /**
     * Reads record sets out of a header.
     *
     * @param value record sets, records, lines of a zone file, or a collection of these; null for none
     */
    static List<RRset> sets(Object value, Name zone, String header) {
        Map<String, RRset> sets = new LinkedHashMap<>();
        for (Record record : records(value, zone, header)) {
            sets.computeIfAbsent(record.getName().toString().toLowerCase(Locale.ROOT) + " "
                    + record.getType(), key -> new RRset()).addRR(record);
        }
        return List.copyOf(sets.values());
    }

    private static List<Record> records(Object value, Name zone, String header) {
        List<Record> records = new ArrayList<>();
        if (value instanceof RRset set) {
            records.addAll(set.rrs(false));
        } else if (value instanceof Record record) {
            records.add(record);
        } else if (value instanceof Collection<?> several) {
            several.forEach(one -> records.addAll(records(one, zone, header)));
        } else if (value instanceof CharSequence text) {
            text.toString().lines().filter(line -> !line.isBlank()).forEach(line -> records.add(record(line, zone,
                    header)));
        } else if (value != null) {
            throw new IllegalArgumentException("dns-update: the header " + header + " holds a "
                    + value.getClass().getName() + ", but must hold record sets or lines of a zone file");
        }
        return records;
    }

    private static Record record(String line, Name zone, String header) {
        try (Tokenizer tokens = new Tokenizer(line)) {
            Name name = tokens.getName(zone);
            long ttlSeconds = TTL.parseTTL(tokens.getString());
            String word = tokens.getString();
            int type = Type.value(word.equalsIgnoreCase("IN") ? tokens.getString() : word);
            if (type < 0) {
                throw new TextParseException("no such type");
            }
            return Record.fromString(name, type, DClass.IN, ttlSeconds, tokens, zone);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("dns-update: the header " + header + " has the line \"" + line
                    + "\", which is no record such as: www.example.com. 60 IN A 192.0.2.1 (" + e.getMessage() + ")", e);
        }
    }
}
