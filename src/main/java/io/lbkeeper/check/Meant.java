package io.lbkeeper.check;

import io.lbkeeper.settings.Nearest;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Suggestions for a name that is not known. */
final class Meant {
    private static final int FEW = 12;

    private Meant() {
    }

    /** The nearest name; else all of them, where they are few; else another remedy. */
    static String by(String written, Collection<String> known, String otherwise) {
        return Nearest.to(written, known).map(one -> "did you mean " + one + "?").orElseGet(() -> known.isEmpty()
                || known.size() > FEW ? otherwise : "use one of " + String.join(", ", sorted(known)));
    }

    /** The nearest name, else another remedy. */
    static String nearest(String written, Collection<String> known, String otherwise) {
        return Nearest.to(written, known).map(one -> "did you mean " + one + "?").orElse(otherwise);
    }

    private static Set<String> sorted(Collection<String> names) {
        return new TreeSet<>(names);
    }
}
