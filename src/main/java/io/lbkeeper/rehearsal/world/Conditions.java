package io.lbkeeper.rehearsal.world;

import io.lbkeeper.rehearsal.world.Fault.SourceTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What is broken at one moment, worked out of the faults that are there: arrays by the nodes' numbers. */
final class Conditions {
    final boolean[][] cut;
    /** The share of packets that get through. */
    final double[][] passing;
    final long[][] delayNanos;
    final boolean[] off;
    final boolean[] blackholed;
    final boolean[] recycled;
    final boolean[] haproxyDown;
    final boolean[] haproxyHung;
    /** The machine as a whole, with its kernel. */
    final boolean[] still;
    final Face[] face;
    final long[] reloadsEveryNanos;
    final boolean[] apiCut;
    final List<List<Fault.ApiFails>> apiFails = new ArrayList<>();
    final SourceTrouble[] source;
    final boolean[] agentDown;
    final boolean[] frozen;
    /** Something waits for the next change to be sent. */
    final boolean[] freezesAtWrite;
    final boolean[] diesAtWrite;

    private final Cluster cluster;

    Conditions(Cluster cluster, Collection<Fault> faults) {
        int size = cluster.size();
        this.cluster = cluster;
        cut = new boolean[size][size];
        passing = new double[size][size];
        delayNanos = new long[size][size];
        off = new boolean[size];
        blackholed = new boolean[size];
        recycled = new boolean[size];
        haproxyDown = new boolean[size];
        haproxyHung = new boolean[size];
        still = new boolean[size];
        face = new Face[size];
        reloadsEveryNanos = new long[size];
        apiCut = new boolean[size];
        source = new SourceTrouble[size];
        agentDown = new boolean[size];
        frozen = new boolean[size];
        freezesAtWrite = new boolean[size];
        diesAtWrite = new boolean[size];
        for (int node = 0; node < size; node++) {
            face[node] = Face.WELL;
            apiFails.add(new ArrayList<>());
            Arrays.fill(passing[node], 1);
        }
        faults.forEach(fault -> fault.breakInto(this));
    }

    int number(String node) {
        return cluster.number(node);
    }

    void cut(String from, String to) {
        cut[number(from)][number(to)] = true;
    }

    void lose(String from, String to, double share) {
        passing[number(from)][number(to)] *= 1 - share;
    }

    void delay(String from, String to, Duration wait) {
        delayNanos[number(from)][number(to)] += wait.toNanos();
    }
}
