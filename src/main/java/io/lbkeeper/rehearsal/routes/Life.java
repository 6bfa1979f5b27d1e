package io.lbkeeper.rehearsal.routes;

import java.util.LinkedHashSet;
import java.util.Set;

/** An agent's process, from its start to its end. */
final class Life {
    private final Set<Strand> strands = new LinkedHashSet<>();
    private boolean over;

    boolean isOver() {
        return over;
    }

    /** What works for this process now; in the order of its beginning. */
    Set<Strand> strands() {
        return strands;
    }

    /** From now on nothing that still runs for this process gets an answer of the world, or does anything to it. */
    void end() {
        over = true;
    }

    /** @throws Ended where this process is no more */
    void mustGoOn() {
        if (over) {
            throw new Ended();
        }
    }

    /** Unwinds the stacks of a process that was killed. An error, since routes may well catch exceptions. */
    static final class Ended extends Error {
        private static final long serialVersionUID = 1L;

        Ended() {
            super("this process was killed", null, false, false);
        }
    }
}
