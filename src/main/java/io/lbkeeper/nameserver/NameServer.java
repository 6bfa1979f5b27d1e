package io.lbkeeper.nameserver;

import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
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

/** One server, asked as {@code dig +norecurse} does: by a datagram, and over TCP for what did not fit into one. */
public final class NameServer {
    /** How often it is asked: a lost packet is no silent server. */
    public static final int TRIES = 2;

    private final SimpleResolver talk;

    private NameServer(SimpleResolver talk) {
        this.talk = talk;
    }

    /**
     * The server at {@code HOST} or {@code HOST:PORT}.
     *
     * @param timeout of one try
     */
    public static NameServer at(String server, Duration timeout) throws UnknownHostException {
        ServerAddress address = ServerAddress.of(server);
        try {
            SimpleResolver talk = new SimpleResolver(address.resolve());
            talk.setTimeout(timeout);
            return new NameServer(talk);
        } catch (UnknownHostException unknown) {
            // Who tells of several servers names each of them before what came of it.
            throw new UnknownHostException("its address is not known here");
        }
    }

    /** What it answers, after all tries at the latest. */
    public Message ask(String name, int type) throws IOException {
        Message query = Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        try {
            return talk.send(query);
        } catch (IOException lost) {
            return talk.send(query);
        }
    }

    /** Why this is no answer of a server of the zone; none where it is one, also when it says that there is nothing. */
    public static Optional<String> objection(Message answer) {
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return Optional.of(Rcode.string(code));
        }
        return answer.getHeader().getFlag(Flags.AA) ? Optional.empty()
                : Optional.of("an answer without authority for the zone");
    }

    /**
     * The serial of its copy of the zone in what it answers to a question for the SOA record. Where the name is not the
     * zone's own, that comes with the answer that there is none at the name.
     */
    public static OptionalLong serial(Message answer) {
        return Stream.of(Section.ANSWER, Section.AUTHORITY).flatMap(section -> answer.getSection(section).stream())
                .filter(SOARecord.class::isInstance).mapToLong(soa -> ((SOARecord) soa).getSerial()).findFirst();
    }
}
