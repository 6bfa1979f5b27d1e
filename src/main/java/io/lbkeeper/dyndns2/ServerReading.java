package io.lbkeeper.dyndns2;

import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.nameserver.NameServer;
import io.lbkeeper.nameserver.Serials;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * What one name server with authority tells of some names.
 *
 * @param serial of its copy of the zone, or of an older one
 */
record ServerReading(String server, OptionalLong serial, Set<RecordSet> sets) {
    private static final List<Integer> TYPES = List.of(Type.A, Type.AAAA);

    /**
     * Asks it. The serial comes first: what is read after it is as new, or newer.
     *
     * @param ttl what is told for each record's; it is not lbkeeper's to set
     */
    static ServerReading of(String server, List<String> names, Duration ttl, Duration timeout) throws IOException {
        NameServer asked = NameServer.at(server, timeout);
        OptionalLong serial = names.isEmpty() ? OptionalLong.empty()
                : NameServer.serial(ask(asked, names.get(0), Type.SOA));
        List<RecordSet> sets = new ArrayList<>();
        for (String name : names) {
            for (int type : TYPES) {
                sets.addAll(sets(ask(asked, name, type), name, type, ttl));
            }
        }
        return new ServerReading(server, serial, Set.copyOf(sets));
    }

    boolean isOlderThan(ServerReading other) {
        return serial.isPresent() && other.serial.isPresent()
                && Serials.compare(serial.getAsLong(), other.serial.getAsLong()) < 0;
    }

    private static Message ask(NameServer server, String name, int type) throws IOException {
        Message answer = server.ask(name, type);
        Optional<String> objection = NameServer.objection(answer);
        if (objection.isPresent()) {
            throw new IOException(objection.get());
        }
        return answer;
    }

    private static List<RecordSet> sets(Message answer, String name, int type, Duration ttl) {
        List<RecordSet> sets = new ArrayList<>();
        for (int one : List.of(type, Type.CNAME)) {
            String[] values = answer.getSection(Section.ANSWER).stream().filter(record -> record.getType() == one
                    && record.getName().toString(true).equalsIgnoreCase(name)).map(Record::rdataToString)
                    .map(text -> text.toLowerCase(Locale.ROOT)).sorted().toArray(String[]::new);
            if (values.length > 0) {
                sets.add(RecordSet.simple(name, Type.string(one), ttl, values));
            }
        }
        return sets;
    }
}
