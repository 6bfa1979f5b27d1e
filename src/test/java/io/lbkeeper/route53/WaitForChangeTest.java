package io.lbkeeper.route53;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.ShutdownPrepared;
import org.apache.camel.support.service.ServiceSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.GetChangeRequest;
import software.amazon.awssdk.services.route53.model.GetChangeResponse;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;

import static io.lbkeeper.route53.Route53Operations.waitForChange;
import static org.assertj.core.api.Assertions.assertThat;

/** Waiting for a change, in the thread of the caller and without it: what ends a wait, and what does not. */
@Timeout(90)
class WaitForChangeTest extends Route53TestBase {
    private static final String LONG = "waitTimeout=60s&waitInterval=20ms&asyncWait=";
    private static final String SHORT = "waitTimeout=300ms&waitInterval=20ms&asyncWait=";

    private Exchange await(String options, Map<String, Object> headers) {
        Map<String, Object> all = new HashMap<>(headers);
        all.putIfAbsent(Route53Constants.CHANGE_ID, "/change/C1");
        return call(URI + "?" + options, waitForChange, null, all);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChangeThatComesIntoSyncEndsTheWait(boolean async) {
        serverAnswers(Answer.change(), Answer.change(), Answer.inSync());
        Exchange answer = well(await(LONG + async, Map.of()));
        assertThat(answer.getMessage().getBody(ChangeInfo.class).statusAsString()).isEqualTo("INSYNC");
        assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.CHANGE_STATUS, "INSYNC")
                .containsEntry(Route53Constants.CHANGE_ID, "C1");
        assertThat(server.requests()).hasSize(3).allSatisfy(
                request -> assertThat(request.target()).isEqualTo("/2013-04-01/change/C1"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDeadlineEndsInAnExceptionOfItsOwn(boolean async) {
        serverAnswers(Answer.change());
        assertThat(await(SHORT + async, Map.of()).getException())
                .isInstanceOfSatisfying(ChangeNotInSyncException.class, e -> {
                    assertThat(e).hasMessageContaining("after 300 ms the change C1 is PENDING").hasNoCause();
                    assertThat(e.getChangeId()).isEqualTo("C1");
                    assertThat(e.getStatus()).isEqualTo("PENDING");
                });
        assertThat(server.requests()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theDeadlineIsAnAnswerWhereThatIsWanted(boolean async) {
        serverAnswers(Answer.change());
        Exchange answer = well(await(SHORT + async + "&failOnWaitTimeout=false", Map.of()));
        assertThat(answer.getMessage().getHeader(Route53Constants.CHANGE_STATUS)).isEqualTo("PENDING");
        assertThat(answer.getMessage().getBody(ChangeInfo.class).id()).isEqualTo("C1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void notBeingAbleToAskDoesNotEndTheWait(boolean async) {
        serverAnswers(Answer.error(400, "Throttling", "Rate exceeded"), Answer.of(500, ""), Answer.hangUp(),
                Answer.of(200, "<html/>"), Answer.of(403, "<html>proxy</html>"), Answer.change(), Answer.inSync());
        Exchange answer = well(await(LONG + async, Map.of()));
        assertThat(answer.getMessage().getHeader(Route53Constants.CHANGE_STATUS)).isEqualTo("INSYNC");
        assertThat(server.requests()).as("each look is one request, as the wait itself is the repetition").hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void neverBeingAbleToAskIsToldAtTheDeadline(boolean async) {
        serverAnswers(Answer.of(500, ""));
        for (boolean fail : List.of(true, false)) {
            assertThat(await(SHORT + async + "&failOnWaitTimeout=" + fail, Map.of()).getException())
                    .isInstanceOfSatisfying(ChangeNotInSyncException.class, e -> {
                        assertThat(e).hasMessageContaining("unknown, as Route 53 could not be asked")
                                .cause().isInstanceOf(SdkException.class);
                        assertThat(e.getStatus()).isNull();
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRefusalEndsTheWaitAtOnce(boolean async) {
        serverAnswers(Answer.error(404, "NoSuchChange", "no change C1"));
        assertThat(await(LONG + async, Map.of()).getException()).isInstanceOf(NoSuchChangeException.class);
        serverAnswers(Answer.error(403, "AccessDenied", "not for you"));
        assertThat(await(LONG + async, Map.of()).getException()).hasMessageContaining("not for you");
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLookThatHangsDoesNotOutlastTheDeadline(boolean async) {
        serverAnswers(Answer.silence());
        long start = System.nanoTime();
        assertThat(await("waitTimeout=500ms&apiCallAttemptTimeout=30s&apiCallTimeout=30s&asyncWait=" + async, Map.of())
                .getException()).isInstanceOf(ChangeNotInSyncException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void thePauseGrowsWhileRoute53CannotBeAsked() {
        serverAnswers(Answer.of(500, ""));
        await("waitTimeout=1s&waitInterval=20ms", Map.of());
        assertThat(server.requests()).as("looks in 1 s; without growth there were about 50")
                .hasSizeBetween(3, 15);
    }

    @Test
    void theHeadersGoBeforeTheOptions() {
        serverAnswers(Answer.change());
        Exchange answer = await("waitTimeout=60s&waitInterval=60s", Map.of(Route53Constants.WAIT_TIMEOUT, "400ms",
                Route53Constants.WAIT_INTERVAL, Duration.ofMillis(20)));
        assertThat(answer.getException()).hasMessageContaining("after 400 ms");
        assertThat(server.requests()).hasSizeGreaterThan(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRequestObjectIsAnsweredByTheResponse(boolean async) {
        serverAnswers(Answer.change(), Answer.inSync());
        Exchange answer = well(call(URI + "?pojoRequest=true&" + LONG + async, waitForChange,
                GetChangeRequest.builder().id("C7").build(), Map.of()));
        assertThat(answer.getMessage().getBody()).isInstanceOf(GetChangeResponse.class);
        assertThat(server.requests()).extracting(FakeRoute53.Request::target)
                .containsOnly("/2013-04-01/change/C7").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWrongTimeOrAMissingIdIsNamed(boolean async) {
        for (String header : List.of(Route53Constants.WAIT_TIMEOUT, Route53Constants.WAIT_INTERVAL)) {
            for (String wrong : List.of("0", "-5s", "soon")) {
                assertThat(await(LONG + async, Map.of(header, wrong)).getException()).as(header + "=" + wrong)
                        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(header)
                        .hasMessageContaining(wrong);
            }
        }
        assertThat(call(URI + "?" + LONG + async, waitForChange, null, Map.of()).getException())
                .hasMessageContaining("CamelAwsRoute53ChangeId");
        assertThat(server.requests()).isEmpty();
    }

    /** Sends a message into a route that waits, and returns what becomes of it once it waits. */
    private CompletableFuture<Exchange> waitingRoute(String input, boolean async) throws Exception {
        serverAnswers(Answer.change());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(input).routeId("waiting").to(URI + "?operation=waitForChange&" + LONG + async);
            }
        });
        int before = server.requests().size();
        CompletableFuture<Exchange> end = context.createProducerTemplate().asyncSend(input, exchange ->
                exchange.getMessage().setHeader(Route53Constants.CHANGE_ID, "C1"));
        Awaitility.await("the wait's second look").until(() -> server.requests().size() > before + 1);
        return end;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theStopOfARouteEndsItsWaitsPromptly(boolean async) throws Exception {
        for (String input : List.of("direct:in", "seda:in?waitForTaskToComplete=Always")) {
            CompletableFuture<Exchange> end = waitingRoute(input, async);
            long start = System.nanoTime();
            context.getRouteController().stopRoute("waiting", 40, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time for the stop of the route from %s", input)
                    .isLessThan(Duration.ofSeconds(10));
            assertThat(end.get(10, TimeUnit.SECONDS).getException()).as("from %s", input)
                    .isInstanceOf(RejectedExecutionException.class).hasMessageContaining("C1", "route waiting stops");
            context.getRouteController().startRoute("waiting");
            serverAnswers(Answer.change(), Answer.inSync());
            well(template.send(input, e -> e.getMessage().setHeader(Route53Constants.CHANGE_ID, "C1")));
            context.getRouteController().stopRoute("waiting");
            context.removeRoute("waiting");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aWaitThatBeginsWhileItsRouteStopsEndsAtOnce(boolean async) throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        serverAnswers(Answer.change());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").routeId("waiting").process(exchange -> {
                    entered.countDown();
                    stopping.await();
                }).to(URI + "?operation=waitForChange&" + LONG + async);
            }
        });
        CompletableFuture<Exchange> end = context.createProducerTemplate().asyncSend("direct:in", exchange ->
                exchange.getMessage().setHeader(Route53Constants.CHANGE_ID, "C1"));
        entered.await();
        context.getRoute("waiting").addService(new StopSignal(stopping));
        long start = System.nanoTime();
        context.getRouteController().stopRoute("waiting", 40, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(end.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(RejectedExecutionException.class);
    }

    /** Tells when Camel has told all services of the route before it that the route is to stop. */
    private static final class StopSignal extends ServiceSupport implements ShutdownPrepared {
        private final CountDownLatch stopping;

        StopSignal(CountDownLatch stopping) {
            this.stopping = stopping;
        }

        @Override
        public void prepareShutdown(boolean suspendOnly, boolean forced) {
            stopping.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSuspendedRouteLetsItsWaitsComeToTheirEnd(boolean async) throws Exception {
        CompletableFuture<Exchange> end = waitingRoute("direct:in", async);
        CompletableFuture<Void> suspended = CompletableFuture.runAsync(() -> {
            try {
                context.getRouteController().suspendRoute("waiting", 40, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        int looks = server.requests().size();
        Awaitility.await("more looks").until(() -> server.requests().size() > looks + 10 || end.isDone());
        serverAnswers(Answer.inSync());
        well(end.get(10, TimeUnit.SECONDS));
        suspended.get(30, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theStopOfTheComponentAloneEndsItsWaits(boolean async) throws Exception {
        CompletableFuture<Exchange> end = waitingRoute("direct:in", async);
        context.getComponent("aws2-route53", Route53Component.class).stop();
        assertThat(end.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("C1", "component stops");
    }

    /** Its client is closed, so that the next look would fail as if the component were broken. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theStopOfTheEndpointAloneEndsItsWaits(boolean async) throws Exception {
        CompletableFuture<Exchange> end = waitingRoute("direct:in", async);
        context.getEndpoint(URI + "?operation=waitForChange&" + LONG + async).stop();
        assertThat(end.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("C1", "endpoint stops");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theStopOfCamelEndsAllWaitsPromptly(boolean async) throws Exception {
        CompletableFuture<Exchange> inRoute = waitingRoute("direct:in", async);
        CompletableFuture<Exchange> withoutRoute = context.createProducerTemplate().asyncSend(
                URI + "?operation=waitForChange&" + LONG + async,
                exchange -> exchange.getMessage().setHeader(Route53Constants.CHANGE_ID, "C2"));
        Awaitility.await("a look for C2").until(() -> server.requests().stream()
                .anyMatch(request -> request.target().endsWith("C2")));
        long start = System.nanoTime();
        context.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time for the stop")
                .isLessThan(Duration.ofSeconds(9));
        for (CompletableFuture<Exchange> end : List.of(inRoute, withoutRoute)) {
            assertThat(end.get(10, TimeUnit.SECONDS).getException()).isInstanceOf(RejectedExecutionException.class);
        }
    }
}
