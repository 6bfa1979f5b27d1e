package io.lbkeeper.localroute53.dns;

import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.ZoneContents;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * What one zone, as it is at one moment, says to one question: RFC 1034 section 4.3.2 with wildcards (RFC 4592),
 * negative answers with the SOA (RFC 2308), Route 53's alias records and its routing policies.
 */
public final class ZoneLookup {
    private static final int CHAIN_LIMIT = 16;
    private final DomainName apex;
    private final ZoneContents contents;
    private final AnswerRecords records;
    private final Message response;

    public ZoneLookup(ZoneState zone, Message response, Predicate<String> healthyCheck, Random random) {
        this.apex = zone.apex();
        this.contents = zone.contents();
        this.records = new AnswerRecords(contents, healthyCheck, random);
        this.response = response;
    }

    public void answer(Name question, int type) {
        response.getHeader().setFlag(Flags.AA);
        Name owner = question;
        for (int link = 0; link < CHAIN_LIMIT; link++) {
            DomainName name = DomainName.of(owner);
            if (!name.isWithin(apex) || refer(name, type, link)) {
                return;
            }
            Optional<Collection<ResourceRecordSet>> sets = setsFor(name);
            if (sets.isEmpty()) {
                response.getHeader().setRcode(Rcode.NXDOMAIN);
                addNegativeSoa();
                return;
            }
            boolean followed = type != Type.ANY && type != Type.CNAME;
            List<Record> cname = followed ? records.of(sets.get(), owner, Type.CNAME) : List.of();
            if (cname.isEmpty()) {
                answerFrom(sets.get(), owner, type);
                return;
            }
            if (response.findRecord(cname.get(0), Section.ANSWER)) {
                return;
            }
            response.addRecord(cname.get(0), Section.ANSWER);
            owner = ((CNAMERecord) cname.get(0)).getTarget();
        }
    }

    private void answerFrom(Collection<ResourceRecordSet> sets, Name owner, int type) {
        // To ANY one record set is answer enough (RFC 8482, section 4.1).
        int answered = type != Type.ANY ? type
                : sets.stream().findFirst().map(set -> set.type().dnsType()).orElse(type);
        List<Record> found = records.of(sets, owner, answered);
        found.forEach(record -> response.addRecord(record, Section.ANSWER));
        if (found.isEmpty()) {
            addNegativeSoa();
        }
    }

    /** The record sets that answer for a name, by a wildcard perhaps; nothing where the name does not exist. */
    private Optional<Collection<ResourceRecordSet>> setsFor(DomainName name) {
        if (contents.hasName(name)) {
            return Optional.of(contents.at(name));
        }
        DomainName encloser = name.parent();
        while (!contents.hasName(encloser)) {
            encloser = encloser.parent();
        }
        Collection<ResourceRecordSet> wildcard = contents.at(encloser.wildcardBelow());
        return wildcard.isEmpty() ? Optional.empty() : Optional.of(wildcard);
    }

    /** Points to the name servers of a delegated part of the zone, where the name lies in one. */
    private boolean refer(DomainName name, int type, int link) {
        Optional<DomainName> cut = cutAbove(name, type);
        if (cut.isEmpty()) {
            return false;
        }
        if (link == 0) {
            response.getHeader().unsetFlag(Flags.AA);
        }
        for (Record server : records.of(contents.at(cut.get()), cut.get().toDns(), Type.NS)) {
            response.addRecord(server, Section.AUTHORITY);
            addGlue(server.getAdditionalName());
        }
        return true;
    }

    private Optional<DomainName> cutAbove(DomainName name, int type) {
        Optional<DomainName> cut = Optional.empty();
        for (DomainName at = name; !at.equals(apex); at = at.parent()) {
            boolean parentsOwn = type == Type.DS && at.equals(name);
            if (!parentsOwn && !contents.at(at, RecordType.NS).isEmpty()) {
                cut = Optional.of(at);
            }
        }
        return cut;
    }

    private void addGlue(Name server) {
        DomainName name = DomainName.of(server);
        List<Record> glue = new ArrayList<>(records.of(contents.at(name), server, Type.A));
        glue.addAll(records.of(contents.at(name), server, Type.AAAA));
        glue.forEach(record -> response.addRecord(record, Section.ADDITIONAL));
    }

    /** "No such name" and "no such data" may be kept for the lesser of the SOA's TTL and its minimum. */
    private void addNegativeSoa() {
        SOARecord soa = (SOARecord) records.of(contents.at(apex), apex.toDns(), Type.SOA).get(0);
        long ttlSeconds = Math.min(soa.getTTL(), soa.getMinimum());
        response.addRecord(Record.newRecord(soa.getName(), Type.SOA, soa.getDClass(), ttlSeconds,
                soa.rdataToWireCanonical()), Section.AUTHORITY);
    }
}
