package io.lbkeeper.decision;

import java.util.Objects;
import java.util.Optional;

/**
 * What came back from asking the world one thing. "Could not ask" is its own answer, and is never taken for
 * "absent": the mass outages of comparable systems began with that mistake.
 */
public sealed interface Answer<T> {

    /** It is there. */
    record Value<T>(T value) implements Answer<T> {
        public Value {
            Objects.requireNonNull(value);
        }
    }

    /** The one who knows says that there is none; {@code how} says in which words. */
    record Absent<T>(String how) implements Answer<T> {
        public Absent {
            Objects.requireNonNull(how);
        }
    }

    /** Nobody who knows has answered; {@code why} is what was seen instead. */
    record CouldNotAsk<T>(String why) implements Answer<T> {
        public CouldNotAsk {
            Objects.requireNonNull(why);
        }
    }

    static <T> Answer<T> value(T value) {
        return new Value<>(value);
    }

    static <T> Answer<T> absent(String how) {
        return new Absent<>(how);
    }

    static <T> Answer<T> couldNotAsk(String why) {
        return new CouldNotAsk<>(why);
    }

    /** The value, where there is one. */
    default Optional<T> found() {
        return this instanceof Value<T> v ? Optional.of(v.value()) : Optional.empty();
    }
}
