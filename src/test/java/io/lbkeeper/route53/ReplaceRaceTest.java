package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

import static io.lbkeeper.route53.LocalZone.well;
import static org.assertj.core.api.Assertions.assertThat;

/** Many replace one record at once, through Camel, each with an SDK client of its own. */
class ReplaceRaceTest {
    private static final int RACERS = 50;
    private static final int ROUNDS = 200;
    private static final int COUNTERS = 5;
    private static final int INCREMENTS = 10_000;
    private final LocalZone zone = new LocalZone();
    private ExecutorService threads;

    @BeforeEach
    void start() {
        threads = Executors.newFixedThreadPool(RACERS);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        zone.close();
    }

    private static ResourceRecordSet text(String name, String value) {
        return ResourceRecordSet.builder().name(name).type("TXT").ttl(60L)
                .resourceRecords(ResourceRecord.builder().value("\"" + value + "\"").build()).build();
    }

    private boolean replace(int racer, ResourceRecordSet expected, ResourceRecordSet desired) {
        Exchange answer = well(zone.callBy("racer" + racer, Route53Operations.replaceRecord, desired,
                "ExpectedRecord", expected));
        return answer.getMessage().getHeader(Route53Constants.RECORD_REPLACED, Boolean.class);
    }

    @Test
    void ofFiftyOneWinsEachRound() throws Exception {
        ResourceRecordSet current = text("lb.example.com", "0 nobody");
        well(zone.call(Route53Operations.createRecord, current));
        assertThat(IntStream.range(0, RACERS).mapToObj(i -> zone.client("racer" + i)).distinct())
                .as("different SDK clients").hasSize(RACERS);
        CyclicBarrier together = new CyclicBarrier(RACERS);
        for (int round = 1; round <= ROUNDS; round++) {
            ResourceRecordSet expected = current;
            int now = round;
            List<Future<Boolean>> results = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                int racer = i;
                results.add(threads.submit(() -> {
                    together.await(60, TimeUnit.SECONDS);
                    return replace(racer, expected, text("lb.example.com", now + " racer" + racer));
                }));
            }
            List<Integer> winners = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                if (results.get(i).get(60, TimeUnit.SECONDS)) {
                    winners.add(i);
                }
            }
            assertThat(winners).as("the winners of round %d", round).hasSize(1);
            current = text("lb.example.com", round + " racer" + winners.get(0));
            assertThat(zone.dns("lb.example.com", "TXT")).as("what DNS says after round %d", round)
                    .containsExactly(current.resourceRecords().get(0).value());
        }
    }

    @Test
    void aCounterLosesNoIncrement() throws Exception {
        Set<Integer> written = ConcurrentHashMap.newKeySet();
        AtomicInteger lost = new AtomicInteger();
        well(zone.call(Route53Operations.createRecord, counter(0)));
        List<Future<?>> results = new ArrayList<>();
        for (int i = 0; i < COUNTERS; i++) {
            int racer = i;
            results.add(threads.submit(() -> {
                int seen = read(racer);
                for (int done = 0; done < INCREMENTS / COUNTERS; ) {
                    if (replace(racer, counter(seen), counter(seen + 1))) {
                        seen++;
                        done++;
                        assertThat(written.add(seen)).as("nobody else wrote %d", seen).isTrue();
                    } else {
                        lost.incrementAndGet();
                        seen = read(racer);
                    }
                }
            }));
        }
        for (Future<?> result : results) {
            result.get(300, TimeUnit.SECONDS);
        }
        assertThat(read(0)).as("the counter in the end").isEqualTo(INCREMENTS);
        assertThat(written).as("numbers that somebody wrote").hasSize(INCREMENTS);
        assertThat(lost).as("lost races: without any, nothing was contended").hasPositiveValue();
    }

    private static ResourceRecordSet counter(int number) {
        return text("counter.example.com", String.valueOf(number));
    }

    private int read(int racer) {
        ResourceRecordSet found = well(zone.callBy("racer" + racer, Route53Operations.getRecord, null, "RecordName",
                "counter.example.com", "RecordType", "TXT")).getMessage().getBody(ResourceRecordSet.class);
        return Integer.parseInt(found.resourceRecords().get(0).value().replace("\"", ""));
    }
}
