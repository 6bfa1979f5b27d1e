package io.lbkeeper.dyndns2;

import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/**
 * What one name server with authority tells of some names.
 *
 * @param serial of its copy of the zone, or of an older one
 */
record ServerReading(String server, OptionalLong serial, Set<RecordSet> sets) {
    private static final int DNS_PORT = 53;
    private static final List<Integer> TYPES = List.of(Type.A, Type.AAAA);

    /**
     * Asks it. The serial comes first: what is read after it is as new, or newer.
     *
     * @param ttl what is told for each record's; it is not lbkeeper's to set
     */
    static ServerReading of(String server, List<String> names, Duration ttl, Duration timeout) throws IOException {
        SimpleResolver resolver = new SimpleResolver(address(server));
        resolver.setTimeout(timeout);
        OptionalLong serial = names.isEmpty() ? OptionalLong.empty() : serial(ask(resolver, names.get(0), Type.SOA));
        List<RecordSet> sets = new ArrayList<>();
        for (String name : names) {
            for (int type : TYPES) {
                sets.addAll(sets(ask(resolver, name, type), name, type, ttl));
            }
        }
        return new ServerReading(server, serial, Set.copyOf(sets));
    }

    /** RFC 1982: serials go round. */
    boolean isOlderThan(ServerReading other) {
        return serial.isPresent() && other.serial.isPresent()
                && (int) (other.serial.getAsLong() - serial.getAsLong()) > 0;
    }

    private static Message ask(SimpleResolver resolver, String name, int type) throws IOException {
        Message query = Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        Message answer;
        try {
            answer = resolver.send(query);
        } catch (IOException lost) {
            answer = resolver.send(query);
        }
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            throw new IOException(Rcode.string(code));
        }
        if (!answer.getHeader().getFlag(Flags.AA)) {
            throw new IOException("no authority for " + name);
        }
        return answer;
    }

    /** Where the name is not the zone's own, the SOA comes with the answer that there is none at the name. */
    private static OptionalLong serial(Message answer) {
        return Stream.of(Section.ANSWER, Section.AUTHORITY).flatMap(section -> answer.getSection(section).stream())
                .filter(SOARecord.class::isInstance).mapToLong(soa -> ((SOARecord) soa).getSerial()).findFirst();
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

    /** A host or address, perhaps with a port; an IPv6 address with a port has brackets. */
    private static InetSocketAddress address(String server) throws UnknownHostException {
        int colon = server.lastIndexOf(':');
        boolean hasPort = colon > 0 && (server.indexOf(':') == colon || server.charAt(colon - 1) == ']');
        InetSocketAddress address = new InetSocketAddress(hasPort ? server.substring(0, colon) : server,
                hasPort ? Integer.parseInt(server.substring(colon + 1)) : DNS_PORT);
        if (address.isUnresolved()) {
            throw new UnknownHostException("its address is not known here");
        }
        return address;
    }
}
