package io.lbkeeper.rehearsal.world;

import io.lbkeeper.rehearsal.time.NodeTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The idle connections that agents hold to HAProxies. Only a kernel that runs and is reached tells of their end. */
final class HeldLines {
    private final Network network;
    private final IntFunction<NodeTime> times;
    private final List<List<HeldLine>> byHolder = new ArrayList<>();
    private final boolean[] wasDown;

    HeldLines(int nodes, Network network, IntFunction<NodeTime> times) {
        this.network = network;
        this.times = times;
        wasDown = new boolean[nodes];
        for (int node = 0; node < nodes; node++) {
            byHolder.add(new ArrayList<>());
        }
    }

    /** One to the HAProxy of {@code to}, as long as its process lives. */
    HeldLine hold(int from, int to, Runnable ended) {
        HeldLine line = new HeldLine(from, times.apply(from).gated(ended));
        byHolder.get(to).add(line);
        return line;
    }

    /** What follows from the faults that are there now. */
    void shift(Conditions now) {
        for (int node = 0; node < wasDown.length; node++) {
            if (now.off[node]) {
                // The kernel has gone with the process, and says nothing.
                byHolder.get(node).clear();
            } else if (now.haproxyDown[node] && !wasDown[node]) {
                end(node, now);
            }
            wasDown[node] = now.off[node] || now.haproxyDown[node];
        }
    }

    /** All that this node's HAProxy has end. */
    void end(int node, Conditions now) {
        List<HeldLine> all = List.copyOf(byHolder.get(node));
        byHolder.get(node).clear();
        for (HeldLine line : all) {
            long nanos = line.from() == node ? Network.LOOPBACK_NANOS : network.exchangeNanos(now, line.from(), node);
            if (nanos < Network.NEVER_NANOS) {
                // As an event of its own: at a thaw a cycle that was due before begins before it hears of this.
                NodeTime holder = times.apply(line.from());
                holder.after(Duration.ofNanos(nanos), () -> holder.after(Duration.ZERO, line::tell));
            }
        }
    }
}
