package io.lbkeeper.propagation;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
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

/** Asks name servers over DNS, as {@code dig +norecurse} does: no resolver and no cache between. */
public final class DnsServers implements NameServers {
    private static final int DNS_PORT = 53;
    /** A lost packet is no silent server. */
    private static final int TRIES = 2;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "name-server");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public List<ServerAnswer> ask(ServerQuestion question, Duration deadline) {
        List<CompletableFuture<ServerAnswer>> answers = question.servers().stream().map(server ->
                ask(server, question, deadline)).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** The serial is asked for beside the record: it only says more of a server that is behind. */
    private CompletableFuture<ServerAnswer> ask(String server, ServerQuestion question, Duration deadline) {
        Duration timeout = deadline.dividedBy(TRIES);
        CompletableFuture<OptionalLong> serial = CompletableFuture.supplyAsync(() -> serial(server, question, timeout),
                threads).completeOnTimeout(OptionalLong.empty(), deadline.toMillis() * 9 / 10, TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> addresses(server, question, timeout), threads)
                .thenCombine(serial, DnsServers::withSerial)
                .completeOnTimeout(silent(server, deadline), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ServerAnswer withSerial(ServerAnswer answer, OptionalLong serial) {
        return answer instanceof ServerAnswer.Told told
                ? new ServerAnswer.Told(told.server(), told.addresses(), told.ttl(), serial) : answer;
    }

    private static ServerAnswer silent(String server, Duration deadline) {
        return new ServerAnswer.Silent(server, "no answer within " + deadline.toMillis() + " ms");
    }

    private static ServerAnswer addresses(String server, ServerQuestion question, Duration timeout) {
        try {
            return judge(server, send(server, question.name(), Type.value(question.type()), timeout));
        } catch (UnknownHostException e) {
            return new ServerAnswer.Silent(server, "its address is not known here");
        } catch (IOException e) {
            return new ServerAnswer.Silent(server, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    /** Where the name is not the zone's own, the SOA comes with the answer that there is none at the name. */
    private static OptionalLong serial(String server, ServerQuestion question, Duration timeout) {
        try {
            Message answer = send(server, question.name(), Type.SOA, timeout);
            return Stream.of(Section.ANSWER, Section.AUTHORITY).flatMap(section -> answer.getSection(section).stream())
                    .filter(SOARecord.class::isInstance).mapToLong(soa -> ((SOARecord) soa).getSerial()).findFirst();
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static Message send(String server, String name, int type, Duration timeout) throws IOException {
        SimpleResolver resolver = new SimpleResolver(address(server));
        resolver.setTimeout(timeout);
        Message query = Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        try {
            return resolver.send(query);
        } catch (IOException lost) {
            return resolver.send(query);
        }
    }

    private static ServerAnswer judge(String server, Message answer) {
        int code = answer.getRcode();
        if (code != Rcode.NOERROR && code != Rcode.NXDOMAIN) {
            return new ServerAnswer.Refused(server, Rcode.string(code));
        }
        if (!answer.getHeader().getFlag(Flags.AA)) {
            return new ServerAnswer.Refused(server, "an answer without authority for the zone");
        }
        List<Record> records = answer.getSection(Section.ANSWER);
        Set<String> addresses = records.stream().filter(DnsServers::isAddress).map(DnsServers::text)
                .collect(Collectors.toSet());
        long ttlSeconds = records.stream().filter(DnsServers::isAddress).mapToLong(Record::getTTL).min().orElse(0);
        return new ServerAnswer.Told(server, addresses, Duration.ofSeconds(ttlSeconds));
    }

    private static boolean isAddress(Record record) {
        return record instanceof ARecord || record instanceof AAAARecord;
    }

    private static String text(Record record) {
        return (record instanceof ARecord v4 ? v4.getAddress() : ((AAAARecord) record).getAddress()).getHostAddress();
    }

    /** A host or address, perhaps with a port; an IPv6 address with a port has brackets. */
    private static InetSocketAddress address(String server) throws UnknownHostException {
        int colon = server.lastIndexOf(':');
        boolean hasPort = colon > 0 && (server.indexOf(':') == colon || server.charAt(colon - 1) == ']');
        String host = hasPort ? server.substring(0, colon) : server;
        int port = hasPort ? Integer.parseInt(server.substring(colon + 1)) : DNS_PORT;
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException(host);
        }
        return address;
    }
}
