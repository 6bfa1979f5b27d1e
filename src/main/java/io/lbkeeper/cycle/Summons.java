package io.lbkeeper.cycle;

import java.time.Duration;
import java.util.Optional;

/**
 * What calls for a cycle before the pace does: something has happened, or a moment has come. It has a lock of its own,
 * so that whoever calls never waits for a cycle that is under way.
 */
final class Summons {
    private Waker waker = moment -> { };
    private boolean atOnce;
    private Optional<Duration> moment = Optional.empty();
    private Optional<Duration> latest = Optional.empty();

    /** From now on this one is told; what stands is told to it too. */
    synchronized void goTo(Waker next) {
        waker = next;
        if (atOnce) {
            waker.wakeAt(Duration.ZERO);
        }
        moment.ifPresent(waker::wakeAt);
        latest.ifPresent(waker::wakeAt);
    }

    /** A cycle is due at once. Of calls that nothing has answered yet one is enough. */
    synchronized void call() {
        if (!atOnce) {
            atOnce = true;
            waker.wakeAt(Duration.ZERO);
        }
    }

    /** A cycle is due by this moment, or by an earlier one that stands. */
    synchronized void callBy(Duration next) {
        if (latest.filter(due -> due.compareTo(next) <= 0).isEmpty()) {
            latest = Optional.of(next);
            waker.wakeAt(next);
        }
    }

    /** A cycle is due at this moment, and at none that was named before. */
    synchronized void callAt(Duration next) {
        if (!moment.equals(Optional.of(next))) {
            moment = Optional.of(next);
            waker.wakeAt(next);
        }
    }

    /** A cycle is due at no moment that was named before. */
    synchronized void callNoMore() {
        moment = Optional.empty();
    }

    /** Whether anything calls for a cycle now; what does is answered by that. */
    synchronized boolean answer(Duration now) {
        boolean called = atOnce || hasCome(moment, now) || hasCome(latest, now);
        atOnce = false;
        moment = moment.filter(due -> due.compareTo(now) > 0);
        latest = latest.filter(due -> due.compareTo(now) > 0);
        return called;
    }

    private static boolean hasCome(Optional<Duration> due, Duration now) {
        return due.filter(at -> at.compareTo(now) <= 0).isPresent();
    }
}
