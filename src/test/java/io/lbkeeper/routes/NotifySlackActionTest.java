package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NotifySlackActionTest extends ChannelTestBase {
    private final ScriptedServer server = new ScriptedServer(Replies.whole(200, "ok"));

    @Override
    String channel() {
        return "slack";
    }

    @Override
    Map<String, String> needed() {
        return Map.of("lb.notify.slack.url", server.url() + "/services/T0/B0/abcdefghijkl");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theNoticeIsPostedAsText() throws Exception {
        assertThat(sent(NOTICE)).isNull();
        ScriptedServer.Request posted = server.request();
        assertThat(posted.method() + " " + posted.target()).isEqualTo("POST /services/T0/B0/abcdefghijkl");
        assertThat(new ObjectMapper().readTree(posted.body()).get("text").textValue())
                .startsWith("*ALARM lb.example.com on lb1: RefuseToMove*\nIt said \"no\"").contains("&lt;b&gt;&amp;");
    }

    @Test
    void aRefusalIsAFailure() {
        server.replies(Replies.whole(403, "invalid_token"));
        assertThat(sent(NOTICE)).hasMessageContaining("403");
    }
}
