package io.lbkeeper.check;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Keeps out of the log what libraries say of routes that are only looked at: the findings say it. */
final class Quiet {
    private Quiet() {
    }

    static <T> T during(Supplier<T> work) {
        if (!(LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root)) {
            return work.get();
        }
        Level before = root.getLevel();
        root.setLevel(Level.OFF);
        try {
            return work.get();
        } finally {
            root.setLevel(before);
        }
    }

    static void during(Runnable work) {
        during(() -> {
            work.run();
            return null;
        });
    }
}
