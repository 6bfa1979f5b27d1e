package io.lbkeeper.rehearsal.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken at spaces, and inside a word only where it is longer than a line. */
final class Wrapped {
    private Wrapped() {
    }

    static List<String> at(int width, String text) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
