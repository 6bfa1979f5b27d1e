package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeImdsActionTest extends RouteTestBase {
    private static final Reply TOKEN = Replies.whole(200, "AQAEAToken==");
    private static final Reply NONE = Replies.whole(404, "<html>404 - Not Found</html>");
    private static final Reply IN_SERVICE = Replies.whole(200, "InService");

    private final ScriptedServer server = new ScriptedServer();

    @Override
    String[] routes() {
        return new String[0];
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    static Stream<Arguments> notices() {
        Reply terminate = Replies.whole(200, "{\"action\": \"terminate\", \"time\": \"2026-11-23T15:02:00Z\"}");
        return Stream.of(
                Arguments.of("no notice, and in no group", List.of(TOKEN, NONE, NONE), "absent"),
                Arguments.of("no notice, in service", List.of(TOKEN, NONE, IN_SERVICE), "absent"),
                Arguments.of("a spot notice", List.of(TOKEN, terminate, IN_SERVICE),
                        "going down: spot notice, terminate at 2026-11-23T15:02:00Z"),
                Arguments.of("a spot notice, and the group can't be asked", List.of(TOKEN, terminate,
                        Replies.whole(500, "")), "going down: spot notice, terminate at 2026-11-23T15:02:00Z"),
                Arguments.of("the group ends it", List.of(TOKEN, NONE, Replies.whole(200, "Terminated\n")),
                        "going down: the Auto Scaling group wants it Terminated"),
                Arguments.of("one can't be asked", List.of(TOKEN, Replies.whole(500, ""), IN_SERVICE), "unknown"),
                Arguments.of("rubbish", List.of(TOKEN, Replies.whole(200, "<html>"), NONE), "unknown"),
                Arguments.of("rubbish of the group", List.of(TOKEN, NONE, Replies.whole(200, "<html>")), "unknown"),
                Arguments.of("no token", List.of(Replies.whole(403, "")), "unknown"),
                Arguments.of("silence", List.of(Replies.silence()), "unknown"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notices")
    void whatTheMetadataServiceSaysIsAnAnswer(String what, List<Reply> replies, String expected) {
        server.replies(replies.toArray(Reply[]::new));
        Answer<?> answer = template.requestBody("kamelet:notice-imds-action?source=" + server.url()
                + "&deadline=500", null, Answer.class);
        assertThat(text(answer)).isEqualTo(expected);
    }

    private static Object text(Answer<?> answer) {
        return answer.found().<Object>map(Object::toString)
                .orElse(answer instanceof Answer.Absent ? "absent" : "unknown");
    }
}
