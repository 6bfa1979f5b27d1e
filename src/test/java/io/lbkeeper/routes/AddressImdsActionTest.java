package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.routes.ScriptedServer.Reply;
import io.lbkeeper.routes.ScriptedServer.Request;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AddressImdsActionTest extends AddressTestBase {
    private static final Reply TOKEN = Replies.whole(200, "AQAEAToken==", "X-Aws-Ec2-Metadata-Token-Ttl-Seconds: 60");

    private final ScriptedServer server = new ScriptedServer();

    @Override
    Map<String, String> source() {
        return Map.of("lb.address", "imds", "lb.address.imds-url", server.url());
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void aTokenIsFetchedAndTheAddressAskedForWithIt() {
        server.replies(TOKEN, Replies.whole(200, "203.0.113.10"));
        assertThat(ask(2)).isEqualTo(Answer.value("203.0.113.10"));

        assertThat(server.requests()).hasSize(2);
        Request token = server.requests().get(0);
        assertThat(token.method() + " " + token.target()).isEqualTo("PUT /latest/api/token");
        assertThat(token.header("X-aws-ec2-metadata-token-ttl-seconds")).contains("60");
        Request address = server.requests().get(1);
        assertThat(address.method() + " " + address.target()).isEqualTo("GET /latest/meta-data/public-ipv4");
        assertThat(address.header("X-aws-ec2-metadata-token")).contains("AQAEAToken==");
        assertThat(address.names()).doesNotContain("x-aws-ec2-metadata-token-ttl-seconds");
    }

    @Test
    void notFoundIsAbsentOnceTheTokenWasGood() {
        server.replies(TOKEN, Replies.whole(404, "<html>404 - Not Found</html>"));
        assertThat(ask(2)).isInstanceOf(Answer.Absent.class).asString().contains("404");
    }

    static Stream<Arguments> failuresOfTheToken() {
        return Stream.of(
                Arguments.of("401", Replies.whole(401, ""), "no token .status 401"),
                Arguments.of("403, as where it is switched off", Replies.whole(403, ""), "no token .status 403"),
                Arguments.of("404 is not absent here", Replies.whole(404, ""), "no token .status 404"),
                Arguments.of("an empty token", Replies.whole(200, " \n"), "no token .status 200"),
                Arguments.of("silence", Replies.silence(), TIMED_OUT),
                Arguments.of("a reset", Replies.reset(), "http://127.0.0.1:"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failuresOfTheToken")
    void withoutATokenNothingElseIsAsked(String what, Reply reply, String pattern) {
        server.replies(reply);
        assertCouldNotAsk(ask(1), pattern);
        assertThat(server.requests()).as("times asked").hasSize(1);
    }

    static Stream<Arguments> failuresOfTheAddress() {
        return Stream.of(
                Arguments.of("401", Replies.whole(401, ""), "status 401"),
                Arguments.of("500", Replies.whole(500, ""), "status 500"),
                Arguments.of("HTML", Replies.whole(200, "<html>hotel</html>"), "not one IP address: \"<html>hotel"),
                Arguments.of("nothing", Replies.whole(200, ""), "an empty text"),
                Arguments.of("silence", Replies.silence(), TIMED_OUT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failuresOfTheAddress")
    void withATokenTheSameHolds(String what, Reply reply, String pattern) {
        server.replies(TOKEN, reply);
        assertCouldNotAsk(ask(2), pattern);
        assertThat(server.requests()).as("times asked").hasSize(2);
    }

    @Test
    void aTokenThatIsAWholePageIsNoHeader() {
        server.replies(Replies.whole(200, "<html>\r\nHost: evil\r\n</html>"), Replies.whole(200, "203.0.113.10"));
        assertCouldNotAsk(ask(2), "no token");
        assertThat(server.requests()).as("times asked").hasSize(1);
    }
}
