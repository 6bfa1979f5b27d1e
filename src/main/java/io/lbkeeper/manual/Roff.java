package io.lbkeeper.manual;

import java.util.regex.Pattern;

/** A manual page as it grows, in the language of man(7). Everything given to it is plain text for people. */
final class Roff {
    private static final Pattern TYPED = Pattern.compile("`([^`]*)`");

    private final StringBuilder page = new StringBuilder();

    Roff(String name, int section, String version) {
        page.append(".TH ").append(name.toUpperCase()).append(' ').append(section).append(" \"\" \"")
                .append(escaped(version)).append("\"\n");
    }

    Roff section(String title) {
        page.append(".SH ").append(title).append('\n');
        return this;
    }

    Roff part(String title) {
        page.append(".SS ").append(escaped(title)).append('\n');
        return this;
    }

    Roff paragraph(String text) {
        page.append(".PP\n").append(line(text));
        return this;
    }

    /** What is typed, and below it, indented, what it means. */
    Roff entry(String term, String text) {
        page.append(".TP\n\\fB").append(escaped(term)).append("\\fR\n").append(line(text));
        return this;
    }

    /** One more paragraph of the entry before. */
    Roff more(String text) {
        page.append(".IP\n").append(line(text));
        return this;
    }

    /** Lines that stay as they are. */
    Roff sample(String text) {
        page.append(".PP\n.in +4n\n.EX\n");
        text.lines().forEach(line -> page.append(line(line)));
        page.append(".EE\n.in\n");
        return this;
    }

    String text() {
        return page.toString();
    }

    /** A dot or a quote at the start would be a request. */
    private static String line(String text) {
        String whole = TYPED.matcher(escaped(text.strip())).replaceAll("\\\\fB$1\\\\fR");
        return (whole.startsWith(".") || whole.startsWith("'") ? "\\&" : "") + whole + "\n";
    }

    private static String escaped(String text) {
        return text.replaceAll("\\s+", " ").replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
                .replace("…", "...").replace("×", "x").replace("≥", ">=").replace("≤", "<=");
    }
}
