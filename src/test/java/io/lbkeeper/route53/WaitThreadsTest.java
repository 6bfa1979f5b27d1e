package io.lbkeeper.route53;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The threads of the waits take any number of them, and leave none behind when they stop. */
@Timeout(30)
class WaitThreadsTest {
    private final CamelContext context = new DefaultCamelContext();
    private final WaitThreads threads = new WaitThreads();

    @BeforeEach
    void start() {
        context.start();
        threads.start(context);
    }

    @AfterEach
    void stop() {
        threads.stop(context);
        context.stop();
    }

    @Test
    void whatStandsInTheQueueGoesOnWhenTheThreadsStop() throws Exception {
        CountDownLatch busy = new CountDownLatch(WaitThreads.THREADS);
        AtomicInteger wentOn = new AtomicInteger();
        for (int i = 0; i < WaitThreads.THREADS; i++) {
            threads.goOn(() -> {
                busy.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        busy.await();
        threads.goOn(wentOn::incrementAndGet);
        assertThat(wentOn).as("went on while all threads are busy").hasValue(0);
        threads.stop(context);
        assertThat(wentOn).as("went on by the end of the stop").hasValue(1);
        threads.goOn(wentOn::incrementAndGet);
        assertThat(wentOn).as("went on after the stop").hasValue(2);
    }

    @Test
    void thousandsOfWaitsFit() {
        for (int i = 0; i < 5000; i++) {
            threads.after(Duration.ofHours(1), () -> { });
        }
    }
}
