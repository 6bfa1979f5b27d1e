package io.lbkeeper.decision;

import java.util.Objects;

/**
 * What to do in one cycle. The reason is one sentence for people: the log, the status and the tests carry it as
 * it is.
 */
public sealed interface Decision {
    String reason();

    /** Whether somebody should look at it. */
    default boolean isAlarm() {
        return false;
    }

    /** What it is about: while this is the same, another reason is no news to anybody. */
    default String matter() {
        return reason();
    }

    /** The name that the watch route chooses a branch by. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** A decision that changes records. */
    sealed interface Changing extends Decision {
        Change change();
    }

    /** A decision that moves the service record from one node to another. */
    sealed interface Moving extends Changing {
    }

    /** Nothing is to be changed. It is an alarm where something would hinder this node from doing its part. */
    record KeepRecord(String reason, boolean isAlarm) implements Decision {
    }

    /** A row of checks has begun that is not long enough yet to act on. */
    record AwaitMoreChecks(String reason) implements Decision {
    }

    /** Something would have to be done, or looks as if it had, and is not safe. */
    record RefuseToMove(String reason, String matter) implements Decision {
        public RefuseToMove(String reason) {
            this(reason, reason);
        }

        @Override
        public boolean isAlarm() {
            return true;
        }
    }

    /** The service record is not there: create it. */
    record CreateRecord(String reason, Change change) implements Changing {
        public CreateRecord {
            Objects.requireNonNull(change);
        }
    }

    /** The service record names a node, and nobody has claimed it: write the owner record beside it. */
    record AdoptRecord(String reason, Change change) implements Changing {
        public AdoptRecord {
            Objects.requireNonNull(change);
        }
    }

    /** This node's records do not say what they should. It is an alarm where there is a worse matter besides. */
    record UpdateAddress(String reason, Change change, boolean isAlarm) implements Changing {
        public UpdateAddress {
            Objects.requireNonNull(change);
        }
    }

    /** The owner fails checks: this node announces that it will take over unless the owner refutes it. */
    record Challenge(String reason, Change change) implements Changing {
        public Challenge {
            Objects.requireNonNull(change);
        }
    }

    /** A challenge stands, and nothing is to be done yet. */
    record AwaitRefutation(String reason) implements Decision {
    }

    /** This node takes its challenge back. */
    record WithdrawChallenge(String reason, Change change) implements Changing {
        public WithdrawChallenge {
            Objects.requireNonNull(change);
        }
    }

    /** This node is the owner, is challenged, and is well. It is an alarm: a peer does not reach it. */
    record RefuteChallenge(String reason, Change change) implements Changing {
        public RefuteChallenge {
            Objects.requireNonNull(change);
        }

        @Override
        public boolean isAlarm() {
            return true;
        }
    }

    /** This node is the owner and its HAProxy is not well: the service record moves to a peer that is. */
    record HandOver(String reason, Change change) implements Moving {
        public HandOver {
            Objects.requireNonNull(change);
        }
    }

    /** The owner is gone: the service record moves to this node. */
    record TakeOver(String reason, Change change) implements Moving {
        public TakeOver {
            Objects.requireNonNull(change);
        }
    }
}
