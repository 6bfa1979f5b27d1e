package io.lbkeeper.rehearsal.world;

import java.time.Duration;
import java.util.Locale;

/**
 * One line of a run's story.
 *
 * @param where a node, {@code zone}, {@code human}, or {@code world}
 */
public record Happening(Duration at, String where, Kind kind, String text) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%9.3f s  %-6s %-8s %s", at.toMillis() / 1000.0, where, kind, text);
    }
}
