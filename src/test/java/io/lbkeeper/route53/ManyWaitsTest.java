package io.lbkeeper.route53;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Many waits at a time hold a handful of threads, and none holds up another. */
@Timeout(120)
class ManyWaitsTest extends Route53TestBase {
    private static final int WAITS = 500;
    private final AtomicInteger ended = new AtomicInteger();

    private static List<String> waitThreads() {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> name.contains("aws2-route53-wait")).toList();
    }

    /** Begins all waits from this one thread. */
    private List<Exchange> begin(String options) throws Exception {
        AsyncProducer producer = context.getEndpoint(URI + "?operation=waitForChange&asyncWait=true&" + options)
                .createAsyncProducer();
        context.addService(producer);
        List<Exchange> waits = new ArrayList<>();
        for (int i = 0; i < WAITS; i++) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setHeader(Route53Constants.CHANGE_ID, "C" + i);
            waits.add(exchange);
            boolean done = producer.process(exchange, doneSync -> ended.incrementAndGet());
            assertThat(done).as("done in the caller's thread").isFalse();
        }
        return waits;
    }

    private void awaitAll() {
        Awaitility.await("the end of all waits").atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ended).hasValue(WAITS));
    }

    @Test
    void hundredsOfWaitsUseAHandfulOfThreads() throws Exception {
        serverAnswers(Answer.change());
        int before = Thread.activeCount();
        List<Exchange> waits = begin("waitTimeout=100s&waitInterval=100ms");
        Awaitility.await("a look for each").atMost(Duration.ofSeconds(60)).until(() -> server.requests().stream()
                .map(FakeRoute53.Request::target).distinct().count() == WAITS);
        assertThat(waitThreads()).as("threads of ours").hasSizeBetween(1, 4);
        assertThat(ended).hasValue(0);
        // The SDK's five for time-outs, the server's for two connections, and ours.
        assertThat(Thread.activeCount() - before).as("new threads for %d waits", WAITS).isLessThan(40);
        serverAnswers(Answer.inSync());
        awaitAll();
        assertThat(waits).allSatisfy(exchange -> assertThat(well(exchange).getMessage()
                .getHeader(Route53Constants.CHANGE_STATUS)).isEqualTo("INSYNC"));
    }

    @Test
    void deadlinesHoldWhileLooksHang() throws Exception {
        serverAnswers(Answer.silence());
        long start = System.nanoTime();
        List<Exchange> waits = begin("waitTimeout=2s&waitInterval=100ms&apiCallAttemptTimeout=30s&apiCallTimeout=30s");
        awaitAll();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time until all have ended, of 2 s each")
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(10));
        assertThat(waits).allSatisfy(exchange ->
                assertThat(exchange.getException()).isInstanceOf(ChangeNotInSyncException.class));
    }

    @Test
    void aLongWaitDoesNotHoldUpAShortOne() throws Exception {
        serverAnswers(Answer.silence());
        begin("waitTimeout=100s&waitInterval=100ms&apiCallAttemptTimeout=30s&apiCallTimeout=30s");
        CompletableFuture<Exchange> hurried = context.createProducerTemplate().asyncSend(
                URI + "?operation=waitForChange&asyncWait=true&waitTimeout=500ms",
                exchange -> exchange.getMessage().setHeader(Route53Constants.CHANGE_ID, "C-hurried"));
        assertThat(hurried.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(ChangeNotInSyncException.class);
        assertThat(ended).hasValue(0);
    }

    @Test
    void aTransactionKeepsItsThread() throws Exception {
        serverAnswers(Answer.change(), Answer.inSync());
        AsyncProducer producer = context.getEndpoint(URI + "?operation=waitForChange&asyncWait=true&waitInterval=20ms")
                .createAsyncProducer();
        context.addService(producer);
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader(Route53Constants.CHANGE_ID, "C1");
        exchange.getExchangeExtension().setTransacted(true);
        assertThat(producer.process(exchange, doneSync -> assertThat(doneSync).isTrue())).isTrue();
        assertThat(well(exchange).getMessage().getHeader(Route53Constants.CHANGE_STATUS)).isEqualTo("INSYNC");
        assertThat(waitThreads()).isEmpty();
    }

    @Test
    void theThreadsEndWithTheComponent() throws Exception {
        serverAnswers(Answer.change());
        List<Exchange> waits = begin("waitTimeout=100s&waitInterval=100ms");
        context.stop();
        awaitAll();
        assertThat(waits).allSatisfy(exchange -> assertThat(exchange.getException()).isNotNull());
        Awaitility.await("the end of the threads").until(() -> waitThreads().isEmpty());
    }
}
