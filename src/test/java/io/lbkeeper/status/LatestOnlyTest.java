package io.lbkeeper.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {
    @Test
    void whoeverHangsHoldsNobodyUpAndGetsTheLatestAfterwards() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CountDownLatch disk = new CountDownLatch(1);
        LatestOnly<Integer> latest = LatestOnly.ofItsOwn(value -> {
            try {
                disk.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            seen.add(value);
        }, "a-disk-that-hangs");
        for (int i = 1; i <= 1_000; i++) {
            latest.accept(i);
        }
        assertThat(seen).as("while it hangs").isEmpty();
        disk.countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> seen.contains(1_000));
        assertThat(seen).hasSizeLessThanOrEqualTo(2).isSorted();
        latest.accept(1_001);
        await().atMost(Duration.ofSeconds(10)).until(() -> seen.contains(1_001));
    }
}
