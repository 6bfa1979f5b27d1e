package io.lbkeeper.localroute53;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.send;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A number in a TXT record, counted up by many at once: read, then swap what was read for one more. */
class CounterTest {
    private static final int INCREMENTS = 10_000;
    private static final int COUNTERS = 5;
    private final Set<Integer> written = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lost = new AtomicInteger();

    @Test
    void noIncrementIsLost() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(COUNTERS);
        try (LocalEndpoint endpoint = new LocalEndpoint(); Route53Client client = endpoint.client()) {
            send(client, change("CREATE", counter(0)));
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < COUNTERS; i++) {
                results.add(threads.submit(() -> count(endpoint, INCREMENTS / COUNTERS)));
            }
            for (Future<?> result : results) {
                result.get(300, TimeUnit.SECONDS);
            }
            assertThat(read(client)).as("the counter in the end").isEqualTo(INCREMENTS);
            assertThat(written).as("numbers that somebody wrote").hasSize(INCREMENTS);
            assertThat(lost).as("swaps lost to another: without any, nothing was contended").hasPositiveValue();
        } finally {
            threads.shutdownNow();
        }
    }

    private static ResourceRecordSet counter(int number) {
        return set("counter.example.com", RRType.TXT, 60, "\"" + number + "\"");
    }

    private static int read(Route53Client client) {
        return Integer.parseInt(client.listResourceRecordSets(r -> r.hostedZoneId(LocalEndpoint.ZONE)
                        .startRecordName("counter.example.com").startRecordType(RRType.TXT).maxItems("1"))
                .resourceRecordSets().get(0).resourceRecords().get(0).value().replace("\"", ""));
    }

    private void count(LocalEndpoint endpoint, int times) {
        try (Route53Client client = endpoint.client()) {
            int seen = read(client);
            for (int done = 0; done < times; ) {
                if (swap(client, seen, seen + 1)) {
                    seen++;
                    done++;
                    assertThat(written.add(seen)).as("nobody else wrote %d", seen).isTrue();
                } else {
                    seen = read(client);
                }
            }
        }
    }

    private boolean swap(Route53Client client, int from, int to) {
        try {
            send(client, change("DELETE", counter(from)), change("CREATE", counter(to)));
            return true;
        } catch (InvalidChangeBatchException e) {
            lost.incrementAndGet();
            return false;
        }
    }
}
