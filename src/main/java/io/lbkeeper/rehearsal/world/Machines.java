package io.lbkeeper.rehearsal.world;

import io.lbkeeper.decision.Check;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** What runs on each machine besides its agent: the HAProxy and what its page shows. */
final class Machines {
    private static final Visit REFUSED = new Visit.Refused();
    private static final Visit SILENT = new Visit.Silent();
    private static final Visit RESET = new Visit.Reset();
    static final Visit OPEN_PORT = new Visit.There("the port accepts connections");
    static final Visit ECHO = new Visit.There("answers a ping");
    /** A reload hands its sockets over; a connection may fall between the two processes in these first moments. */
    private static final double RELOAD_GAP_NANOS = Duration.ofMillis(40).toNanos();
    private static final long LONG_AGO_NANOS = -Duration.ofDays(1).toNanos();

    private final SplittableRandom random;
    private final long graceNanos;
    private final long agentSilenceNanos;
    private final long[] startedNanos;
    private final long[] agentSeenNanos;
    private final boolean[] wasDown;
    private final Visit[][][] answers;

    Machines(Cluster cluster, SplittableRandom random) {
        this.random = random;
        int size = cluster.size();
        graceNanos = cluster.settings().grace().toNanos();
        agentSilenceNanos = cluster.agentSilence().toNanos();
        startedNanos = new long[size];
        agentSeenNanos = new long[size];
        wasDown = new boolean[size];
        Arrays.fill(startedNanos, LONG_AGO_NANOS);
        answers = new Visit[size][Face.values().length][Check.Agent.values().length];
        for (int node = 0; node < size; node++) {
            for (Face face : Face.values()) {
                for (Check.Agent agent : Check.Agent.values()) {
                    answers[node][face.ordinal()][agent.ordinal()] = new Visit.Answered(
                            new Page(Optional.of(cluster.nodes().get(node)), face, agent));
                }
            }
        }
    }

    /** An HAProxy that was down starts anew, and has not checked its servers yet. Says whether one has. */
    boolean shift(Conditions now, long atNanos) {
        boolean any = false;
        for (int node = 0; node < wasDown.length; node++) {
            boolean down = now.off[node] || now.haproxyDown[node];
            boolean starts = wasDown[node] && !down;
            startedNanos[node] = starts ? atNanos : startedNanos[node];
            wasDown[node] = down;
            any |= starts;
        }
        return any;
    }

    /** The agent has asked its own HAProxy. */
    void agentSeen(int node, long atNanos) {
        agentSeenNanos[node] = atNanos;
    }

    /** What a look that gets through finds, at a machine that is on. */
    Visit look(int node, Glance glance, Conditions now, long atNanos) {
        return switch (glance) {
            case PAGE -> page(node, now, atNanos);
            case PORT -> port(node, now);
            case MACHINE -> now.still[node] ? SILENT : ECHO;
        };
    }

    /** The kernel accepts for whoever listens, and goes on with that when it hangs. */
    private static Visit port(int node, Conditions now) {
        boolean closed = now.haproxyDown[node] || now.face[node] == Face.STOPPING;
        return now.still[node] ? SILENT : closed ? REFUSED : OPEN_PORT;
    }

    private Visit page(int node, Conditions now, long atNanos) {
        if (now.haproxyDown[node]) {
            return REFUSED;
        }
        if (now.haproxyHung[node]) {
            return SILENT;
        }
        long every = now.reloadsEveryNanos[node];
        if (every > 0 && random.nextDouble() < RELOAD_GAP_NANOS / every) {
            return RESET;
        }
        Check.Agent agent = atNanos - agentSeenNanos[node] > agentSilenceNanos ? Check.Agent.SILENT
                : Check.Agent.ALIVE;
        return answers[node][face(node, now, atNanos).ordinal()][agent.ordinal()];
    }

    Face face(int node, Conditions now, long atNanos) {
        return now.face[node] == Face.WELL && atNanos - startedNanos[node] < graceNanos ? Face.JUST_STARTED
                : now.face[node];
    }
}
