package io.lbkeeper.check;

import java.util.ArrayList;
import java.util.List;

/**
 * A key of a file with its value.
 *
 * @param parent the key below which it stands; lists in between do not count
 * @param within the mapping that it is a key of
 */
record Sight(SourceFile file, String key, int line, Yaml value, String parent, Yaml within) {

    /** All keys of what runs in a file, the outer before the inner. */
    static List<Sight> all(SourceFile file) {
        List<Sight> sights = new ArrayList<>();
        file.runs().ifPresent(root -> collect(file, root, "", sights));
        return sights;
    }

    private static void collect(SourceFile file, Yaml value, String parent, List<Sight> sights) {
        if (value instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> collect(file, item, parent, sights));
        } else if (value instanceof Yaml.Mapping mapping) {
            mapping.fields().forEach((key, field) -> {
                sights.add(new Sight(file, key, field.line(), field.value(), parent, mapping));
                collect(file, field.value(), key, sights);
            });
        }
    }

    Place place() {
        return file.at(line);
    }

    boolean isText() {
        return value instanceof Yaml.Scalar;
    }

    /** Empty where it is no text. */
    String text() {
        return value instanceof Yaml.Scalar scalar ? scalar.text() : "";
    }
}
