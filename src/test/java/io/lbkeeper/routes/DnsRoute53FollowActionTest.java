package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Progress;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DnsRoute53FollowActionTest extends Route53TestBase {
    @Test
    void theStatusOfTheChangeIsTheAnswer() {
        server.replies(change("PENDING"), change("INSYNC"));
        assertThat(follow()).isEqualTo(Answer.value(Progress.PENDING));
        assertThat(follow()).isEqualTo(Answer.value(Progress.IN_SYNC));
        assertThat(server.requests()).hasSize(2).allMatch(request -> request.method().equals("GET")
                && request.target().equals("/2013-04-01/change/C7"));
    }

    @Test
    void aChangeThatTheApiDoesNotKnowIsAbsent() {
        server.replies(Route53Replies.error(404, "NoSuchChange", "A change with the specified change ID does "
                + "not exist"));
        assertThat(follow()).isInstanceOf(Answer.Absent.class).asString().contains("NoSuchChange (HTTP 404)");
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Route53Replies.error(403, "AccessDenied", "not authorized to perform"),
                        "AccessDenied .HTTP 403.: not authorized to perform"),
                Arguments.of(Route53Replies.error(400, "Throttling", "Rate exceeded"),
                        "Rate exceeded|did not complete"),
                Arguments.of(Replies.silence(), "did not complete"),
                Arguments.of(Replies.whole(200, "<html>hotel</html>"), ""));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void anythingElseCouldNotBeAsked(Reply reply, String pattern) {
        server.replies(reply);
        assertThat(follow()).isInstanceOf(Answer.CouldNotAsk.class).asString().containsPattern(pattern);
    }

    private Answer<?> follow() {
        return callInTime("dns-route53-follow-action", "/change/C7", Answer.class);
    }

    private static Reply change(String status) {
        return Replies.whole(200, Route53Replies.changed().replace("ChangeResourceRecordSetsResponse",
                "GetChangeResponse").replace("PENDING", status), "Content-Type: text/xml");
    }
}
