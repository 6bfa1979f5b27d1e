package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotifyWebhookActionTest extends ChannelTestBase {
    private final ScriptedServer server = new ScriptedServer(Replies.whole(204, ""));

    @Override
    String channel() {
        return "webhook";
    }

    @Override
    Map<String, String> needed() {
        return Map.of("lb.notify.webhook.url", server.url() + "/hooks/lb?team=a%26b", "lb.notify.webhook.token",
                "abc-123==");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theNoticeIsPostedAsJson() throws Exception {
        assertThat(sent(NOTICE)).isNull();
        ScriptedServer.Request posted = server.request();
        assertThat(posted.method() + " " + posted.target()).isEqualTo("POST /hooks/lb?team=a%26b");
        assertThat(posted.header("Content-Type")).contains("application/json; charset=UTF-8");
        assertThat(posted.header("Authorization")).contains("Bearer abc-123==");
        assertThat(new ObjectMapper().readTree(posted.body()).get("text").textValue()).isEqualTo(HOSTILE);
    }

    @Test
    void anyAnswerButSuccessIsAFailure() {
        for (int status : new int[] {302, 400, 404, 429, 503}) {
            server.replies(Replies.whole(status, "no", "Location: http://192.0.2.1/", "Retry-After: 60"));
            assertThat(sent(NOTICE)).as("status %s", status).hasMessageContaining(String.valueOf(status));
        }
        assertThat(server.requests()).as("each was tried once").hasSize(5);
    }

    @Test
    void oneThatIsSilentIsAFailureInTime() {
        server.replies((client, closed) -> closed.await());
        assertThat(sent(NOTICE)).hasMessageMatching(".*no complete answer within 500 ms.*|.*timed out.*");
    }

    @Test
    void oneThatIsNotThereIsAFailure() {
        server.close();
        assertThat(sent(NOTICE)).hasMessageContaining("refused");
    }
}
