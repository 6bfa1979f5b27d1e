package io.lbkeeper.timing;

import java.util.ArrayList;
import java.util.List;

/** Lets the beats of some timers run, or holds them until it opens. One that has begun goes on to its end. */
final class Gate {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> inside = new ArrayList<>();
    private boolean open;

    Gate(boolean open) {
        this.open = open;
    }

    /** Whether a beat of the timer of this name may run now; else {@code again} runs when the gate opens. */
    synchronized boolean enter(String name, Runnable again) {
        if (open) {
            inside.add(name);
        } else {
            waiting.add(again);
        }
        return open;
    }

    synchronized void leave(String name) {
        inside.remove(name);
    }

    synchronized boolean isInside(String name) {
        return inside.contains(name);
    }

    /** Whether it is closed now: only while no beat runs. */
    synchronized boolean closeIfEmpty() {
        open = open && !inside.isEmpty();
        return !open;
    }

    /** Begins no other beat; those that run go on. */
    synchronized void close() {
        open = false;
    }

    void open() {
        List<Runnable> held;
        synchronized (this) {
            open = true;
            held = List.copyOf(waiting);
            waiting.clear();
        }
        held.forEach(Runnable::run);
    }

    synchronized boolean isOpen() {
        return open;
    }
}
