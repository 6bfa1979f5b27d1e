package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lbkeeper.notice.Notice;
import io.lbkeeper.notice.NoticeCounts;
import io.lbkeeper.status.Alarms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the queue to the other ends of two channels. */
class DeliverNoticeRouteTest extends RouteTestBase {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScriptedServer webhook = new ScriptedServer(Replies.whole(200, ""));
    private final ScriptedServer slack = new ScriptedServer(Replies.whole(200, "ok"));

    @Override
    String[] routes() {
        return new String[] {"deliver-notice"};
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.notify", "slack,webhook", "lb.notify.slack.url", slack.url() + "/services/x",
                "lb.notify.webhook.url", webhook.url() + "/x", "lb.notify.timeout", "30s", "lb.notify.tries", "1",
                "lb.notify.queue", "5");
    }

    @AfterEach
    void close() {
        webhook.close();
        slack.close();
    }

    @Test
    void eachChannelGetsEachNoticeInOrder() {
        send(10);
        await("both").atMost(PATIENCE).until(() -> webhook.requests().size() == 10 && slack.requests().size() == 10);
        assertThat(texts(webhook)).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        await("the counts").atMost(PATIENCE).until(() -> counts().sentByChannel()
                .equals(Map.of("slack", 10L, "webhook", 10L)));
        assertThat(counts().lostByChannel()).isEmpty();
    }

    /** It is the first of the two. */
    @Test
    void aChannelThatHangsHoldsUpNoOtherAndWhatItLosesIsCounted() {
        slack.replies((client, closed) -> closed.await());
        send(10);
        await("the other").atMost(PATIENCE).until(() -> webhook.requests().size() == 10);
        assertThat(slack.requests()).as("one at a time").hasSize(1);
        assertThat(counts().lostByChannel()).as("one is under way and five wait").isEqualTo(Map.of("slack", 4L));
        assertThat(context.getRegistry().lookupByNameAndType("alarms", Alarms.class).standing()).containsExactly(
                "Notices do not arrive: slack (its queue is full, since earlier notices still wait).");
    }

    @Test
    void aStopIsNotHeldUp() {
        slack.replies((client, closed) -> closed.await());
        send(3);
        await("the first").atMost(PATIENCE).until(() -> slack.requests().size() == 1);
        context.getShutdownStrategy().setTimeout(1);
        context.stop();
        assertThat(slack.requests()).as("the others were given up").hasSize(1);
    }

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            int sent = i;
            template.sendBody("seda:notices", new Notice(Instant.EPOCH, "lb1", "lb.example.com", Notice.Kind.ALARM,
                    "a", String.valueOf(sent), 0));
            // The queue before the channels has room for five, as theirs have.
            await("room").atMost(PATIENCE).until(() -> webhook.requests().size() == sent + 1);
        }
    }

    private static List<String> texts(ScriptedServer server) {
        return IntStream.range(0, server.requests().size()).mapToObj(i -> {
            try {
                return new ObjectMapper().readTree(server.requests().get(i).body()).get("text").textValue();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).toList();
    }

    private NoticeCounts counts() {
        return context.getRegistry().lookupByNameAndType("noticeCounts", NoticeCounts.class);
    }
}
