package io.lbkeeper.rehearsal.referee;

import io.lbkeeper.rehearsal.world.Truth;
import java.time.Duration;
import java.util.Arrays;

/** Since when each node has been how it is, without a break: brought up to date whenever the world shifts. */
final class Spans {
    private final Duration[] okSince;
    private final Duration[] lastOk;
    private final Duration[] ableSince;
    private final String[] address;
    private final int[] generation;

    Spans(int size) {
        okSince = new Duration[size];
        lastOk = new Duration[size];
        ableSince = new Duration[size];
        address = new String[size];
        generation = new int[size];
        Arrays.fill(generation, -1);
    }

    void update(Truth truth, Duration now) {
        for (int node = 0; node < okSince.length; node++) {
            boolean ok = truth.haproxyIsOk(node);
            lastOk[node] = ok || okSince[node] != null ? now : lastOk[node];
            okSince[node] = !ok ? null : okSince[node] == null ? now : okSince[node];
            boolean same = truth.address(node).equals(address[node]) && truth.generation(node) == generation[node];
            boolean able = ok && truth.agentRuns(node) && truth.reachesApi(node) && truth.knowsItsAddress(node);
            ableSince[node] = !able ? null : ableSince[node] == null || !same ? now : ableSince[node];
            address[node] = truth.address(node);
            generation[node] = truth.generation(node);
        }
    }

    /** Whether its HAProxy has been OK from {@code since} up to now. */
    boolean okSince(int node, Duration since) {
        return okSince[node] != null && okSince[node].compareTo(since) <= 0;
    }

    /** Whether its HAProxy was OK at some time from {@code since} up to now. */
    boolean okAfter(int node, Duration since) {
        return okSince[node] != null || lastOk[node] != null && lastOk[node].compareTo(since) >= 0;
    }

    /**
     * Whether from {@code since} up to now its HAProxy was OK, its lbkeeper ran without a break, all its calls of the
     * API succeeded, and its address was the same and known to it.
     */
    boolean ableSince(int node, Duration since) {
        return ableSince[node] != null && ableSince[node].compareTo(since) <= 0;
    }
}
