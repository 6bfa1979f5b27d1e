package dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dns.Writer.Outcome;
import dns.Writer.Records;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who change the same records at the same moment, through each of the real servers: one of them wins. */
@Timeout(180)
class RacesIT {
    private static final int ROUNDS = 50;
    private static final int WRITERS = 50;
    /** For 50 at once, on a machine that does other things too. */
    private static final int PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder;

    @Test
    void bindLetsOneWin() throws Exception {
        assertRaces(Bind::new);
    }

    @Test
    void knotLetsOneWin() throws Exception {
        assertRaces(Knot::new);
    }

    @Test
    void powerdnsLetsOneWin() throws Exception {
        assertRaces(Powerdns::new);
    }

    private interface Kind {
        NameServerProcess of(Path folder, Place place, Zone zone);
    }

    /** A secondary makes the server do what it does beside the updates: send notices and transfers, and note both. */
    private void assertRaces(Kind kind) throws Exception {
        Place place = Place.beside();
        try (NameServerProcess secondary = new Nsd(folder.resolve("nsd"), Place.beside(), Zone.secondaryOf(place));
                NameServerProcess server = kind.of(folder.resolve("first"), place, Zone.primary(secondary.place()));
                Writer writer = new Writer(server.start().place().withColon(), server.key(), PATIENCE_MILLIS)) {
            secondary.start();
            Records now = Records.NONE;
            for (int round = 1; round <= ROUNDS; round++) {
                now = race(server, writer, now, round, 2);
                assertThat(writer.swap(now, Records.NONE)).as("its removal; %s", server.story())
                        .isEqualTo(Outcome.APPLIED);
                now = Records.NONE;
            }
            now = race(server, writer, now, ROUNDS + 1, WRITERS);
            long serial = server.serial();
            Poller poller = new Poller(server.place());
            for (int round = 1; round <= ROUNDS; round++) {
                now = race(server, writer, now, ROUNDS + 1 + round, WRITERS);
            }
            Map<String, Integer> seen = poller.end();
            System.out.printf("races, %s: %d rounds of %d writers, one winner each; a client saw meanwhile: %s%n",
                    server.title(), ROUNDS, WRITERS, seen);
            assertThat(seen.keySet()).as("what a client saw; %s", server.story())
                    .containsExactly(Poller.ONE_ADDRESS);
            assertThat(server.serial()).as("the zone's serial after %d changes; %s", ROUNDS, server.story())
                    .isEqualTo(serial + ROUNDS);
            Records last = now;
            Awaitility.await("the secondary to have what was written last").atMost(Duration.ofSeconds(20))
                    .until(() -> secondary.ask(Writer.SERVICE, "A").equals(last.address()));
        }
    }

    /** All writers want to replace the same records at once; answers what is there after it. */
    private static Records race(NameServerProcess server, Writer writer, Records before, int round, int writers)
            throws Exception {
        List<Records> desired = IntStream.range(0, writers).mapToObj(i -> Records.of(round * 256 + i)).toList();
        List<Outcome> outcomes = outcomes(writer, before, desired);
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        outcomes.forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        // A server that is busy may leave one without an answer in time; what is there tells who has won.
        assertThat(counts.getOrDefault(Outcome.APPLIED, 0)).as("winners among %d writers in round %d: %s; %s", writers,
                round, counts, server.story()).isLessThanOrEqualTo(1);
        Records after = await("a winner of round " + round).atMost(Duration.ofSeconds(60))
                .until(writer::read, read -> !read.equals(before));
        assertThat(after).as("what is there after round %d; %s", round, server.story()).isIn(desired);
        if (counts.containsKey(Outcome.APPLIED)) {
            assertThat(after).as("what is there after round %d; %s", round, server.story())
                    .isEqualTo(desired.get(outcomes.indexOf(Outcome.APPLIED)));
        }
        return after;
    }

    private static List<Outcome> outcomes(Writer writer, Records before, List<Records> desired) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(desired.size());
        try {
            CyclicBarrier start = new CyclicBarrier(desired.size());
            List<Future<Outcome>> running = new ArrayList<>();
            for (Records wanted : desired) {
                running.add(threads.submit(() -> {
                    start.await();
                    return writer.swap(before, wanted);
                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : running) {
                outcomes.add(one.get());
            }
            return Collections.unmodifiableList(outcomes);
        } finally {
            threads.shutdownNow();
        }
    }
}
