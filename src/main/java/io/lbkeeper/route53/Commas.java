package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.List;

/** Parts of a text between commas. A comma in double quotes separates nothing: TXT values are written in quotes. */
final class Commas {
    private Commas() {
    }

    /** The parts, stripped, without empty ones; none for null. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        if (text == null) {
            return parts;
        }
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                add(parts, text.substring(start, i));
                start = i + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("a double quote is not closed in " + Call.seen(text));
        }
        add(parts, text.substring(start));
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part.strip());
        }
    }
}
