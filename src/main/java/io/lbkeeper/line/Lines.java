package io.lbkeeper.line;

import io.lbkeeper.cycle.Target;
import java.util.Collection;

/** Holds a line to each HAProxy that was well, and tells when one ends; by whom it is told, it has from the start. */
public interface Lines extends AutoCloseable {
    /**
     * These were well just now: from now on there is a line to each of them, where one can be held, and to nobody else.
     * It returns at once.
     */
    void hold(Collection<Target> well);

    /** Lets all go for good, and tells nobody. */
    @Override
    void close();

    /** For somebody who only looks once. */
    final class None implements Lines {
        @Override
        public void hold(Collection<Target> well) {
            // Nothing waits for their end.
        }

        @Override
        public void close() {
            // There are none.
        }
    }
}
