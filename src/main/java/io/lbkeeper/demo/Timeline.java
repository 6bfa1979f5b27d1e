package io.lbkeeper.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** What happens, line by line: seconds since the start, who says it, what. Safe to call from any thread. */
final class Timeline {
    private static final Map<String, String> SPEAKERS = Map.of("lb1", "36", "lb2", "35", "dns", "32", "clients", "34");
    private static final int SPEAKER_CHARS = 7;
    private static final String ESCAPE = "\u001b[";

    private final PrintStream out;
    private final Supplier<Duration> clock;
    private final int columns;
    private final boolean coloured;
    private boolean silent;

    /**
     * @param clock   the time since the start
     * @param columns where lines are wrapped
     */
    Timeline(PrintStream out, Supplier<Duration> clock, int columns, boolean coloured) {
        this.out = out;
        this.clock = clock;
        this.columns = columns;
        this.coloured = coloured;
    }

    void say(String speaker, String text) {
        say(speaker, Tone.PLAIN, text);
    }

    synchronized void say(String speaker, Tone tone, String text) {
        if (silent) {
            return;
        }
        String time = String.format(Locale.ROOT, "%7.2f", clock.get().toMillis() / 1000.0);
        String who = String.format(Locale.ROOT, "%-" + SPEAKER_CHARS + "s", speaker);
        String prefix = time + "  " + who + "  ";
        List<String> lines = wrap(text, Math.max(20, columns - prefix.length()));
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            shown.append(i == 0 ? time + "  " + paint(SPEAKERS.getOrDefault(speaker, ""), who) + "  "
                    : " ".repeat(prefix.length())).append(paint(tone.code(), lines.get(i))).append('\n');
        }
        out.print(shown);
        out.flush();
    }

    /** A line for the person, outside the timeline. */
    synchronized void note(String text) {
        if (!silent) {
            out.println(text);
            out.flush();
        }
    }

    /** Says nothing more: all is being ended, and what the programs say meanwhile is of no interest. */
    synchronized void fallSilent() {
        silent = true;
    }

    Duration elapsed() {
        return clock.get();
    }

    private String paint(String code, String text) {
        return coloured && !code.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }

    /** Breaks at spaces, and inside a word only where it is longer than a line. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
