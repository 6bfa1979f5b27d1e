package io.lbkeeper.dyndns2;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.thread.Daemons;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Reads from all name servers of the zone at once. Where they say different things, those with the newest copy of the
 * zone are believed; one that is silent or has no authority says nothing.
 */
public final class ZoneRecords implements AddressRecords {
    private static final int QUERIES_IN_A_ROW = 4;

    private final Set<String> known;
    private final Duration ttl;
    private final Duration deadline;
    private final ServerSearch search;
    private final ExecutorService threads = Daemons.many("dyndns2-read");

    /** What came of asking one server. */
    private record Came(String server, Optional<ServerReading> reading, String why) {
    }

    /**
     * @param known   the names that there may be; of others nothing is asked
     * @param servers as {@code HOST} or {@code HOST:PORT}; empty for those that the zone names
     * @param ttl     what is told for each record's
     */
    public ZoneRecords(Set<String> known, List<String> servers, Duration ttl, Duration deadline) {
        this.known = Set.copyOf(known);
        this.ttl = ttl;
        this.deadline = deadline;
        this.search = new ServerSearch(servers);
    }

    @Override
    public Answer<List<RecordSet>> read(List<String> names) {
        List<String> asked = names.stream().filter(known::contains).sorted().toList();
        if (asked.isEmpty()) {
            return Answer.value(List.of());
        }
        Duration each = deadline.dividedBy(QUERIES_IN_A_ROW);
        List<String> servers = CompletableFuture.supplyAsync(() -> search.servers(asked.get(0), each), threads)
                .completeOnTimeout(List.of(), deadline.toMillis() / 2, TimeUnit.MILLISECONDS).join();
        if (servers.isEmpty()) {
            return Answer.couldNotAsk("this machine's resolver does not tell the name servers of " + asked.get(0)
                    + "; set lb.dyndns2.name-servers");
        }
        List<CompletableFuture<Came>> asks = servers.stream().map(server -> CompletableFuture.supplyAsync(() ->
                ask(server, asked, each), threads).completeOnTimeout(new Came(server, Optional.empty(),
                        "no answer within " + deadline.toMillis() + " ms"), deadline.toMillis() / 2,
                        TimeUnit.MILLISECONDS)).toList();
        return judge(asks.stream().map(CompletableFuture::join).toList());
    }

    private Came ask(String server, List<String> names, Duration each) {
        try {
            return new Came(server, Optional.of(ServerReading.of(server, names, ttl, each)), "");
        } catch (IOException e) {
            return new Came(server, Optional.empty(), e.getMessage() == null ? e.toString() : e.getMessage());
        }
    }

    private Answer<List<RecordSet>> judge(List<Came> all) {
        List<ServerReading> readings = new ArrayList<>();
        all.forEach(came -> came.reading().ifPresent(readings::add));
        if (readings.isEmpty()) {
            return Answer.couldNotAsk("no name server of the zone has answered: " + all.stream().map(came ->
                    came.server() + " " + came.why()).collect(Collectors.joining(", ")));
        }
        List<ServerReading> newest = readings.stream().filter(one -> readings.stream().noneMatch(one::isOlderThan))
                .toList();
        Set<Set<RecordSet>> told = newest.stream().map(ServerReading::sets).collect(Collectors.toSet());
        return told.size() == 1 ? Answer.value(List.copyOf(newest.get(0).sets()))
                : Answer.couldNotAsk("the name servers contradict each other: " + newest.stream().map(one ->
                        one.server() + " has " + one.sets()).collect(Collectors.joining(", ")));
    }
}
