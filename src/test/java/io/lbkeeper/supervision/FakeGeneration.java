package io.lbkeeper.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A generation whose cycles complete when a test says so, and that writes down what becomes of it. */
final class FakeGeneration implements Generation {
    static final Duration LONGEST = Duration.ofSeconds(20);

    final String name;
    private final Story story;
    boolean startFails;
    boolean busy;
    boolean cycling;
    boolean completes = true;
    /** Its timers are at rest, as they may be for a moment even while the answer is that they are not. */
    boolean held;

    FakeGeneration(String name, Story story) {
        this.name = name;
        this.story = story;
    }

    /** What the generations share. */
    static final class Story {
        final List<String> told = new ArrayList<>();
        long cycles;
    }

    @Override
    public void start() throws RefusedException {
        told("starts");
        if (startFails) {
            throw new RefusedException("the port is in use");
        }
    }

    @Override
    public void go() {
        told("goes");
        held = false;
        story.cycles += completes ? 1 : 0;
    }

    @Override
    public boolean restBetweenTasks() {
        held = true;
        if (!busy && !cycling) {
            told("rests");
        }
        return !busy && !cycling;
    }

    @Override
    public boolean restBetweenCycles() {
        held = true;
        if (!cycling) {
            told("rests, with a task cut off");
        }
        return !cycling;
    }

    @Override
    public void goOn() {
        held = false;
        if (!busy && !cycling) {
            told("goes on");
        }
    }

    @Override
    public long cycles() {
        return story.cycles;
    }

    @Override
    public Duration longestCycle() {
        return LONGEST;
    }

    @Override
    public void stop() {
        told("stops");
    }

    private void told(String what) {
        story.told.add(name + " " + what);
    }
}
