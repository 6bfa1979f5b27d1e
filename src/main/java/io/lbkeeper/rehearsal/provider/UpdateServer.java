package io.lbkeeper.rehearsal.provider;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A primary name server that takes updates from everybody: it answers queries with authority, and carries out updates
 * in the order of <a href="https://www.rfc-editor.org/rfc/rfc2136#section-3">RFC 2136, section 3</a>, each whole or not
 * at all. Its serial grows by one with each state of the zone that it has seen; who may ask is judged elsewhere.
 */
public final class UpdateServer {
    private static final long TTL_SECONDS = 900;
    private static final long REFRESH_SECONDS = 7200;
    private static final long RETRY_SECONDS = 900;
    private static final long EXPIRE_SECONDS = 1_209_600;
    private static final long NEGATIVE_SECONDS = 60;

    private final Name host;
    private ZoneState seen;
    private long serial;

    /** @param host its name in the zone's SOA, absolute */
    public UpdateServer(Name host) {
        this.host = host;
    }

    /** The answer to a message as it has arrived; a change it asks for is carried out when this returns. */
    public Message answer(Message ask, HostedZone zone) {
        Message answer = new Message(ask.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setOpcode(ask.getHeader().getOpcode());
        if (ask.getHeader().getCount(Section.QUESTION) != 1) {
            answer.getHeader().setRcode(Rcode.FORMERR);
            return answer;
        }
        answer.addRecord(ask.getQuestion(), Section.QUESTION);
        ZoneRecords records = new ZoneRecords(zone);
        switch (ask.getHeader().getOpcode()) {
            case Opcode.QUERY -> query(ask.getQuestion(), records, answer);
            case Opcode.UPDATE -> answer.getHeader().setRcode(update(ask, records));
            default -> answer.getHeader().setRcode(Rcode.NOTIMP);
        }
        return answer;
    }

    private void query(Record question, ZoneRecords records, Message answer) {
        if (question.getDClass() != DClass.IN || !question.getName().subdomain(records.apex())) {
            answer.getHeader().setRcode(Rcode.REFUSED);
            return;
        }
        answer.getHeader().setFlag(Flags.AA);
        SOARecord authority = authority(records);
        if (question.getType() == Type.SOA && question.getName().equals(records.apex())) {
            answer.addRecord(authority, Section.ANSWER);
            return;
        }
        List<Record> found = records.at(question.getName(), question.getType());
        List<Record> told = found.isEmpty() ? records.at(question.getName(), Type.CNAME) : found;
        told.forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (told.isEmpty()) {
            answer.addRecord(authority, Section.AUTHORITY);
            answer.getHeader().setRcode(records.isInUse(question.getName()) || records.hasBelow(question.getName())
                    ? Rcode.NOERROR : Rcode.NXDOMAIN);
        }
    }

    private static int update(Message ask, ZoneRecords records) {
        Record zone = ask.getQuestion();
        if (zone.getType() != Type.SOA) {
            return Rcode.FORMERR;
        }
        if (zone.getDClass() != DClass.IN || !zone.getName().equals(records.apex())) {
            return Rcode.NOTAUTH;
        }
        Optional<Integer> unmet = Prerequisites.unmet(ask.getSection(Section.PREREQ), records);
        if (unmet.isPresent()) {
            return unmet.get();
        }
        return UpdateSection.refused(ask.getSection(Section.UPDATE), records.apex())
                .orElseGet(() -> records.carryOut(ask.getSection(Section.UPDATE)));
    }

    private SOARecord authority(ZoneRecords records) {
        if (records.state() != seen) {
            seen = records.state();
            serial++;
        }
        return new SOARecord(records.apex(), DClass.IN, TTL_SECONDS, host, host, serial, REFRESH_SECONDS,
                RETRY_SECONDS, EXPIRE_SECONDS, NEGATIVE_SECONDS);
    }
}
