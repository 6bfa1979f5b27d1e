package io.lbkeeper.localroute53.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Readers beside a writer: they see whole batches only. Without HTTP between, they look often enough to catch it. */
class BatchReadersTest extends ZoneStory {
    private static final int SWAPS = 20_000;

    private RecordChange[] swap(int from, int to) {
        return new RecordChange[] {RecordChange.delete(a("a.example.com", "10.0.0." + from)),
            RecordChange.delete(a("b.example.com", "10.0.0." + from)),
            RecordChange.create(a("a.example.com", "10.0.0." + to)),
            RecordChange.create(a("b.example.com", "10.0.0." + to))};
    }

    @Test
    void readersSeeWholeBatchesOnly() throws Exception {
        accept(RecordChange.create(a("a.example.com", "10.0.0.0")),
                RecordChange.create(a("b.example.com", "10.0.0.0")));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> readers = List.of(threads.submit(() -> watch(over)),
                    threads.submit(() -> watch(over)));
            for (int i = 0; i < SWAPS; i++) {
                accept(swap(i % 2, 1 - i % 2));
            }
            over.set(true);
            for (Future<String> reader : readers) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).as("half a batch was seen").isEmpty();
            }
        } finally {
            over.set(true);
            threads.shutdown();
        }
    }

    /** The first mixture seen, or nothing. */
    private String watch(AtomicBoolean over) {
        while (!over.get()) {
            List<String> values = zone.records().stream().filter(set -> set.type() == RecordType.A)
                    .map(set -> set.values().get(0)).toList();
            if (values.size() != 2 || !values.get(0).equals(values.get(1))) {
                return values.toString();
            }
        }
        return "";
    }
}
