package io.lbkeeper.propagation;

import io.lbkeeper.nameserver.NameServer;
import io.lbkeeper.thread.Daemons;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Asks name servers over DNS, as {@code dig +norecurse} does: no resolver and no cache between. */
public final class DnsServers implements NameServers {
    private final ExecutorService threads = Daemons.many("name-server");

    @Override
    public List<ServerAnswer> ask(ServerQuestion question, Duration deadline) {
        List<CompletableFuture<ServerAnswer>> answers = question.servers().stream().map(server ->
                ask(server, question, deadline)).toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** The serial is asked for beside the record: it only says more of a server that is behind. */
    private CompletableFuture<ServerAnswer> ask(String server, ServerQuestion question, Duration deadline) {
        Duration timeout = deadline.dividedBy(NameServer.TRIES);
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
            return judge(server, NameServer.at(server, timeout).ask(question.name(), Type.value(question.type())));
        } catch (IOException e) {
            return new ServerAnswer.Silent(server, e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private static OptionalLong serial(String server, ServerQuestion question, Duration timeout) {
        try {
            return NameServer.serial(NameServer.at(server, timeout).ask(question.name(), Type.SOA));
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static ServerAnswer judge(String server, Message answer) {
        Optional<String> objection = NameServer.objection(answer);
        if (objection.isPresent()) {
            return new ServerAnswer.Refused(server, objection.get());
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
}
