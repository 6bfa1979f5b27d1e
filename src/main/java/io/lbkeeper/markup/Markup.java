package io.lbkeeper.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements that are well-formed as XML and as HTML; all text and all values are escaped here and only here. */
public final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values by turns */
    public Markup begin(String element, Object... attributes) {
        tag(element, attributes).append('>');
        open.push(element);
        return this;
    }

    public Markup end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** Ends the element, and the line. */
    public Markup endLine() {
        end();
        out.append('\n');
        return this;
    }

    public Markup text(String text) {
        out.append(escape(text, false));
        return this;
    }

    /**
     * Text that HTML reads as it is, up to the element's end: a style sheet or a script of this program's own. It is
     * no place for anything that was heard from elsewhere.
     */
    public Markup raw(String text) {
        if (text.contains("</") || text.contains("<!--")) {
            throw new IllegalArgumentException("the text of a <" + open.peek() + "> would end it: it has </ or <!--");
        }
        out.append(text);
        return this;
    }

    /** An element with nothing but text in it. */
    public Markup put(String element, String text, Object... attributes) {
        return begin(element, attributes).text(text).end();
    }

    /** An element without anything in it. */
    public Markup empty(String element, Object... attributes) {
        tag(element, attributes).append("/>");
        return this;
    }

    private StringBuilder tag(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"").append(escape(String.valueOf(attributes[i + 1]), true))
                    .append('"');
        }
        return out;
    }

    /** Characters that XML does not know at all become question marks. A style sheet keeps its quotes. */
    private static String escape(String text, boolean quoted) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append(quoted ? "&quot;" : "\"");
                default -> escaped.appendCodePoint(isKnown(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isKnown(int c) {
        return c >= ' ' && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c > 0xFFFF || c == '\n' || c == '\t';
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("elements that were begun and not ended: " + open);
        }
        return out.toString();
    }
}
