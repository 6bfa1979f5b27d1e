package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.world.Pulse;
import io.lbkeeper.rehearsal.world.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How everything really was, from the beginning to the end.
 *
 * @param lanes   one for each node
 * @param holding where the service record pointed
 * @param lapses  times after the first start in which clients found nobody where the service record pointed, and would
 *                have been served by some other node
 * @param written each change of the records
 */
record History(List<Lane> lanes, List<Span<Holding>> holding, List<Span<Boolean>> lapses, List<Written> written,
        Duration length) {

    /** What one node's HAProxy and lbkeeper were like. */
    record Lane(String node, List<Span<Shape>> haproxy, List<Span<Pulse>> agent) {
    }

    /**
     * Where the service record points.
     *
     * @param text  a node's name, or what is there instead
     * @param serves whether clients are served there
     */
    record Holding(Optional<String> node, String text, boolean serves) {
    }

    long moves() {
        return written.stream().filter(change -> change.sort().isMove()).count();
    }

    long ownerRecordWrites() {
        return written.stream().filter(change -> change.sort().isOwnerRecord()).count();
    }

    /** The longest lapse, if there was one. */
    Optional<Duration> recovery() {
        return lapses.stream().map(Span::length).max(Duration::compareTo);
    }

    /** Who had the name at the end. */
    Optional<String> lastHolder() {
        return holding.isEmpty() ? Optional.empty() : holding.get(holding.size() - 1).what().node();
    }
}
