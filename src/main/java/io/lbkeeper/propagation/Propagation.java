package io.lbkeeper.propagation;

import java.time.Duration;
import java.util.List;

/** How far the last change of the service record has come, in one sentence for people. */
public sealed interface Propagation {

    /** Whether somebody should look at it. */
    default boolean isAlarm() {
        return false;
    }

    /** This process has changed nothing yet. */
    record Nothing() implements Propagation {
        @Override
        public String toString() {
            return "no change of the service record was made since lbkeeper's start.";
        }
    }

    /**
     * @param since  when it was applied, by the monotonic clock
     * @param others what those name servers say that do not have it, as far as they were asked
     */
    record Pending(String changeId, Duration since, List<String> others) implements Propagation {
        public Pending {
            others = List.copyOf(others);
        }

        public Pending(String changeId, Duration since) {
            this(changeId, since, List.of());
        }

        @Override
        public String toString() {
            return "change " + changeId + " is applied, and on its way to the name servers"
                    + (others.isEmpty() ? "." : ": " + String.join("; ", others) + ".");
        }
    }

    /** @param servers what is known of the name servers */
    record InSync(String changeId, Duration after, String servers) implements Propagation {
        @Override
        public String toString() {
            return "change " + changeId + " is in sync after " + after.toSeconds() + " s; " + servers + ".";
        }
    }

    /**
     * Some of the name servers have it.
     *
     * @param over whether they are asked once a minute only
     */
    record Incomplete(String changeId, Duration after, List<String> others, boolean over) implements Propagation {
        public Incomplete {
            others = List.copyOf(others);
        }

        @Override
        public boolean isAlarm() {
            return true;
        }

        @Override
        public String toString() {
            return "change " + changeId + " is not everywhere after " + after.toSeconds() + " s: "
                    + String.join("; ", others)
                    + (over ? "; they are asked once a minute by now (lb.follow.deadline)." : ".");
        }
    }

    /** Neither the provider nor its name servers can say. */
    record CouldNotTell(String changeId, String why) implements Propagation {
        @Override
        public boolean isAlarm() {
            return true;
        }

        @Override
        public String toString() {
            return "how far change " + changeId + " has come can't be told: " + why + ".";
        }
    }

    /** It is followed no longer. */
    record Overdue(String changeId, Duration after) implements Propagation {
        @Override
        public boolean isAlarm() {
            return true;
        }

        @Override
        public String toString() {
            return "change " + changeId + " is still pending after " + after.toSeconds() + " s (lb.follow.deadline), "
                    + "and is not asked about any more: clients may get the old address; look at the provider's status "
                    + "page.";
        }
    }

    /** Somebody has changed the record since. */
    record Overtaken(String changeId) implements Propagation {
        @Override
        public String toString() {
            return "change " + changeId + " is not followed any more: the service record is another by now.";
        }
    }

    /** Whether both say the same but for the times in it: only what differs is told. */
    default boolean isLike(Propagation other) {
        return getClass() == other.getClass() && !(this instanceof Incomplete now && other instanceof Incomplete before
                && (now.over() != before.over() || !now.others().equals(before.others())));
    }
}
