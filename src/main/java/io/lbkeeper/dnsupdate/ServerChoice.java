package io.lbkeeper.dnsupdate;

import io.lbkeeper.nameserver.Serials;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * In which order a zone's servers are asked: those with the newest copy first, and among them the one that took the
 * last update. With one server there is nothing to choose; among several the choice stands until something fails, or
 * for a minute.
 */
final class ServerChoice {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Name zone;
    private final List<String> named;
    private final DnsTransport transport;
    private List<String> chosen = List.of();
    private Deadline until;
    private String lastTaker = "";

    /** @param named by the options; empty for the one in the zone's SOA record */
    ServerChoice(Name zone, List<String> named, DnsTransport transport) {
        this.zone = zone;
        this.named = named;
        this.transport = transport;
        forget();
    }

    /** The servers, the first to be asked first. */
    List<String> servers(Deadline deadline) throws IOException {
        if (named.size() == 1) {
            return named;
        }
        synchronized (this) {
            if (!until.isOver()) {
                return chosen;
            }
        }
        // A part of the time only: what was to be asked must still be asked then.
        List<String> found = named.isEmpty() ? List.of(transport.originalServer(zone, deadline.part(2).left()))
                : byAge(deadline.part(2));
        synchronized (this) {
            chosen = found;
            until = Deadline.in(LONGEST, transport::nanos);
            return chosen;
        }
    }

    private List<String> byAge(Deadline deadline) {
        List<DnsTransport.Reply> replies = transport.ask(named.stream().map(server ->
                new DnsTransport.Question(soaQuery(zone), server)).toList(), deadline.left());
        Map<String, Long> serials = new HashMap<>();
        for (int i = 0; i < named.size(); i++) {
            Optional<Long> serial = serial(replies.get(i));
            if (serial.isPresent()) {
                serials.put(named.get(i), serial.get());
            }
        }
        String favourite;
        synchronized (this) {
            favourite = lastTaker;
        }
        List<String> order = new ArrayList<>();
        for (String server : named) {
            int place = 0;
            while (place < order.size() && !isBefore(server, order.get(place), serials, favourite)) {
                place++;
            }
            order.add(place, server);
        }
        return List.copyOf(order);
    }

    private static boolean isBefore(String one, String other, Map<String, Long> serials, String favourite) {
        if (!serials.containsKey(one) || !serials.containsKey(other)) {
            return serials.containsKey(one);
        }
        int newer = Serials.compare(serials.get(one), serials.get(other));
        return newer > 0 || newer == 0 && one.equals(favourite);
    }

    static Message soaQuery(Name zone) {
        Message query = Message.newQuery(Record.newRecord(zone, Type.SOA, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        return query;
    }

    /** Where the server has answered with authority. */
    static Optional<Long> serial(DnsTransport.Reply reply) {
        return reply instanceof DnsTransport.Reply.Told told && told.answer().getHeader().getFlag(Flags.AA)
                ? told.answer().getSection(Section.ANSWER).stream().filter(SOARecord.class::isInstance)
                        .map(record -> ((SOARecord) record).getSerial()).findFirst() : Optional.empty();
    }

    /** This one has taken an update, and so is the first to ask. */
    synchronized void took(String server) {
        lastTaker = server;
        List<String> order = new ArrayList<>(chosen);
        if (order.remove(server)) {
            order.add(0, server);
            chosen = List.copyOf(order);
        }
    }

    /** Something was not as it should be: choose anew. */
    final synchronized void forget() {
        until = Deadline.in(Duration.ZERO, transport::nanos);
    }
}
