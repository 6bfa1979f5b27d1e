package io.lbkeeper.settings;

import java.util.Optional;

/**
 * What a value may be: in words for people, and as the one parser that judges it.
 *
 * @param whenEmpty what the empty text means, where it is allowed
 */
record Kind<T>(String allowed, Optional<T> whenEmpty, Parser<T> parser) {

    interface Parser<T> {
        T parse(String text) throws Mistake;
    }

    Kind(String allowed, Parser<T> parser) {
        this(allowed, Optional.empty(), parser);
    }

    T parse(String text) throws Mistake {
        if (text.isEmpty()) {
            return whenEmpty.orElseThrow(() -> new Mistake("is empty"));
        }
        return parser.parse(text);
    }

    /** The same, with the empty text for {@code empty}. */
    Kind<T> orEmpty(T empty) {
        return new Kind<>(allowed + ", or empty", Optional.of(empty), parser);
    }

    /** The same, with the empty text for "none". */
    Kind<Optional<T>> orNone() {
        return new Kind<>(allowed + ", or empty", Optional.of(Optional.empty()),
                text -> Optional.of(parser.parse(text)));
    }
}
