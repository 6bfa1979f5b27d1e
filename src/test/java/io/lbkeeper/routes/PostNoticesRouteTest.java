package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.notice.Courier;
import io.lbkeeper.notice.DeliveryRecord;
import io.lbkeeper.notice.Notice;
import io.lbkeeper.notice.NoticeCounts;
import io.lbkeeper.status.Alarms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.seda.SedaEndpoint;
import org.junit.jupiter.api.Test;

class PostNoticesRouteTest extends RouteTestBase {
    private final NoticeCounts counts = new NoticeCounts();
    private final StubNotices notices = new StubNotices();

    @Override
    String[] routes() {
        return new String[] {"post-notices"};
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.notify", "command", "lb.notify.command", "/bin/true");
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("notices", notices, "courier", new Courier(List.of("command"), new DeliveryRecord(counts,
                new Alarms()), counts));
    }

    /** Stands in the place of the bean {@code notices}. */
    public static final class StubNotices {
        private final List<Notice> waiting = new ArrayList<>();

        public List<Notice> take() {
            List<Notice> all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }
    }

    @Test
    void eachNoticeIsQueuedInOrderAndTheDecisionPassesThrough() {
        notices.waiting.addAll(List.of(notice("a"), notice("b")));
        assertThat(template.requestBody("direct:post-notices", (Object) Decisions.REFUSE)).isSameAs(Decisions.REFUSE);
        assertThat(queued()).containsExactly("a", "b");
        assertThat(counts.unqueuedSinceStart()).isZero();
    }

    /** Nobody takes anything off the queue here. */
    @Test
    void whatFindsTheQueueFullIsLostAndCounted() {
        SedaEndpoint queue = context.getEndpoint("seda:notices", SedaEndpoint.class);
        int room = queue.getQueue().remainingCapacity();
        for (int i = 0; i < room + 5; i++) {
            notices.waiting.add(notice(String.valueOf(i)));
        }
        assertThat(template.requestBody("direct:post-notices", (Object) Decisions.KEEP)).isSameAs(Decisions.KEEP);
        assertThat(queued()).hasSize(room);
        assertThat(counts.unqueuedSinceStart()).isEqualTo(5);
    }

    private List<String> queued() {
        return context.getEndpoint("seda:notices", SedaEndpoint.class).getExchanges().stream()
                .map(exchange -> exchange.getMessage().getBody(Notice.class).sentence()).toList();
    }

    private static Notice notice(String sentence) {
        return new Notice(Instant.EPOCH, "lb1", "lb.example.com", Notice.Kind.ALARM, "a", sentence, 0);
    }
}
