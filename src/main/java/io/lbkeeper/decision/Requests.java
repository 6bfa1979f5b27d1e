package io.lbkeeper.decision;

import java.util.Objects;
import java.util.Optional;

/**
 * What operators, or the machine that goes down, have asked of this node and what is in force now. Each is told in
 * words that stay the same while it is in force, such as "drained by alice until 18:00 (kernel update)".
 *
 * @param pause      this node changes nothing but its own record, and still answers challenges
 * @param drain      this node gives the name away, and does not get it
 * @param switchover this node gives the name away once
 */
public record Requests(Optional<String> pause, Optional<String> drain, Optional<Switchover> switchover) {
    /**
     * A wish for one move.
     *
     * @param to to which node; empty for any that is well
     */
    public record Switchover(Optional<String> to, String words) {
        public Switchover {
            Objects.requireNonNull(to);
            Objects.requireNonNull(words);
        }
    }

    public Requests {
        Objects.requireNonNull(pause);
        Objects.requireNonNull(drain);
        Objects.requireNonNull(switchover);
    }

    public static Requests none() {
        return new Requests(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Why this node is not to have the name, whoever has it now. */
    Optional<String> declined() {
        return drain.or(() -> pause);
    }
}
