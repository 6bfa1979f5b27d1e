package io.lbkeeper.http;

/** How a state is told on the page: by a figure and a word, and besides them by a colour. */
enum Look {
    GOOD("\u2714", "good"), WARN("\u25b2", "warn"), BAD("\u2716", "bad");

    private final String figure;
    private final String style;

    Look(String figure, String style) {
        this.figure = figure;
        this.style = style;
    }

    static Look of(String health) {
        return switch (health) {
            case "OK" -> GOOD;
            case "DEAD", "STRANGER" -> BAD;
            default -> WARN;
        };
    }

    String style() {
        return style;
    }

    String with(String words) {
        return figure + " " + words;
    }
}
