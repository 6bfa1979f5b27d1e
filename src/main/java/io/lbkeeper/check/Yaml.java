package io.lbkeeper.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a YAML file that knows its line. */
sealed interface Yaml {
    int line();

    /** A number, a flag or a text; {@code plain} where it stands without quotes. */
    record Scalar(int line, String text, boolean plain) implements Yaml {
    }

    /** A list. */
    record Sequence(int line, List<Yaml> items) implements Yaml {
    }

    /** Keys with their values, in the file's order. */
    record Mapping(int line, Map<String, Field> fields) implements Yaml {
        @Override
        public Optional<Yaml> get(String key) {
            return Optional.ofNullable(fields.get(key)).map(Field::value);
        }

        int lineOf(String key) {
            return fields.containsKey(key) ? fields.get(key).line() : line;
        }
    }

    /** A value and the line of its key. */
    record Field(int line, Yaml value) {
    }

    /** What stands at a key; empty also where this is no mapping. */
    default Optional<Yaml> get(String key) {
        return Optional.empty();
    }

    /** The same along several keys. */
    default Optional<Yaml> get(String first, String... more) {
        Optional<Yaml> found = get(first);
        for (String key : more) {
            found = found.flatMap(value -> value.get(key));
        }
        return found;
    }

    /** The text at a key. */
    default Optional<String> text(String... keys) {
        Optional<Yaml> found = Optional.of(this);
        for (String key : keys) {
            found = found.flatMap(value -> value.get(key));
        }
        return found.filter(Scalar.class::isInstance).map(value -> ((Scalar) value).text());
    }

    /** The line of a key, or of this where there is no such key. */
    default int lineAt(String key) {
        return this instanceof Mapping mapping ? mapping.lineOf(key) : line();
    }

    /** The items of a list at a key. */
    default List<Yaml> items(String key) {
        return get(key).filter(Sequence.class::isInstance).map(value -> ((Sequence) value).items()).orElse(List.of());
    }
}
