package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Check.Agent;
import io.lbkeeper.decision.Health;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer is taken for. */
class AskHaproxyActionTest extends CheckTestBase {

    @ParameterizedTest
    @ValueSource(strings = {"2.4", "2.6", "2.8", "3.0", "3.2", "3.4", "3.5-dev5"})
    void aGoodPageOfEachVersionIsOk(String version) {
        server.replies(Replies.whole(200, StatsPages.captured(version + "-mixed"), StatsPages.NODE, StatsPages.CSV));
        assertCheck(check(), Health.OK, "2 of 2 backends up");
        assertThat(server.request().method() + " " + server.request().target()).isEqualTo("GET /stats;csv");
    }

    static Stream<Arguments> answers() {
        String page = StatsPages.PAGE;
        return Stream.of(
                answer("without a row of app", Replies.whole(200, page.replace("app,BACKEND", "b,BACKEND"),
                        StatsPages.NODE), Health.UNKNOWN, "without the BACKEND row of app"),
                answer("all in maintenance", Replies.whole(200, StatsPages.captured("3.2-all-servers-in-maintenance"),
                        StatsPages.NODE), Health.DEGRADED, "app"),
                answer("stopped", Replies.whole(200, StatsPages.captured("3.2-frontend-stopped"), StatsPages.NODE),
                        Health.STOPPING, "www STOP"),
                answer("stopping", Replies.whole(200, page, StatsPages.NODE, "X-Lbkeeper-State: stopping"),
                        Health.STOPPING, "stopping"),
                answer("gzip, unasked", Replies.gzip(page, StatsPages.NODE, StatsPages.CSV), Health.UNKNOWN,
                        "a page without the columns"),
                answer("401", StatsPages.refusal(401), Health.UNKNOWN, "answered 401: look at lb.check.user"),
                answer("403", StatsPages.refusal(403), Health.UNKNOWN, "answered 403: this node is not in the LBK"),
                answer("404", StatsPages.refusal(404), Health.UNKNOWN, "answered 404: look at the path"),
                answer("429", StatsPages.refusal(429, "Retry-After: 30"), Health.UNKNOWN, "answered 429"),
                answer("503", StatsPages.refusal(503), Health.UNKNOWN, "answered 503"),
                answer("503 later", StatsPages.refusal(503, "Retry-After: 30"), Health.UNKNOWN, "answered 503"),
                answer("empty", Replies.whole(200, "", StatsPages.NODE), Health.UNKNOWN, "an empty page"),
                answer("204", Replies.whole(204, "", StatsPages.NODE), Health.UNKNOWN, "answered 204"),
                answer("HTML", Replies.whole(200, "<html>hello</html>\n", StatsPages.NODE), Health.UNKNOWN, "HTML"),
                answer("no such character set", Replies.whole(200, page, StatsPages.NODE, "Content-Type: a/b; "
                        + "charset=bogus"), Health.OK, "2 of 2"),
                answer("another node's", Replies.whole(200, page, "X-Lbkeeper-Node: lb3"), Health.STRANGER,
                        "X-Lbkeeper-Node is \"lb3\", expected \"lb2\""),
                answer("nobody's", Replies.whole(200, page), Health.STRANGER, "no X-Lbkeeper-Node header"),
                answer("nobody's 503", Replies.whole(503, ""), Health.STRANGER, "in the 503 answer"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void eachAnswerIsJudgedAtOnceAndAskedForOnce(String what, Reply reply, Health health, String words) {
        server.replies(reply);
        assertCheck(checkInTime(0), health, words);
        assertThat(server.requests()).as("times asked").hasSize(1);
    }

    /** Left to itself the HTTP client waits as long as it is told to, where that is within the deadline. */
    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aRefusalThatAsksForPatienceIsNotWaitedFor(int status) {
        server.replies(StatsPages.refusal(status, "Retry-After: 1"), StatsPages.good());
        Target target = new Target("lb2", "127.0.0.1", server.url() + "/stats;csv");
        Check check = template.requestBody("kamelet:ask-haproxy-action?deadline=5000", target, Check.class);
        assertCheck(check, Health.UNKNOWN, "answered " + status);
        assertThat(server.requests()).as("times asked").hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (ScriptedServer other = new ScriptedServer(StatsPages.good())) {
            server.replies(StatsPages.refusal(302, "Location: " + other.url() + "/stats;csv"));
            assertCheck(check(), Health.UNKNOWN, "answered 302");
            assertThat(other.requests()).as("what the other server was asked").isEmpty();
        }
    }

    @Test
    void nothingOfOneCheckGoesToTheNextOne() {
        server.replies(Replies.whole(200, StatsPages.PAGE, StatsPages.NODE, "Set-Cookie: seen=yes; Path=/",
                "X-Lbkeeper-Overlong: 1", "X-Left-Over: 1", "CamelHttpUri: http://127.0.0.1:1/",
                "CamelHttpMethod: POST"));
        assertCheck(check(), Health.OK, "2 of 2");
        server.replies(Replies.whole(200, StatsPages.PAGE));
        assertCheck(check(), Health.STRANGER, "no X-Lbkeeper-Node header");

        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1)).as("a check like the first").isEqualTo(server.requests().get(0));
    }

    @Test
    void theOtherSideSeesNothingOfTheMessageThatAskedForTheCheck() {
        server.replies(StatsPages.good());
        Target target = new Target("lb2", "127.0.0.1", server.url() + "/stats;csv");
        Object check = template.request("kamelet:ask-haproxy-action?deadline=500", exchange -> {
            exchange.getMessage().setBody(target);
            exchange.getMessage().setHeader("Authorization", "Basic c2VjcmV0");
            exchange.getMessage().setHeader("X-Own", "1");
            exchange.getMessage().setHeader("CamelHttpPath", "/elsewhere");
            exchange.getMessage().setHeader("CamelHttpQuery", "a=b");
        }).getMessage().getBody();

        assertThat(check).isInstanceOf(Check.class).asString().startsWith("OK");
        assertThat(server.request().target()).isEqualTo("/stats;csv");
        assertThat(server.request().names()).as("headers sent").isSubsetOf(List.of("host", "accept-encoding", "accept",
                "connection", "user-agent"));
        assertThat(server.request().header("Connection")).contains("close");
    }

    @Test
    void whatIsSaidOfTheLbkeeperThereIsTakenOver() {
        server.replies(Replies.whole(200, StatsPages.PAGE, StatsPages.NODE, "X-Lbkeeper-Agent: silent"),
                StatsPages.refusal(503, "X-Lbkeeper-Agent: alive"), StatsPages.good());
        assertThat(List.of(check().agent(), check().agent(), check().agent()))
                .containsExactly(Agent.SILENT, Agent.ALIVE, Agent.UNTOLD);
    }

    private static Arguments answer(String what, Reply reply, Health health, String words) {
        return Arguments.of(what, reply, health, words);
    }
}
