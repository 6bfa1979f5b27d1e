package io.lbkeeper.rehearsal.referee;

import io.lbkeeper.decision.Records;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Truth;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** How long it may take until all is in order again, and whether it is. */
final class Settling {
    /** The longest that a refuted challenger waits. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private static final Duration LATELY = Duration.ofMinutes(10);
    private static final Duration LONGEST_HOLD_DOWN = Duration.ofMinutes(5);
    private static final int MANY = 3;

    private final Cluster cluster;

    Settling(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Two intervals, the window, a refuted challenger's longest wait, and a cycle with all its time-outs. With more
     * than two nodes also three windows, after which the challenge of a node that is gone counts no more.
     */
    Duration bound() {
        Duration cycle = cluster.settings().addressTimeout().plus(cluster.settings().checkTimeout())
                .plus(cluster.settings().apiTimeout().multipliedBy(2));
        Duration abandoned = cluster.size() > 2 ? cluster.window().multipliedBy(3) : Duration.ZERO;
        return cluster.settings().interval().multipliedBy(2).plus(cluster.window()).plus(LONGEST_WAIT).plus(cycle)
                .plus(abandoned);
    }

    /** The longest hold-down that may still run at {@code at}, and in the time for settling. */
    Duration holdDown(List<Move> moves, Duration at) {
        Duration base = cluster.settings().holdDown();
        long lately = moves.stream().filter(move -> at.minus(move.at()).compareTo(LATELY) < 0).count();
        Duration longest = lately < MANY - 1 ? base : base.compareTo(LONGEST_HOLD_DOWN) > 0 ? base
                : LONGEST_HOLD_DOWN;
        return moves.stream().filter(move -> at.minus(move.at()).compareTo(longest) < 0)
                .map(move -> longest).findFirst().orElse(Duration.ZERO);
    }

    /** Whether the service record holds the address of a node that serves, and no name is missing. */
    boolean isSettled(Truth truth, Records records) {
        return records.service() instanceof Records.Service.Held held && records.lineup().missing().isEmpty()
                && IntStream.range(0, cluster.size())
                .anyMatch(node -> truth.address(node).equals(held.address()) && truth.serves(node));
    }

    /**
     * Whether some node could have the name: it serves, runs, reaches the API and knows its address, and the records
     * do not wait for a human. They do where somebody has written something else there, and where the owner record
     * was deleted while the service record holds an address that no node has registered: nobody vouches for that.
     */
    boolean isPossible(Truth truth, Records records) {
        boolean odd = records.service() instanceof Records.Service.Odd
                || records.owner() instanceof Records.Ownership.Unreadable;
        boolean unvouched = records.service() instanceof Records.Service.Held held && !isVouchedFor(held, records);
        return !odd && !unvouched && IntStream.range(0, cluster.size()).anyMatch(node -> truth.serves(node)
                && truth.haproxyIsOk(node) && truth.agentRuns(node)
                && truth.reachesApi(node) && truth.knowsItsAddress(node));
    }

    private boolean isVouchedFor(Records.Service.Held held, Records records) {
        return records.claim().map(claim -> claim.address().equals(held.address())).orElseGet(() ->
                cluster.nodes().stream().anyMatch(node -> records.nodeAddress(node)
                        .filter(held.address()::equals).isPresent()));
    }
}
