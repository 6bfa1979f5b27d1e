package io.lbkeeper.cycle;

import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import java.time.Duration;
import java.util.Optional;

/** Whether the last decision, or after it its outcome, is another than the one before. */
final class News {
    /** A standing alarm is told again: in a log that was rotated, silence would mean that all is well. */
    private static final Duration REMINDER = Duration.ofMinutes(10);

    private Optional<Decision> last = Optional.empty();
    private Optional<Duration> told = Optional.empty();
    private Optional<Outcome> became = Optional.empty();
    private boolean fresh;

    /** @return whether it is news */
    boolean decided(Decision decision, Duration now) {
        boolean reminds = decision.isAlarm() && told.filter(at -> now.minus(at).compareTo(REMINDER) < 0).isEmpty();
        fresh = reminds || last.filter(before -> before.name().equals(decision.name())
                && before.matter().equals(decision.matter())).isEmpty();
        if (fresh) {
            told = Optional.of(now);
            became = Optional.empty();
        }
        last = Optional.of(decision);
        return fresh;
    }

    /** Says what it was before. */
    Optional<Outcome> acted(Outcome outcome) {
        Optional<Outcome> before = became;
        fresh = !Optional.of(outcome).equals(before);
        became = Optional.of(outcome);
        return before;
    }

    boolean isFresh() {
        return fresh;
    }

    /** The last decision, once there is one. */
    Optional<Decision> decision() {
        return last;
    }
}
