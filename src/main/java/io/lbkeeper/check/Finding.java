package io.lbkeeper.check;

import java.util.function.UnaryOperator;

/**
 * One thing that is wrong.
 *
 * @param file       as people are to read it
 * @param line       counted from 1; 0 where it is no line's
 * @param what       what is wrong, as a sentence's beginning
 * @param seen       what stands there; empty where {@code what} says it
 * @param suggestion what to do; empty where {@code what} says it
 */
public record Finding(String file, int line, Severity severity, String what, String seen, String suggestion) {
    private static final int LONGEST_SEEN_CHARS = 80;

    /** Something that must be mended. */
    static Finding error(Place place, String what, String seen, String suggestion) {
        return new Finding(place.file(), place.line(), Severity.ERROR, what, seen, suggestion);
    }

    /** Something that may be meant so. */
    static Finding warning(Place place, String what, String seen, String suggestion) {
        return new Finding(place.file(), place.line(), Severity.WARNING, what, seen, suggestion);
    }

    Finding masked(UnaryOperator<String> mask) {
        return new Finding(file, line, severity, mask.apply(what), mask.apply(seen), mask.apply(suggestion));
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The line an operator reads: {@code file:line: what, seen, suggestion}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        return place + ": " + (isError() ? "" : "warning: ") + oneLine(what)
                + (seen.isEmpty() ? "" : ", seen " + shortened(oneLine(seen)))
                + (suggestion.isEmpty() ? "" : ", " + oneLine(suggestion));
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SEEN_CHARS ? text : text.substring(0, LONGEST_SEEN_CHARS) + "…";
    }
}
