package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.world.Pulse;
import io.lbkeeper.rehearsal.world.Shape;
import java.util.Locale;

/** What things are called in pictures, and the class that gives them their colour and pattern. */
final class Look {
    private Look() {
    }

    static String word(Shape shape) {
        return switch (shape) {
            case OK -> "ok";
            case DEGRADED -> "degraded";
            case STOPPING -> "stopping";
            case UNKNOWN -> "can't be judged";
            case DOWN -> "down";
            case HUNG -> "hung";
            case CUT_OFF -> "cut off";
            case OFF -> "machine off";
            case RECYCLED -> "a stranger's";
        };
    }

    static String sentence(Shape shape) {
        return switch (shape) {
            case OK -> "HAProxy serves";
            case DEGRADED -> "HAProxy answers, but has no server for its backend";
            case STOPPING -> "HAProxy stops softly and takes no new clients";
            case UNKNOWN -> "HAProxy runs, and its page can't be judged";
            case DOWN -> "HAProxy is down";
            case HUNG -> "HAProxy hangs";
            case CUT_OFF -> "the machine runs and nothing reaches it";
            case OFF -> "the machine is off";
            case RECYCLED -> "the machine is gone and a stranger has its address";
        };
    }

    static String style(Shape shape) {
        return "h-" + shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String sentence(Pulse pulse) {
        return switch (pulse) {
            case RUNNING -> "lbkeeper runs";
            case FROZEN -> "lbkeeper is stopped";
            case GONE -> "no lbkeeper runs";
        };
    }

    static String style(Pulse pulse) {
        return "a-" + pulse.name().toLowerCase(Locale.ROOT);
    }
}
