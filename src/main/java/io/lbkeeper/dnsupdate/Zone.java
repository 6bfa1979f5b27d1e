package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Update;

/** A zone at those servers that take its updates. Each operation ends at its deadline. */
final class Zone {
    private final Name name;
    private final DnsTransport transport;
    private final ServerChoice choice;

    Zone(Name name, List<String> servers, DnsTransport transport) {
        this.name = name;
        this.transport = transport;
        this.choice = new ServerChoice(name, servers, transport);
    }

    /**
     * What one server has answered.
     *
     * @param serial of the zone there, where it was told
     */
    record Answered<T>(T value, String server, Optional<Long> serial) {
    }

    /** What one server makes of a question. */
    @FunctionalInterface
    private interface Judge<T> {
        T of(List<DnsTransport.Reply> replies, String server) throws DnsUpdateException;
    }

    Name name() {
        return name;
    }

    /** All record sets at the names, of the types that {@link RecordReading} asks for. */
    Answered<List<RRset>> records(Collection<Name> names, Duration time) throws IOException {
        RecordReading reading = new RecordReading(name, names);
        return read(reading.queries(), Deadline.in(time, transport::nanos), reading::sets);
    }

    Answered<SOARecord> soa(Duration time) throws IOException {
        return read(List.of(ServerChoice.soaQuery(name)), Deadline.in(time, transport::nanos), this::soa);
    }

    private SOARecord soa(List<DnsTransport.Reply> replies, String server) throws DnsUpdateException {
        if (!(replies.get(0) instanceof DnsTransport.Reply.Told told)) {
            throw ((DnsTransport.Reply.Failed) replies.get(0)).why();
        }
        Message answer = told.answer();
        if (answer.getRcode() != Rcode.NOERROR && answer.getRcode() != Rcode.NXDOMAIN) {
            throw Refusals.ofQuery(answer, name.toString(true), server);
        }
        return answer.getSection(Section.ANSWER).stream().filter(record -> answer.getHeader().getFlag(Flags.AA)
                        && record instanceof SOARecord && record.getName().equals(name))
                .map(SOARecord.class::cast).findFirst().orElseThrow(() -> new DnsUpdateException(
                        DnsFailureKind.NOT_AUTHORITATIVE, server + ": it does not serve the zone "
                                + name.toString(true)));
    }

    /** Asks one server after the other until one tells. */
    private <T> Answered<T> read(List<Message> queries, Deadline deadline, Judge<T> judge) throws IOException {
        List<String> servers = choice.servers(deadline);
        DnsUpdateException failure = null;
        for (int i = 0; i < servers.size() && !deadline.isOver(); i++) {
            String server = servers.get(i);
            try {
                T value = judge.of(ask(queries, server, deadline.part(servers.size() - i)), server);
                return new Answered<>(value, server, Optional.empty());
            } catch (DnsUpdateException e) {
                failure = and(failure, e);
                choice.forget();
            }
        }
        throw failure == null ? tooLate() : failure;
    }

    private List<DnsTransport.Reply> ask(List<Message> messages, String server, Deadline deadline) {
        return messages.isEmpty() ? List.of() : transport.ask(messages.stream().map(message ->
                new DnsTransport.Question(message, server)).toList(), deadline.left());
    }

    /**
     * Has an update applied, by the first server that takes it. None is asked after one that may have applied it.
     *
     * @throws DnsUpdateException which tells whether it surely was not applied
     */
    Answered<Void> change(Update update, Duration time) throws IOException {
        Deadline deadline = Deadline.in(time, transport::nanos);
        List<String> servers = choice.servers(deadline);
        DnsUpdateException failure = null;
        for (int i = 0; i < servers.size() && !deadline.isOver(); i++) {
            String server = servers.get(i);
            try {
                judge(ask(List.of(update), server, deadline.part(servers.size() - i)).get(0), server);
                choice.took(server);
                return new Answered<>(null, server, serial(server, deadline));
            } catch (DnsUpdateException e) {
                choice.forget();
                failure = and(failure, e);
                if (!e.getKind().isNotThisServer()) {
                    throw failure;
                }
            }
        }
        throw failure == null ? tooLate() : failure;
    }

    private void judge(DnsTransport.Reply reply, String server) throws DnsUpdateException {
        if (reply instanceof DnsTransport.Reply.Failed failed) {
            throw failed.why();
        }
        DnsTransport.Reply.Told told = (DnsTransport.Reply.Told) reply;
        if (told.answer().getRcode() == Rcode.NOERROR) {
            return;
        }
        DnsUpdateException refusal = Refusals.of(told.answer(), name.toString(true), server);
        // What an earlier try of this very update has done can be why it is not as it was expected.
        throw refusal.isLostRace() && told.repeated() ? new DnsUpdateException(DnsFailureKind.NO_ANSWER,
                refusal.getMessage() + ", perhaps by an earlier try of this update, to which no answer came") : refusal;
    }

    /** It is of use for people only, so that an update does not fail for want of it. */
    private Optional<Long> serial(String server, Deadline deadline) {
        return deadline.isOver() ? Optional.empty()
                : ServerChoice.serial(ask(List.of(ServerChoice.soaQuery(name)), server, deadline).get(0));
    }

    /** The last one counts, but before a refusal one that was not reached: it may be the one that takes it. */
    private static DnsUpdateException and(DnsUpdateException before, DnsUpdateException now) {
        if (before == null) {
            return now;
        }
        boolean mayBeBefore = before.getKind() == DnsFailureKind.UNREACHABLE && now.getKind().isNotThisServer();
        return new DnsUpdateException(mayBeBefore ? before.getKind() : now.getKind(), now.getMessage()
                + "; before that, " + before.getMessage(), now.serverAhead());
    }

    private DnsUpdateException tooLate() {
        return new DnsUpdateException(DnsFailureKind.UNREACHABLE, "no time was left to ask a server of the zone "
                + name.toString(true));
    }
}
