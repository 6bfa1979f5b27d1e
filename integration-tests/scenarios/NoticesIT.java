package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.routes.Replies;
import io.lbkeeper.routes.ScriptedServer;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A pair that tells people of what it does, over channels of which most do not work. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class NoticesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void theNameMovesWhileChannelsHangAndTheGoodOneIsTold() throws Exception {
        try (ScriptedServer webhook = new ScriptedServer(Replies.whole(200, ""));
                ScriptedServer slack = new ScriptedServer(Replies.silence());
                ServerSocket mail = new ServerSocket(0);
                Pair pair = new Pair(Map.of("lb.notify", "slack,mail,command,webhook", "lb.notify.queue", "2",
                        "lb.notify.slack.url", slack.url() + "/services/x", "lb.notify.webhook.url", webhook.url(),
                        "lb.notify.mail.host", "127.0.0.1",
                        "lb.notify.mail.port", String.valueOf(mail.getLocalPort()),
                        "lb.notify.mail.from", "a@example.com", "lb.notify.mail.to", "b@example.com",
                        "lb.notify.command", "/bin/false", "lb.notify.tries", "1"))) {
            pair.nodes.get("lb1").start();
            await("the first notice").atMost(PATIENCE).until(() -> told(webhook).stream()
                    .anyMatch(text -> text.contains("CreateRecord")));
            pair.nodes.get("lb2").start();
            await("both").atMost(PATIENCE).until(pair::isSettled);
            pair.haproxies.get("lb1").close();
            await("the move, and who made it tells").atMost(PATIENCE).conditionEvaluationListener(seen -> {
                if (!seen.isSatisfied() && seen.getRemainingTimeInMS() < 150) {
                    System.out.println(pair.story());
                }
            }).until(() -> told(webhook).stream().anyMatch(text -> text.contains("\"kind\":\"move\"")
                    && (text.contains("HandOver") || text.contains("TakeOver"))));
            assertThat(pair.serviceAddress()).isEqualTo(Pair.address("lb2"));
            assertThat(slack.requests()).as("each node waits for its own first answer").hasSizeLessThanOrEqualTo(2);
            assertThat(pair.nodes.get("lb1").said()).as(pair.story()).anyMatch(line -> line.startsWith(
                    "Notices do not arrive over command: /bin/false ended with exit code 1"));
        }
    }

    private static List<String> told(ScriptedServer webhook) {
        return webhook.requests().stream().map(ScriptedServer.Request::body).toList();
    }
}
