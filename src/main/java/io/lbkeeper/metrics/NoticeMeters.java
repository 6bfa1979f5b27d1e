package io.lbkeeper.metrics;

import io.lbkeeper.notice.NoticeCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Shows what became of notices. One that found the queue before all channels full is lost to the channel "all". */
public final class NoticeMeters {
    private final MeterRegistry meters;
    private final NoticeCounts counts;
    private final Set<String> channels = new HashSet<>();

    public NoticeMeters(MeterRegistry meters, NoticeCounts counts, List<String> channels) {
        this.meters = meters;
        this.counts = counts;
        show("all", "lost", NoticeCounts::unqueuedSinceStart);
        channels.forEach(this::show);
    }

    /** An edit of the settings may bring other channels. */
    public void look() {
        counts.sentByChannel().keySet().forEach(this::show);
        counts.lostByChannel().keySet().forEach(this::show);
    }

    private void show(String channel) {
        if (channels.add(channel)) {
            show(channel, "sent", of(channel, NoticeCounts::sentByChannel));
            show(channel, "lost", of(channel, NoticeCounts::lostByChannel));
            show(channel, "retried", of(channel, NoticeCounts::retriedByChannel));
        }
    }

    private static ToDoubleFunction<NoticeCounts> of(String channel,
            Function<NoticeCounts, Map<String, Long>> byChannel) {
        return counts -> byChannel.apply(counts).getOrDefault(channel, 0L);
    }

    private void show(String channel, String result, ToDoubleFunction<NoticeCounts> count) {
        FunctionCounter.builder(Names.NOTICES, counts, count).tag("channel", channel).tag("result", result)
                .description("Notices to people: sent, lost or tried again, by channel.").register(meters);
    }
}
