package io.lbkeeper.rehearsal.report;

import io.lbkeeper.markup.Markup;
import io.lbkeeper.rehearsal.world.Pulse;
import io.lbkeeper.rehearsal.world.Shape;
import java.util.List;

/** What the pictures' colours, patterns and figures mean. */
final class Legend {
    private static final int SWATCH_WIDTH = 30;
    private static final int SWATCH_HEIGHT = 16;

    private Legend() {
    }

    /** The patterns that the styles refer to, so that nothing is told by its colour alone. */
    static void patterns(Markup html) {
        html.begin("svg", "width", "0", "height", "0", "class", "patterns", "aria-hidden", "true").begin("defs");
        pattern(html, "stripes", "M0,8 L8,0 M-2,2 L2,-2 M6,10 L10,6");
        pattern(html, "back-stripes", "M0,0 L8,8 M-2,6 L2,10 M6,-2 L10,2");
        pattern(html, "dots", "M3,3 h2 v2 h-2 Z");
        html.end().endLine();
    }

    private static void pattern(Markup html, String id, String path) {
        html.begin("pattern", "id", id, "width", "8", "height", "8", "patternUnits", "userSpaceOnUse");
        html.empty("rect", "class", "p-ground", "width", "8", "height", "8");
        html.empty("path", "class", "p-line", "d", path).end();
    }

    static void draw(Markup html) {
        html.begin("details", "class", "legend", "open", "open").put("summary", "How to read the pictures");
        html.put("p", "Time goes from left to right. Faults are named above and shade the lanes that they are about. "
                + "Each node has a lane: its HAProxy (the broad band), its lbkeeper (the narrow one), and below them, "
                + "while the service record points at this node, a thick line. Point at anything to read what it is.");
        html.begin("ul");
        for (Shape shape : Shape.values()) {
            swatch(html, "band " + Look.style(shape), Look.sentence(shape));
        }
        for (Pulse pulse : Pulse.values()) {
            swatch(html, "agent " + Look.style(pulse), Look.sentence(pulse));
        }
        line(html, "holds", "the name is here, and clients are served");
        line(html, "holds in-vain", "the name is here, and clients are not served");
        mark(html, Written.Sort.CREATED, "the service record is created, adopted, or follows its owner's address");
        mark(html, Written.Sort.CHALLENGED, "a challenge is written");
        mark(html, Written.Sort.REFUTED, "a challenge is refuted or taken back");
        mark(html, Written.Sort.TOOK_OVER, "the name moves");
        mark(html, Written.Sort.REGISTERED, "a node registers its own name");
        mark(html, Written.Sort.BY_PEOPLE, "people edit the records");
        line(html, "breach", "a promise is broken");
        html.end().endLine();
    }

    private static void swatch(Markup html, String style, String meaning) {
        item(html, List.of("rect", "class", style, "x", "1", "y", style.startsWith("agent") ? "5" : "1", "width",
                String.valueOf(SWATCH_WIDTH - 2), "height", style.startsWith("agent") ? "6" : "14"), meaning);
    }

    private static void line(Markup html, String style, String meaning) {
        item(html, List.of("line", "class", style, "x1", "2", "y1", "8", "x2", "28", "y2", "8"), meaning);
    }

    private static void mark(Markup html, Written.Sort sort, String meaning) {
        item(html, List.of("path", "class", "change c-" + Marks.style(sort), "d", Marks.form(sort), "transform",
                "translate(15,8)"), meaning);
    }

    private static void item(Markup html, List<String> figure, String meaning) {
        html.begin("li").begin("svg", "width", SWATCH_WIDTH, "height", SWATCH_HEIGHT, "aria-hidden", "true");
        html.empty(figure.get(0), figure.subList(1, figure.size()).toArray());
        html.end().put("span", meaning).end();
    }
}
