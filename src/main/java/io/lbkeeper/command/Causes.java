package io.lbkeeper.command;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** The messages of an exception and its causes, each once, for one line. */
final class Causes {
    private static final int LONGEST_CHAIN = 5;

    private Causes() {
    }

    static String of(Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(LONGEST_CHAIN).forEach(cause -> {
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (messages.stream().noneMatch(said -> said.contains(message))) {
                messages.add(message);
            }
        });
        return String.join("; because: ", messages);
    }
}
