package io.lbkeeper.dnsupdate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Which questions tell what stands at some names, and what the answers to them say. Each type is a question of its own,
 * as many servers answer one for all types with a part of them only.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8482">RFC 8482: minimal answers to ANY</a>
 */
final class RecordReading {
    /** A CNAME needs no question: it is the answer to one for any of these. */
    private static final List<Integer> ANYWHERE = List.of(Type.A, Type.AAAA, Type.TXT);
    private static final List<Integer> AT_THE_TOP = List.of(Type.NS, Type.SOA);
    private static final int DATAGRAM_BYTES = 1232;

    private final Name zone;
    private final List<Message> queries = new ArrayList<>();

    /** @param names those that are not in the zone are passed over: nothing of the zone stands there */
    RecordReading(Name zone, Collection<Name> names) {
        this.zone = zone;
        for (Name name : names) {
            if (name.subdomain(zone)) {
                ANYWHERE.forEach(type -> queries.add(query(name, type)));
                if (name.equals(zone)) {
                    AT_THE_TOP.forEach(type -> queries.add(query(name, type)));
                }
            }
        }
    }

    private static Message query(Name name, int type) {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        query.addRecord(new OPTRecord(DATAGRAM_BYTES, 0, 0), Section.ADDITIONAL);
        return query;
    }

    List<Message> queries() {
        return queries;
    }

    /**
     * The record sets at the names, by one server's answers.
     *
     * @throws DnsUpdateException where any of them does not tell
     */
    List<RRset> sets(List<DnsTransport.Reply> replies, String server) throws DnsUpdateException {
        Map<String, RRset> sets = new LinkedHashMap<>();
        for (int i = 0; i < queries.size(); i++) {
            if (!(replies.get(i) instanceof DnsTransport.Reply.Told told)) {
                throw ((DnsTransport.Reply.Failed) replies.get(i)).why();
            }
            Record question = queries.get(i).getQuestion();
            judge(told.answer(), question, server);
            Map<String, RRset> here = new LinkedHashMap<>();
            for (Record record : told.answer().getSection(Section.ANSWER)) {
                boolean isMeant = record.getType() == question.getType() || record.getType() == Type.CNAME;
                if (isMeant && record.getName().equals(question.getName())) {
                    String key = record.getName().toString().toLowerCase(Locale.ROOT) + record.getType();
                    here.computeIfAbsent(key, none -> new RRset()).addRR(record);
                }
            }
            here.forEach(sets::putIfAbsent);
        }
        return List.copyOf(sets.values());
    }

    private void judge(Message answer, Record question, String server) throws DnsUpdateException {
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            throw Refusals.ofQuery(answer, zone.toString(true), server);
        }
        if (answer.getHeader().getFlag(Flags.AA)) {
            return;
        }
        boolean isReferral = answer.getSection(Section.AUTHORITY).stream().anyMatch(record ->
                record instanceof NSRecord && record.getName().subdomain(zone) && !record.getName().equals(zone));
        throw isReferral ? new DnsUpdateException(DnsFailureKind.NOT_IN_ZONE, server + ": "
                + question.getName().toString(true) + " is delegated away from the zone " + zone.toString(true))
                : new DnsUpdateException(DnsFailureKind.NOT_AUTHORITATIVE, server + ": an answer without authority for "
                        + "the zone " + zone.toString(true) + ": name the zone's own servers, no resolver");
    }
}
