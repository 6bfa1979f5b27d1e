package io.lbkeeper.observation;

import java.util.List;
import java.util.stream.Collectors;

/** Text from elsewhere, made fit to be quoted in one line of a message or a log. */
public final class SeenText {
    private static final int LIMIT_CHARS = 60;
    private static final int LIMIT_NAMES = 4;

    private SeenText() {
    }

    /** Quoted, on one line, without control characters, at most 60 characters of it. */
    static String quote(String seen) {
        String head = seen.length() > LIMIT_CHARS * 4 ? seen.substring(0, LIMIT_CHARS * 4) : seen;
        String line = clean(head);
        boolean cut = head.length() < seen.length() || line.length() > LIMIT_CHARS;
        return '"' + (line.length() > LIMIT_CHARS ? line.substring(0, LIMIT_CHARS) : line) + (cut ? "…\"" : "\"");
    }

    /** On one line, printable characters only: a name from a page cannot forge a line of the log. */
    public static String clean(String seen) {
        return seen.codePoints()
                .map(c -> isPrintable(c) ? c : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString().replaceAll(" +", " ").strip();
    }

    /** Parted by commas; of many, the first four and how many more. */
    static String list(List<String> seen) {
        String first = seen.stream().limit(LIMIT_NAMES).map(SeenText::clean).collect(Collectors.joining(", "));
        return seen.size() > LIMIT_NAMES ? first + " and " + (seen.size() - LIMIT_NAMES) + " more" : first;
    }

    private static boolean isPrintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                 Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
