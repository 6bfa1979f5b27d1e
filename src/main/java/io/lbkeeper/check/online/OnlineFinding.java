package io.lbkeeper.check.online;

import java.util.Objects;

/**
 * What one look at the world came to.
 *
 * @param area       what was looked at, in a word or two
 * @param seen       what was seen; empty where {@code what} says it
 * @param suggestion what to do; empty where there is nothing to do
 */
public record OnlineFinding(String area, Grade grade, String what, String seen, String suggestion) {
    /** How bad it is. */
    public enum Grade {
        /** It will not work so. */
        WRONG,
        /** It may be meant so. */
        WARNING,
        /** Nobody has answered the question. */
        COULD_NOT_ASK,
        /** It is well, or good to know. */
        NOTE
    }

    public OnlineFinding {
        Objects.requireNonNull(area);
        Objects.requireNonNull(grade);
        Objects.requireNonNull(what);
        Objects.requireNonNull(seen);
        Objects.requireNonNull(suggestion);
    }

    static OnlineFinding wrong(String area, String what, String seen, String suggestion) {
        return new OnlineFinding(area, Grade.WRONG, what, seen, suggestion);
    }

    static OnlineFinding warning(String area, String what, String seen, String suggestion) {
        return new OnlineFinding(area, Grade.WARNING, what, seen, suggestion);
    }

    static OnlineFinding couldNotAsk(String area, String what, String seen, String suggestion) {
        return new OnlineFinding(area, Grade.COULD_NOT_ASK, what, seen, suggestion);
    }

    static OnlineFinding note(String area, String what) {
        return new OnlineFinding(area, Grade.NOTE, what, "", "");
    }

    /** One line, in the form of the findings in files. */
    @Override
    public String toString() {
        String how = switch (grade) {
            case WRONG -> "";
            case WARNING -> "warning: ";
            case COULD_NOT_ASK -> "could not ask: ";
            case NOTE -> "note: ";
        };
        return oneLine("online, " + area + ": " + how + what + (seen.isEmpty() ? "" : ", seen " + seen)
                + (suggestion.isEmpty() ? "" : ", " + suggestion));
    }

    /** What others have said may be anything, and goes to a terminal. */
    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ").replaceAll("\\p{Cntrl}", "?");
    }
}
