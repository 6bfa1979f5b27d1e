package io.lbkeeper.propagation;

import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Times;
import java.time.Duration;

/**
 * The change that is being followed.
 *
 * @param written the service record as it was written
 * @param since   when it was applied
 * @param pause   from the last time it was asked about to the next
 * @param next    when it is to be asked about
 * @param misses  how often in a row the provider could not be asked
 */
record Followed(String changeId, RecordSet written, Duration since, Duration pause, Duration next, int misses) {
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** For what lags after the deadline: it may lag for days, and somebody waits for the word that it does no more. */
    private static final Duration AFTER_DEADLINE = Duration.ofMinutes(1);

    static Followed first(String changeId, RecordSet written, Duration now, Duration pause) {
        return new Followed(changeId, written, now, pause, now.plus(pause), 0);
    }

    /** The same, to be asked about later: at the end of its time at the latest, and after that once a minute. */
    Followed later(Duration now, Duration deadline) {
        Duration last = since.plus(deadline);
        if (now.compareTo(last) >= 0) {
            return new Followed(changeId, written, since, AFTER_DEADLINE, now.plus(AFTER_DEADLINE), misses);
        }
        Duration nextPause = Times.shorter(pause.multipliedBy(2), Times.longer(LONGEST_PAUSE, pause));
        return new Followed(changeId, written, since, nextPause, Times.shorter(now.plus(nextPause), last), misses);
    }

    Followed withMisses(int count) {
        return new Followed(changeId, written, since, pause, next, count);
    }
}
