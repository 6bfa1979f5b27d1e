package io.lbkeeper.rehearsal.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
        if (inFull) {
            results.accounts().forEach(account -> add(timeline.lines(account, Timeline.of(account)), lines));
        } else {
            alike(results.broken()).forEach(alike -> {
                add(timeline.lines(alike.get(0), Excerpt.of(alike.get(0))), lines);
                others(alike).ifPresent(told -> add(Wrapped.at(columns, told), lines));
            });
        }
        Shortfall.reasons(results.accounts()).forEach(told -> add(Wrapped.at(columns, "NOT SURVIVED: "
                + told.sentence()), lines));
        lines.add("");
        lines.add((results.isGood() ? Ink.GOOD : Ink.BAD).on(results.totals(), coloured));
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> more, List<String> lines) {
        lines.add("");
        lines.addAll(more);
    }

    /** Runs in which the same promises were broken: one of them shows why. */
    private static Collection<List<Account>> alike(List<Account> broken) {
        return broken.stream().collect(Collectors.groupingBy(Account::broken, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static Optional<String> others(List<Account> alike) {
        return alike.size() == 1 ? Optional.empty() : Optional.of("The same was broken in " + alike.stream().skip(1)
                .map(Account::name).collect(Collectors.joining(", "))
                + "; rehearse one of them by its name for its timeline.");
    }
}
