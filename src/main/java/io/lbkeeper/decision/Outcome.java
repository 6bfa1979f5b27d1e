package io.lbkeeper.decision;

/** What became of a change that was sent. */
public sealed interface Outcome {

    /** The provider took it, under this id. */
    record Applied(String changeId) implements Outcome {
        @Override
        public String toString() {
            return "applied as change " + changeId;
        }
    }

    /** Another change came first: nothing of ours was applied. Read again and think again. */
    record Lost(String why) implements Outcome {
        @Override
        public String toString() {
            return "not applied, something else has changed the records meanwhile: " + why;
        }
    }

    /** No usable answer: it may or may not have been applied. Read again before the next change. */
    record CouldNotAsk(String why) implements Outcome {
        @Override
        public String toString() {
            return "not confirmed, so the records are read again: " + why;
        }
    }
}
