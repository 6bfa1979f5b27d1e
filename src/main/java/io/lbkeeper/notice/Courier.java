package io.lbkeeper.notice;

import java.util.List;

/** What the route {@code deliver-notice} asks: which channels there are, and whom to tell where one's queue is full. */
public final class Courier {
    private final List<String> channels;
    private final Deliveries deliveries;
    private final NoticeCounts counts;

    public Courier(List<String> channels, Deliveries deliveries, NoticeCounts counts) {
        this.channels = List.copyOf(channels);
        this.deliveries = deliveries;
        this.counts = counts;
    }

    /** In the order of the settings. */
    public List<String> channels() {
        return channels;
    }

    /** The queue before all channels is full. */
    public void unqueued() {
        counts.unqueued();
    }

    /** This channel's queue is full, or there is no such channel. */
    public void couldNotQueue(String channel) {
        deliveries.lost(channel, channels.contains(channel) ? "its queue is full, since earlier notices still wait"
                : "lb.notify does not name it");
    }
}
