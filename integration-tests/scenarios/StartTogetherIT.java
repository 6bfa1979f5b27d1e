package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two nodes that start in the same instant over an empty zone, again and again. */
class StartTogetherIT {
    private static final int ROUNDS = Integer.getInteger("lbkeeper.start.rounds", 200);

    @Test
    void alwaysEndsWithOneOwnerAndANameThatStays() throws Exception {
        Map<String, Integer> owners = new TreeMap<>();
        int races = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            try (Pair pair = new Pair(Map.of())) {
                AtomicBoolean vanished = new AtomicBoolean();
                pair.api.holdReads(2);
                Thread watcher = watch(pair, vanished);
                startBoth(pair);
                await("round " + round).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5))
                        .failFast(() -> vanished.get()).until(() -> pair.isSettled() && pair.api.applied() >= 3);
                watcher.interrupt();
                watcher.join();
                assertThat(vanished).as("the name vanished in round %d; %s", round, pair.story()).isFalse();
                String owner = pair.owner();
                assertThat(pair.serviceAddress()).as(pair.story()).isEqualTo(Pair.address(owner));
                assertThat(pair.epoch()).as("one creation only; %s", pair.story()).isEqualTo(1);
                assertThat(pair.api.applied()).as("service, lb1, lb2; %s", pair.story()).isEqualTo(3);
                owners.merge(owner, 1, Integer::sum);
                races += pair.nodes.get(Pair.other(owner)).said().stream()
                        .anyMatch(line -> line.contains("not applied")) ? 1 : 0;
            }
        }
        System.out.println("started together " + ROUNDS + " times: owners " + owners + ", real races " + races);
        assertThat(races).as("rounds in which both tried to create the record").isGreaterThan(ROUNDS / 2);
    }

    private static void startBoth(Pair pair) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Thread second = new Thread(() -> {
            meet(together);
            pair.nodes.get("lb2").start();
        });
        second.start();
        meet(together);
        pair.nodes.get("lb1").start();
        second.join();
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Thread watch(Pair pair, AtomicBoolean vanished) {
        Thread watcher = new Thread(() -> {
            boolean seen = false;
            while (!Thread.currentThread().isInterrupted()) {
                boolean there = !pair.serviceAddress().equals("absent");
                if (seen && !there) {
                    vanished.set(true);
                }
                seen = there;
                LockSupport.parkNanos(100_000);
            }
        });
        watcher.setDaemon(true);
        watcher.setPriority(Thread.MIN_PRIORITY);
        watcher.start();
        return watcher;
    }
}
