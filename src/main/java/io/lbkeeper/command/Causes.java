package io.lbkeeper.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The messages of an exception and its causes, each once, for one line; of many, the outermost and the innermost. */
final class Causes {
    private static final int LONGEST_CHAIN = 20;
    private static final int OUTERMOST = 2;
    private static final int INNERMOST = 3;

    private Causes() {
    }

    static String of(Throwable failure) {
        List<String> messages = new ArrayList<>();
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(LONGEST_CHAIN).forEach(cause -> {
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (messages.stream().noneMatch(said -> said.contains(message))) {
                messages.add(message);
            }
        });
        int last = messages.size() - INNERMOST;
        if (last > OUTERMOST) {
            messages.subList(OUTERMOST, last).clear();
        }
        return String.join("; because: ", messages);
    }
}
