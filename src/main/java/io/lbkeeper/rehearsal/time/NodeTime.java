package io.lbkeeper.rehearsal.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * The gate through which everything reaches one node's agent. While the agent is stopped (SIGSTOP, a paused machine)
 * what comes is held back, and let in at its thaw; what was meant for an agent that was killed never comes in. The
 * agent's monotonic clock goes on meanwhile, as the kernel's does.
 */
public final class NodeTime {
    private final VirtualTime time;
    private final Queue<Runnable> heldBack = new ArrayDeque<>();
    private int generation;
    private boolean frozen;

    public NodeTime(VirtualTime time) {
        this.time = time;
    }

    public Duration now() {
        return time.now();
    }

    /** How many agents have lived here before this one. */
    public int generation() {
        return generation;
    }

    public boolean isFrozen() {
        return frozen;
    }

    /** Lets {@code event} happen in the agent after {@code wait}. */
    public void after(Duration wait, Runnable event) {
        time.after(wait, gated(event));
    }

    /** {@code event} as the world may call it at any time. */
    public Runnable gated(Runnable event) {
        int mine = generation;
        return () -> enter(mine, event);
    }

    /** {@code then} as the world may call it at any time. */
    public <T> Consumer<T> gatedFor(Consumer<T> then) {
        int mine = generation;
        return value -> enter(mine, () -> then.accept(value));
    }

    /** Stops the agent. What reaches it from now on waits. */
    public void freeze() {
        frozen = true;
    }

    /** Lets the agent go on, first with what has come meanwhile, in its order. */
    public void thaw() {
        frozen = false;
        while (!frozen && !heldBack.isEmpty()) {
            heldBack.remove().run();
        }
    }

    /** Ends the agent: nothing that was meant for it happens any more. */
    public void kill() {
        generation++;
        heldBack.clear();
    }

    private void enter(int forWhom, Runnable event) {
        if (forWhom != generation) {
            return;
        }
        // What is held back is let in before what comes later, also where an event at the thaw freezes again.
        if (frozen || !heldBack.isEmpty()) {
            heldBack.add(() -> enterNow(forWhom, event));
        } else {
            event.run();
        }
    }

    private void enterNow(int forWhom, Runnable event) {
        if (forWhom == generation) {
            event.run();
        }
    }
}
