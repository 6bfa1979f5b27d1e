package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.decision.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ObserveNoticeRouteTest extends RouteTestBase {
    private final ScriptedServer server = new ScriptedServer(Replies.whole(200, "AQAEAToken=="),
            Replies.whole(404, "<html>404 - Not Found</html>"), Replies.whole(200, "Terminated\n"));
    private final StubDesk desk = new StubDesk();

    @Override
    String[] routes() {
        return new String[] {"observe-notice"};
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("requests", desk);
    }

    @Override
    Map<String, String> settings() {
        Map<String, String> settings = pair();
        settings.putAll(Map.of("lb.notice", "imds", "lb.address.imds-url", server.url(), "lb.notice.interval", "1s",
                "lb.address.timeout", "500ms"));
        return settings;
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    /** Stands in the place of the bean {@code requests}. */
    public static final class StubDesk {
        final List<Answer<String>> seen = new CopyOnWriteArrayList<>();

        public void sawNotice(Answer<String> answer) {
            seen.add(answer);
        }
    }

    @Test
    void aNoticeReachesTheRequests() {
        await("the first answer").atMost(Duration.ofSeconds(10)).until(() -> !desk.seen.isEmpty());
        assertThat(desk.seen.get(0)).isEqualTo(Answer.value("going down: the Auto Scaling group wants it Terminated"));
        assertThat(server.requests()).extracting(request -> request.method() + " " + request.target()).startsWith(
                "PUT /latest/api/token", "GET /latest/meta-data/spot/instance-action",
                "GET /latest/meta-data/autoscaling/target-lifecycle-state");
    }
}
