package io.lbkeeper.check;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Why something failed, in one line. */
final class Reasons {
    private static final int LONGEST_CHAIN = 20;
    private static final int LONGEST_CHARS = 300;

    private Reasons() {
    }

    /** All messages of the chain. */
    static String whole(Throwable failure) {
        Set<String> messages = new LinkedHashSet<>();
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(LONGEST_CHAIN)
                .forEach(cause -> messages.add(String.valueOf(cause.getMessage())));
        return String.join("; because: ", messages);
    }

    static Throwable innermost(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(LONGEST_CHAIN)
                .reduce((outer, inner) -> inner).orElse(failure);
    }

    /** The innermost message, which says most. */
    static String of(Throwable failure) {
        Throwable innermost = innermost(failure);
        String message = innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
        String oneLine = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return oneLine.length() <= LONGEST_CHARS ? oneLine : oneLine.substring(0, LONGEST_CHARS) + "…";
    }
}
