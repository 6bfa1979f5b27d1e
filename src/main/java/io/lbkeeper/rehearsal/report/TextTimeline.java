package io.lbkeeper.rehearsal.report;

import java.util.ArrayList;
import java.util.List;

/** A timeline on a terminal or in a file: when, where, what. */
final class TextTimeline {
    private static final int TIME_CHARS = 8;
    private static final int LEAST_WHERE_CHARS = 7;
    private static final int NARROWEST_TEXT = 30;

    private final int columns;
    private final boolean coloured;

    TextTimeline(int columns, boolean coloured) {
        this.columns = columns;
        this.coloured = coloured;
    }

    List<String> lines(Account account, List<Row> rows) {
        int where = rows.stream().mapToInt(row -> row.where().length()).reduce(LEAST_WHERE_CHARS, Math::max);
        List<String> lines = new ArrayList<>();
        List<String> heading = Wrapped.at(columns, account.name() + ": " + account.told());
        lines.add(Ink.STRONG.on(account.name(), coloured) + heading.get(0).substring(account.name().length()));
        lines.addAll(heading.subList(1, heading.size()));
        lines.add(Ink.QUIET.on(pad("time", TIME_CHARS, true) + "  " + pad("where", where, false) + "  what",
                coloured));
        boolean explained = false;
        for (Row row : rows) {
            lines.addAll(lines(row, where));
            if (row.sort() == Row.Sort.BREACH && !explained) {
                explained = true;
                lines.addAll(under("What was promised: " + Promises.of(row.name().orElse("")), where, Ink.BAD));
                lines.addAll(under("To see it again: " + account.repeat(), where, Ink.PLAIN));
            }
        }
        return lines;
    }

    private List<String> lines(Row row, int where) {
        String margin = pad(Seconds.moment(row.at()), TIME_CHARS, true) + "  "
                + ink(row).on(pad(row.where(), where, false), coloured) + "  ";
        String name = row.name().map(called -> called + ": ").orElse("");
        List<String> text = Wrapped.at(room(where), mark(row) + name + row.text());
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            lines.add((i == 0 ? margin : " ".repeat(indent(where))) + ink(row).on(text.get(i), coloured));
        }
        return lines;
    }

    private List<String> under(String text, int where, Ink ink) {
        return Wrapped.at(room(where), text).stream().map(line -> " ".repeat(indent(where)) + ink.on(line, coloured))
                .toList();
    }

    private static Ink ink(Row row) {
        return switch (row.sort()) {
            case FAULT -> Ink.FAULT;
            case HEAL -> Ink.HEAL;
            case RECORDS -> Ink.RECORDS;
            case BREACH -> Ink.BAD;
            default -> Ink.PLAIN;
        };
    }

    /** So that faults are seen at a glance without colours too. */
    private static String mark(Row row) {
        return switch (row.sort()) {
            case FAULT -> "! ";
            case HEAL -> "+ ";
            case RECORDS -> "= ";
            case BREACH -> "!!! ";
            default -> "";
        };
    }

    private int room(int where) {
        return Math.max(NARROWEST_TEXT, columns - indent(where));
    }

    private static int indent(int where) {
        return TIME_CHARS + 2 + where + 2;
    }

    private static String pad(String text, int width, boolean left) {
        String room = " ".repeat(Math.max(0, width - text.length()));
        return left ? room + text : text + room;
    }
}
