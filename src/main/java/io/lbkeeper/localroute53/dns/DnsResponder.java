package io.lbkeeper.localroute53.dns;

import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.zone.DomainName;
import io.lbkeeper.localroute53.zone.ZoneState;
import java.io.IOException;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** From the octets of a query to the octets of its response. Whatever the octets are, it does not throw. */
public final class DnsResponder {
    static final int TCP_LIMIT_OCTETS = 65_535;
    /** What this server offers to take and to send over UDP (DNS flag day 2020 advises 1232). */
    static final int UDP_LIMIT_OCTETS = 1232;
    private static final int UDP_LEAST_OCTETS = 512;
    private static final int HEADER_OCTETS = 12;
    private static final Logger LOG = LoggerFactory.getLogger(DnsResponder.class);
    private final ZoneCatalog zones;
    private final Random random;

    /** @param random draws by weight, and of more than eight multivalue sets */
    public DnsResponder(ZoneCatalog zones, Random random) {
        this.zones = zones;
        this.random = random;
    }

    Optional<byte[]> overUdp(byte[] query) {
        return respond(query, false);
    }

    Optional<byte[]> overTcp(byte[] query) {
        return respond(query, true);
    }

    private Optional<byte[]> respond(byte[] query, boolean tcp) {
        Optional<Header> header = header(query);
        if (header.isEmpty() || header.get().getFlag(Flags.QR)) {
            // Answering a response could make two servers talk for ever.
            return Optional.empty();
        }
        try {
            if (header.get().getOpcode() != Opcode.QUERY) {
                return Optional.of(bare(header.get(), Rcode.NOTIMP));
            }
            Message parsed = new Message(query);
            Message response = answer(parsed);
            return Optional.of(response.toWire(tcp ? TCP_LIMIT_OCTETS : udpLimitOctets(parsed)));
        } catch (IOException e) {
            return Optional.of(bare(header.get(), Rcode.FORMERR));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("A DNS query could not be answered", e);
            return Optional.of(bare(header.get(), Rcode.SERVFAIL));
        }
    }

    private static Optional<Header> header(byte[] query) {
        if (query.length < HEADER_OCTETS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Header(query));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] bare(Header query, int rcode) {
        Header header = new Header(query.getID());
        header.setOpcode(query.getOpcode());
        header.setFlag(Flags.QR);
        if (query.getFlag(Flags.RD)) {
            header.setFlag(Flags.RD);
        }
        header.setRcode(rcode);
        return header.toWire();
    }

    private static int udpLimitOctets(Message query) {
        OPTRecord opt = query.getOPT();
        int asked = opt == null ? UDP_LEAST_OCTETS : opt.getPayloadSize();
        return Math.max(UDP_LEAST_OCTETS, Math.min(asked, UDP_LIMIT_OCTETS));
    }

    private Message answer(Message query) throws IOException {
        if (query.getHeader().getCount(Section.QUESTION) != 1
                || query.getSection(Section.ADDITIONAL).stream().filter(r -> r.getType() == Type.OPT).count() > 1) {
            return new Message(bare(query.getHeader(), Rcode.FORMERR));
        }
        Message response = new Message(bare(query.getHeader(), Rcode.NOERROR));
        Record question = query.getQuestion();
        response.addRecord(question, Section.QUESTION);
        OPTRecord opt = query.getOPT();
        if (opt != null && opt.getVersion() > 0) {
            response.addRecord(new OPTRecord(UDP_LIMIT_OCTETS, Rcode.BADVERS >> 4, 0), Section.ADDITIONAL);
            return response;
        }
        lookUp(question, response);
        if (opt != null) {
            response.addRecord(new OPTRecord(UDP_LIMIT_OCTETS, 0, 0), Section.ADDITIONAL);
        }
        return response;
    }

    /** The DS record at a zone's apex is its parent's, where the parent is here too (RFC 4035, section 3.1.4.1). */
    private static Optional<ZoneState> zone(AccountState now, DomainName name, int type) {
        Optional<ZoneState> parent = type != Type.DS || name.labelCount() < 2 ? Optional.empty()
                : now.containing(name.parent()).filter(zone -> zone.contents().hasName(name));
        return parent.or(() -> now.containing(name));
    }

    private void lookUp(Record question, Message response) {
        AccountState now = zones.now();
        Optional<ZoneState> zone = zone(now, DomainName.of(question.getName()), question.getType());
        boolean transfer = question.getType() == Type.AXFR || question.getType() == Type.IXFR;
        if (zone.isEmpty() || transfer || question.getDClass() != DClass.IN) {
            response.getHeader().setRcode(Rcode.REFUSED);
        } else {
            new ZoneLookup(zone.get(), response, now.checks()::isHealthy, random)
                    .answer(question.getName(), question.getType());
        }
    }
}
