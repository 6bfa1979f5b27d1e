package io.lbkeeper.status;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON as people read it, two spaces for each step. It is written in each cycle: a text that is made first and parsed
 * again to be indented costs eight times as much.
 */
final class IndentedJson {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char DELETE = 0x7f;
    private static final char LAST_CONTROL = 0x9f;
    private static final char FIRST_FORMAT = 0x2000;
    private static final char LAST_FORMAT = 0x20ff;
    private static final int EXPECTED_CHARS = 4096;
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder(EXPECTED_CHARS);
    private int depth;

    private IndentedJson() {
    }

    /** Of maps, collections, texts, numbers and truth values. */
    static String of(Map<?, ?> json) {
        IndentedJson text = new IndentedJson();
        text.write(json);
        return text.out.append('\n').toString();
    }

    private void write(Object value) {
        if (value instanceof Map<?, ?> map) {
            list('{', map.entrySet(), '}');
        } else if (value instanceof Map.Entry<?, ?> entry) {
            quote(String.valueOf(entry.getKey()));
            out.append(": ");
            write(entry.getValue());
        } else if (value instanceof Collection<?> many) {
            list('[', many, ']');
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            quote(value.toString());
        }
    }

    private void list(char begin, Collection<?> all, char end) {
        out.append(begin);
        depth++;
        Iterator<?> each = all.iterator();
        do {
            line();
            if (each.hasNext()) {
                write(each.next());
            }
            if (each.hasNext()) {
                out.append(',');
            }
        } while (each.hasNext());
        depth--;
        line();
        out.append(end);
    }

    private void line() {
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append(STEP);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\', '/' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> append(c);
            }
        }
        out.append('"');
    }

    private void append(char c) {
        if (c < FIRST_PRINTABLE || c >= DELETE && c <= LAST_CONTROL || c >= FIRST_FORMAT && c <= LAST_FORMAT) {
            out.append(String.format("\\u%04X", (int) c));
        } else {
            out.append(c);
        }
    }
}
