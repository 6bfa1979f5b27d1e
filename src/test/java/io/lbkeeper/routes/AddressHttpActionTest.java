package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AddressHttpActionTest extends AddressTestBase {
    /** Real services take such queries; each of these characters means something to Camel's URIs. */
    private static final String TARGET = "/my,ip;v=4/(x)?format=text&a=b%20c+d'e";
    private static final Duration DRIP = Duration.ofMillis(50);

    private final ScriptedServer server = new ScriptedServer();

    @Override
    Map<String, String> source() {
        return Map.of("lb.address", server.url() + TARGET);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void theAddressIsTheAnswer() {
        server.replies(Replies.whole(200, "203.0.113.10\n", "Content-Type: text/plain"));
        assertThat(ask(1)).isEqualTo(Answer.value("203.0.113.10"));
        assertThat(server.request().method()).isEqualTo("GET");
        assertThat(server.request().target()).isEqualTo(TARGET);
        assertThat(server.request().names()).as("headers sent").doesNotContain("authorization", "cookie")
                .noneMatch(name -> name.startsWith("camel") || name.startsWith("x-"));
    }

    @Test
    void aCharacterSetThatThereIsNotDoesNoHarm() {
        server.replies(Replies.whole(200, "203.0.113.10", "Content-Type: text/plain; charset=bogus"));
        assertThat(ask(1)).isEqualTo(Answer.value("203.0.113.10"));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("garbage", Replies.whole(200, "\u0001\u0002 ?!"), "not one IP address"),
                failure("nothing", Replies.whole(200, ""), "an empty text instead of an address"),
                failure("no content", Replies.whole(204, ""), "status 204"),
                failure("HTML", Replies.whole(200, "<html>203.0.113.10</html>"), "not one IP address: \"<html>"),
                failure("two addresses", Replies.whole(200, "203.0.113.10\n203.0.113.11\n"), "not one IP address"),
                failure("a host name", Replies.whole(200, "lb1.example.com"), "not one IP address"),
                failure("loopback", Replies.whole(200, "127.0.0.1"), "127.0.0.1 is a loopback address"),
                failure("404", Replies.whole(404, "203.0.113.10"), "status 404"),
                failure("500", Replies.whole(500, "203.0.113.10"), "status 500"),
                failure("503 that asks for patience", Replies.whole(503, "", "Retry-After: 30"), "status 503"),
                failure("a redirect", Replies.whole(302, "", "Location: http://127.0.0.1:1/"), "status 302"),
                failure("hanging up", Replies.hangUp(), "http://127.0.0.1:"),
                failure("a reset", Replies.reset(), "http://127.0.0.1:"),
                failure("a cut answer", Replies.cut("203.0.113.1"), "http://127.0.0.1:"),
                failure("silence", Replies.silence(), TIMED_OUT),
                failure("an endless drip", Replies.drip(DRIP), "no complete answer within 500 ms"),
                failure("an endless head", Replies.dripHead(DRIP), "no complete answer within 500 ms"),
                failure("50 MB", Replies.huge(50), "a body of more than 1048576 bytes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void anythingElseIsNoAddressAndComesInTime(String what, Reply reply, String pattern) {
        server.replies(reply);
        assertCouldNotAsk(ask(1), pattern);
        assertThat(server.requests()).as("times asked").hasSize(1);
    }

    @Test
    void aServiceThatIsNotThereCouldNotBeAsked() {
        server.close();
        assertCouldNotAsk(ask(1), "refused");
    }

    private static Arguments failure(String what, Reply reply, String pattern) {
        return Arguments.of(what, reply, pattern);
    }
}
