package io.lbkeeper.command;

import java.util.LinkedHashSet;
import java.util.Set;

/** The messages of an exception and its causes, each once, for one line. */
final class Causes {
    private Causes() {
    }

    static String of(Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null && messages.size() < 5; cause = cause.getCause()) {
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (messages.stream().noneMatch(said -> said.contains(message))) {
                messages.add(message);
            }
        }
        return String.join("; because: ", messages);
    }
}
