package io.lbkeeper.rehearsal.time;

import java.util.ArrayDeque;
import java.util.Queue;

/** Lets runs that take virtual time follow each other, as on one thread: each waits for those that came before it. */
public final class Turns {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean taken;

    /** Lets {@code run} begin, now or when it is its turn; it calls {@link #over} at its end. */
    public void take(Runnable run) {
        if (taken) {
            waiting.add(run);
        } else {
            taken = true;
            run.run();
        }
    }

    /** The run whose turn it was is over. */
    public void over() {
        taken = false;
        Runnable next = waiting.poll();
        if (next != null) {
            take(next);
        }
    }
}
