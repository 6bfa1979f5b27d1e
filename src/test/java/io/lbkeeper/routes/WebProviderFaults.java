package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.provider.Arguments;

/** A provider's kamelets against a server that plays its API, and plays it wrong. */
abstract class WebProviderFaults extends RouteTestBase {
    static final Duration TIMEOUT = Duration.ofMillis(700);
    /** What a machine under load may need besides. */
    static final Duration SLACK = Duration.ofMillis(2500);
    static final List<String> NAMES = List.of("lb.example.com", "_owner.lb.example.com");

    final ScriptedServer server = new ScriptedServer();

    abstract String provider();

    /** An answer to a read in which nothing of lbkeeper's stands. */
    abstract String emptyZone();

    /** What must never be in a message. */
    abstract String secret();

    @Override
    String[] routes() {
        return new String[0];
    }

    @Override
    Set<String> providers() {
        return Set.of(provider());
    }

    Map<String, String> with(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(own);
        all.put("lb.dns", provider());
        all.put("lb.dns.timeout", TIMEOUT.toMillis() + "ms");
        return all;
    }

    static Stream<Arguments> faultsOfTransport() {
        return Stream.of(
                Arguments.of("500", Replies.whole(500, "oops"), "HTTP 500 \"oops\""),
                Arguments.of("a proxy's 503", Replies.whole(503, "<html>busy</html>"), "HTTP 503 \"<html>busy"),
                Arguments.of("silence", Replies.silence(), "no complete answer within"),
                Arguments.of("a drip", Replies.drip(Duration.ofMillis(50)), "no complete answer within"),
                Arguments.of("hanging up", Replies.hangUp(), "failed to respond"),
                Arguments.of("a reset", Replies.reset(), "reset"),
                Arguments.of("HTML", Replies.whole(200, "<html>hotel</html>"), "no JSON: \"<html>hotel"),
                Arguments.of("no body", Replies.whole(200, ""), "nothing instead of JSON"),
                Arguments.of("a cut answer", Replies.cut("{\"rrsets\": [{\"name\": \"lb.ex"), "remature end"),
                Arguments.of("JSON that ends early", Replies.whole(200, "{\"rrsets\": [{\"na"), "no JSON"),
                Arguments.of("a list", Replies.whole(200, "[1, 2]"), "[1, 2]"),
                Arguments.of("other fields", Replies.whole(200, "{\"success\": true, \"sets\": []}"), "no field"),
                Arguments.of("a huge body", Replies.huge(3), "longer than 1048576 bytes"));
    }

    final void judge(String why, String words) {
        assertThat(why).contains(words).doesNotContain("\n").doesNotContain(secret()).contains(server.url());
    }

    final <T> T inTime(Supplier<T> call) {
        long start = System.nanoTime();
        T answered = call.get();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as("time until there was the answer " + answered)
                .isLessThan(TIMEOUT.plus(SLACK));
        return answered;
    }

    @AfterEach
    void closeServer() {
        server.close();
    }
}
