package io.lbkeeper.rehearsal.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The story of a run. One that is switched off keeps nothing, and asks for no text. */
public final class Trace {
    private final boolean on;
    private final List<Happening> happenings = new ArrayList<>();

    private Trace(boolean on) {
        this.on = on;
    }

    public static Trace kept() {
        return new Trace(true);
    }

    public static Trace off() {
        return new Trace(false);
    }

    public void add(Duration at, String where, Kind kind, Supplier<String> text) {
        if (on) {
            happenings.add(new Happening(at, where, kind, text.get()));
        }
    }

    public List<Happening> happenings() {
        return List.copyOf(happenings);
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        happenings.forEach(line -> lines.append(line).append('\n'));
        return lines.toString();
    }
}
