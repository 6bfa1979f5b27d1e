package io.lbkeeper.notice;

import java.util.Map;
import java.util.TreeMap;

/** How many notices there were since the start, for metrics. The channels are those of {@code lb.notify}. */
public final class NoticeCounts {
    private final Map<String, Long> sent = new TreeMap<>();
    private final Map<String, Long> lost = new TreeMap<>();
    private final Map<String, Long> retried = new TreeMap<>();
    private long unqueued;
    private long leftOut;

    /** One arrived over this channel. */
    public synchronized void sent(String channel) {
        sent.merge(channel, 1L, Long::sum);
    }

    /** One was given up for this channel: all tries failed, or its queue was full. */
    public synchronized void lost(String channel) {
        lost.merge(channel, 1L, Long::sum);
    }

    /** One is tried again over this channel. */
    public synchronized void retried(String channel) {
        retried.merge(channel, 1L, Long::sum);
    }

    /** One found the queue full that is before all channels: no channel had it. */
    public synchronized void unqueued() {
        unqueued++;
    }

    /** One was not to be sent, since its matter came up too often. */
    public synchronized void leftOut() {
        leftOut++;
    }

    /** By channel; those with none are not in it. */
    public synchronized Map<String, Long> sentByChannel() {
        return Map.copyOf(sent);
    }

    /** By channel; those with none are not in it. */
    public synchronized Map<String, Long> lostByChannel() {
        return Map.copyOf(lost);
    }

    /** By channel; those with none are not in it. */
    public synchronized Map<String, Long> retriedByChannel() {
        return Map.copyOf(retried);
    }

    public synchronized long unqueuedSinceStart() {
        return unqueued;
    }

    public synchronized long leftOutSinceStart() {
        return leftOut;
    }
}
