package io.lbkeeper.rehearsal.report;

import io.lbkeeper.markup.Markup;
import java.util.function.ToDoubleFunction;

/** A small figure for each change of the records, in the lane of whoever made it; each kind has a form of its own. */
final class Marks {
    private static final String DIAMOND = "M0,-6 L6,0 L0,6 L-6,0 Z";
    private static final String CIRCLE = "M-6,0 A6,6 0 1 1 6,0 A6,6 0 1 1 -6,0 Z";
    private static final String DOT = "M-3,0 A3,3 0 1 1 3,0 A3,3 0 1 1 -3,0 Z";
    private static final String SQUARE = "M-5,-5 L5,-5 L5,5 L-5,5 Z";
    private static final String TRIANGLE = "M0,-7 L6.5,5 L-6.5,5 Z";

    private final Markup svg;
    private final Scale scale;

    Marks(Markup svg, Scale scale) {
        this.svg = svg;
        this.scale = scale;
    }

    /** @param heights where in the picture the changes of a node are */
    void draw(History history, ToDoubleFunction<String> heights) {
        for (Written change : history.written()) {
            String at = Scale.number(scale.x(change.at())) + "," + Scale.number(heights.applyAsDouble(change.by()));
            svg.begin("path", "class", "change c-" + style(change.sort()), "d", form(change.sort()), "transform",
                    "translate(" + at + ")");
            svg.put("title", Seconds.moment(change.at()) + " " + change.text()
                    + (change.sort() == Written.Sort.BY_PEOPLE ? ", by people" : ", written by " + change.by())).end();
        }
    }

    static String form(Written.Sort sort) {
        return switch (sort) {
            case REGISTERED -> DOT;
            case CREATED, ADOPTED, FOLLOWED, MENDED -> SQUARE;
            case TOOK_OVER, HANDED_OVER -> CIRCLE;
            case CHALLENGED, REFUTED, WITHDREW -> DIAMOND;
            case BY_PEOPLE, OTHER -> TRIANGLE;
        };
    }

    static String style(Written.Sort sort) {
        return switch (sort) {
            case REGISTERED -> "small";
            case CREATED, ADOPTED, FOLLOWED, MENDED -> "written";
            case TOOK_OVER, HANDED_OVER -> "move";
            case CHALLENGED -> "challenge";
            case REFUTED, WITHDREW -> "answer";
            case BY_PEOPLE, OTHER -> "people";
        };
    }
}
