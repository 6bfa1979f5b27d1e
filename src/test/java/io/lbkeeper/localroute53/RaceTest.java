package io.lbkeeper.localroute53;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.send;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.zone.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** The promise on which lbkeeper rests: of any number that change one record at once, one wins. */
class RaceTest {
    private static final int RACERS = 50;
    private static final int ROUNDS = 200;
    private static final int READERS = 2;

    @Test
    void ofFiftyClientsOneWins() throws Exception {
        try (LocalEndpoint endpoint = new LocalEndpoint()) {
            ExecutorService threads = Executors.newFixedThreadPool(RACERS + READERS);
            List<Route53Client> clients = IntStream.range(0, RACERS).mapToObj(i -> endpoint.client()).toList();
            CyclicBarrier start = new CyclicBarrier(RACERS);
            AtomicBoolean over = new AtomicBoolean();
            Queue<String> mixtures = new ConcurrentLinkedQueue<>();
            send(clients.get(0), change("CREATE", address(0, 0)), change("CREATE", owner(0, 0)));
            List<Future<Integer>> readers = IntStream.range(0, READERS)
                    .mapToObj(i -> threads.submit(() -> watch(endpoint, over, mixtures))).toList();
            int winner = 0;
            for (int round = 1; round <= ROUNDS; round++) {
                int before = winner;
                int now = round;
                List<Future<Boolean>> results = new ArrayList<>();
                for (int i = 0; i < RACERS; i++) {
                    int racer = i;
                    results.add(threads.submit(() -> {
                        start.await(30, TimeUnit.SECONDS);
                        return swap(clients.get(racer), now, before, racer);
                    }));
                }
                List<Integer> winners = new ArrayList<>();
                for (int i = 0; i < RACERS; i++) {
                    if (results.get(i).get(60, TimeUnit.SECONDS)) {
                        winners.add(i);
                    }
                }
                assertThat(winners).as("the winners of round %d", round).hasSize(1);
                winner = winners.get(0);
            }
            over.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).as("listings read during the race").isGreaterThan(ROUNDS);
            }
            assertThat(mixtures).as("listings that mix two batches").isEmpty();
            assertThat(endpoint.zone().find("lb.example.com", RecordType.A).get().values())
                    .containsExactly(address(ROUNDS, winner).resourceRecords().get(0).value());
            clients.forEach(Route53Client::close);
            threads.shutdown();
        }
    }

    private static ResourceRecordSet address(int round, int racer) {
        return set("lb.example.com", RRType.A, 60, "10.0." + round + "." + racer);
    }

    private static ResourceRecordSet owner(int round, int racer) {
        return set("_owner.lb.example.com", RRType.TXT, 60, "\"10.0." + round + "." + racer + "\"");
    }

    private static boolean swap(Route53Client client, int round, int before, int racer) {
        try {
            send(client, change("DELETE", owner(round - 1, before)), change("DELETE", address(round - 1, before)),
                    change("CREATE", owner(round, racer)), change("CREATE", address(round, racer)));
            return true;
        } catch (InvalidChangeBatchException e) {
            return false;
        }
    }

    /** Lists both records in one call, over and over: they were always written by one batch. */
    private static int watch(LocalEndpoint endpoint, AtomicBoolean over, Queue<String> mixtures) {
        int listings = 0;
        try (Route53Client client = endpoint.client()) {
            while (!over.get()) {
                List<String> values = client.listResourceRecordSets(r -> r.hostedZoneId(LocalEndpoint.ZONE)
                                .startRecordName("lb.example.com")).resourceRecordSets().stream()
                        .map(set -> set.resourceRecords().get(0).value().replace("\"", "")).toList();
                if (values.size() != 2 || !values.get(0).equals(values.get(1))) {
                    mixtures.add(values.toString());
                }
                listings++;
            }
        }
        return listings;
    }
}
