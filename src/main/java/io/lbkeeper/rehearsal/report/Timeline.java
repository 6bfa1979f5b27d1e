package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.report.Row.Sort;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Happening;
import io.lbkeeper.rehearsal.world.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The story of one run, line by line. */
final class Timeline {
    private static final Pattern DECISION = Pattern.compile("([A-Z]\\w+): (.*)", Pattern.DOTALL);
    /** The world's own words for what {@link Written} tells better, and an answer that says no more than that. */
    private static final Pattern TOLD_BETTER = Pattern.compile("(?:[+-] |applied as change ).*", Pattern.DOTALL);

    /** A fault that had waited for its moment. */
    private static final Pattern SPRUNG = Pattern.compile("Agent(Killed|Frozen) \\S+ before it could send a change");

    private Timeline() {
    }

    static List<Row> of(Account account) {
        Map<String, Fault> faults = new HashMap<>();
        account.schedule().faults().forEach(planned -> faults.put(planned.fault().told(), planned.fault()));
        Stream<Row> told = account.trace().stream().flatMap(happening -> row(happening, faults).stream());
        Stream<Row> written = account.history().written().stream().map(Timeline::row);
        Stream<Row> broken = account.breaches().stream().map(breach -> new Row(breach.at(), "BROKEN", Sort.BREACH,
                Optional.of(breach.invariant()), breach.what()));
        // Stable: what one side tells of one moment stays in its order.
        return fold(sayOnce(Stream.of(told, written, broken).flatMap(rows -> rows)
                .sorted(Comparator.comparing(Row::at).thenComparing(Row::sort)).toList()));
    }

    /** That an lbkeeper starts or ends is no news where that is the very fault, or its end. */
    private static List<Row> sayOnce(List<Row> rows) {
        List<Row> once = new ArrayList<>();
        for (Row row : rows) {
            boolean said = row.sort() == Sort.AGENT && once.stream().anyMatch(fault -> fault.at().equals(row.at())
                    && fault.where().equals(row.where()) && fault.text().startsWith("lbkeeper is "));
            if (!said) {
                once.add(row);
            }
        }
        return once;
    }

    private static Row row(Written change) {
        return Row.of(change.at(), change.sort() == Written.Sort.BY_PEOPLE ? "people" : "dns", Sort.RECORDS,
                change.text());
    }

    private static Optional<Row> row(Happening happening, Map<String, Fault> faults) {
        if (happening.kind() == Kind.BREACH || TOLD_BETTER.matcher(happening.text()).matches()) {
            return Optional.empty();
        }
        Fault fault = faults.get(happening.text());
        if (fault != null && happening.kind() == Kind.FAULT) {
            return Optional.of(Row.of(happening.at(), FaultWords.where(fault), Sort.FAULT, FaultWords.begins(fault)));
        }
        if (fault != null && happening.kind() == Kind.HEAL) {
            return Optional.of(Row.of(happening.at(), FaultWords.where(fault), Sort.HEAL, FaultWords.heals(fault)));
        }
        Matcher sprung = SPRUNG.matcher(happening.text());
        if (sprung.matches()) {
            String what = sprung.group(1).equals("Killed") ? "killed" : "stopped";
            return Optional.of(Row.of(happening.at(), happening.where(), Sort.FAULT,
                    "lbkeeper is " + what + " when it is about to send a change"));
        }
        Matcher decision = DECISION.matcher(happening.text());
        if (happening.kind() == Kind.DECISION && decision.matches()) {
            return Optional.of(new Row(happening.at(), happening.where(), Sort.DECISION,
                    Optional.of(decision.group(1)), decision.group(2)));
        }
        return Optional.of(Row.of(happening.at(), happening.where(), sort(happening.kind()), happening.text()));
    }

    private static Sort sort(Kind kind) {
        return switch (kind) {
            case FAULT -> Sort.FAULT;
            case HEAL -> Sort.HEAL;
            case AGENT -> Sort.AGENT;
            case DECISION -> Sort.DECISION;
            default -> Sort.OUTCOME;
        };
    }

    /** Of a row of decisions by one node that have one name, with nothing else between, the first and the number. */
    private static List<Row> fold(List<Row> rows) {
        List<Row> folded = new ArrayList<>();
        int next = 0;
        while (next < rows.size()) {
            Row first = rows.get(next);
            int end = next + 1;
            while (end < rows.size() && first.isDecision(rows.get(end).where()) && rows.get(end).sort() == first.sort()
                    && rows.get(end).name().equals(first.name())) {
                end++;
            }
            int more = end - next - 1;
            if (more > 1) {
                folded.add(first);
                folded.add(Row.of(rows.get(end - 1).at(), first.where(), Sort.DECISION, "(" + more + " more "
                        + first.name().orElse("lines") + ", the last: " + rows.get(end - 1).text() + ")"));
            } else {
                folded.addAll(rows.subList(next, end));
            }
            next = end;
        }
        return folded;
    }
}
