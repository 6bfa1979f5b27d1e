package io.lbkeeper.rehearsal.report;

import java.util.ArrayList;
import java.util.List;

/** The whole report as text: the table, the timeline of what is broken or was asked for, and the totals. */
public final class TextReport {
    private final int columns;
    private final boolean coloured;

    /** @param columns how wide it may be at most */
    public TextReport(int columns, boolean coloured) {
        this.columns = columns;
        this.coloured = coloured;
    }

    /** @param inFull whether to tell the timeline of each run, from beginning to end */
    public String of(Results results, boolean inFull) {
        List<String> lines = new ArrayList<>(new TextTable(columns, coloured).lines(results.accounts()));
        TextTimeline timeline = new TextTimeline(columns, coloured);
        for (Account account : inFull ? results.accounts() : results.broken()) {
            lines.add("");
            lines.addAll(timeline.lines(account, inFull ? Timeline.of(account) : Excerpt.of(account)));
        }
        lines.add("");
        lines.add((results.isGood() ? Ink.GOOD : Ink.BAD).on(results.totals(), coloured));
        return String.join("\n", lines) + "\n";
    }
}
