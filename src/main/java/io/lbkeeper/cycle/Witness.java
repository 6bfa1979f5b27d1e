package io.lbkeeper.cycle;

import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;

/**
 * Is told of what each cycle decides and does, on the cycle's thread: it must neither wait nor throw, and it changes
 * nothing about the cycle.
 */
public interface Witness {
    default void decided(Sight sight) {
    }

    /** After a change was sent and answered, or given up. */
    default void acted(Decision.Changing sent, Outcome outcome) {
    }
}
