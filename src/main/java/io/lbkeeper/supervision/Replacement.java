package io.lbkeeper.supervision;

import java.time.Duration;

/** Lets one generation take the place of another, between two cycles, and the old one go on if the new one fails. */
final class Replacement {
    private static final Duration STEP = Duration.ofMillis(5);
    /** For a task beside the cycles, such as following a change; a longer one is cut off. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Generation old;
    private final Generation next;
    private final Pauses pauses;

    Replacement(Generation old, Generation next, Pauses pauses) {
        this.old = old;
        this.next = next;
        this.pauses = pauses;
    }

    /**
     * The next one runs when this returns, and has completed a cycle. It must have been started.
     *
     * @throws RefusedException if the old one runs on
     */
    void make() throws RefusedException, InterruptedException {
        restOfOld();
        long before = next.cycles();
        boolean mayGoBack = true;
        try {
            next.go();
            awaitCycleAfter(before);
            mayGoBack = false;
        } catch (InterruptedException e) {
            mayGoBack = false;
            throw e;
        } finally {
            if (mayGoBack) {
                // First it is stopped for good: never are there two that may change records.
                next.stop();
                old.go();
            }
        }
    }

    private void awaitCycleAfter(long before) throws RefusedException, InterruptedException {
        Duration limit = next.longestCycle();
        Duration end = pauses.now().plus(limit);
        while (next.cycles() == before) {
            if (pauses.now().compareTo(end) >= 0) {
                throw new RefusedException("no cycle has completed within " + limit.toMillis() + " ms of it, so what "
                        + "ran before runs again; look for a step that hangs or fails, and see that the route watch "
                        + "ends with the step fed");
            }
            pauses.pause(STEP);
        }
    }

    private void restOfOld() throws RefusedException, InterruptedException {
        Duration begin = pauses.now();
        while (!old.restBetweenTasks()) {
            old.goOn();
            pauses.pause(STEP);
            if (pauses.now().minus(begin).compareTo(PATIENCE) > 0) {
                restBetweenCycles(pauses.now());
                return;
            }
        }
    }

    private void restBetweenCycles(Duration begin) throws RefusedException, InterruptedException {
        while (!old.restBetweenCycles()) {
            old.goOn();
            if (pauses.now().minus(begin).compareTo(PATIENCE) > 0) {
                throw RefusedException.forNow("the cycle under way does not end", null);
            }
            pauses.pause(STEP);
        }
    }
}
