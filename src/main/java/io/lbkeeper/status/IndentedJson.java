package io.lbkeeper.status;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.apache.camel.util.json.Jsoner;

/**
 * JSON as people read it, two spaces for each step. It is written in each cycle: a text that is made first and parsed
 * again to be indented costs eight times as much.
 */
final class IndentedJson {
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
        out.append('"').append(Jsoner.escape(text)).append('"');
    }
}
