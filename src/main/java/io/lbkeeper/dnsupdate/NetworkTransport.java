package io.lbkeeper.dnsupdate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ResolverConfig;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Through the network: one server in this thread, several at once in one for each. */
final class NetworkTransport implements DnsTransport {
    private final Signature signature;
    private final int datagramTries;
    private final ExecutorService threads;

    /** @param datagramTries how often a question is sent as a datagram; 0 for over TCP only */
    NetworkTransport(Signature signature, int datagramTries, ExecutorService threads) {
        this.signature = signature;
        this.datagramTries = datagramTries;
        this.threads = threads;
    }

    @Override
    public List<Reply> ask(List<Question> questions, Duration time) {
        Deadline deadline = Deadline.in(time);
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        for (int i = 0; i < questions.size(); i++) {
            numbers.computeIfAbsent(questions.get(i).server(), server -> new ArrayList<>()).add(i);
        }
        Map<String, CompletableFuture<List<Reply>>> talks = new LinkedHashMap<>();
        numbers.forEach((server, own) -> {
            ServerTalk talk = new ServerTalk(server, own.stream().map(i -> questions.get(i).message()).toList(),
                    signature, deadline);
            talks.put(server, numbers.size() == 1 ? CompletableFuture.completedFuture(talk.run(datagramTries))
                    : CompletableFuture.supplyAsync(() -> talk.run(datagramTries), threads));
        });
        Reply[] replies = new Reply[questions.size()];
        talks.forEach((server, talk) -> {
            List<Reply> own = talk.join();
            for (int i = 0; i < own.size(); i++) {
                replies[numbers.get(server).get(i)] = own.get(i);
            }
        });
        return Arrays.asList(replies);
    }

    @Override
    public String originalServer(Name zone, Duration time) throws IOException {
        Message query = Message.newQuery(Record.newRecord(zone, Type.SOA, DClass.IN));
        query.getHeader().setFlag(Flags.RD);
        List<String> resolvers = ResolverConfig.getCurrentConfig().servers().stream().map(address ->
                address.getAddress().getHostAddress().contains(":")
                        ? "[" + address.getAddress().getHostAddress() + "]:" + address.getPort()
                        : address.getAddress().getHostAddress() + ":" + address.getPort()).toList();
        Deadline deadline = Deadline.in(time);
        String seen = "there is none";
        for (int i = 0; i < resolvers.size(); i++) {
            Reply reply = new ServerTalk(resolvers.get(i), List.of(query), new Signature(Optional.empty()),
                    deadline.part(resolvers.size() - i)).run(2).get(0);
            if (reply instanceof Reply.Told told) {
                Optional<Record> soa = told.answer().getSection(Section.ANSWER).stream()
                        .filter(record -> record instanceof SOARecord && record.getName().equals(zone)).findFirst();
                if (soa.isPresent()) {
                    return ((SOARecord) soa.get()).getHost().toString(true);
                }
                seen = resolvers.get(i) + " knows no SOA record of it";
            } else {
                seen = ((Reply.Failed) reply).why().getMessage();
            }
        }
        throw new DnsUpdateException(DnsFailureKind.UNREACHABLE, "which server takes updates of the zone " + zone
                + " can't be told by this machine's resolver (" + seen + "): name the servers in the option servers");
    }
}
