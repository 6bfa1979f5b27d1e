package io.lbkeeper.notice;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** One matter that people are told of: when they were, whether it still stands, and what they were spared. */
final class Matter {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Deque<Duration> told = new ArrayDeque<>();
    private boolean open;
    private boolean known;
    private int leftOut;

    /** Whether it stands. */
    boolean isOpen() {
        return open;
    }

    /** Whether people were told of it since it stands, so that they want to hear of its end. */
    boolean isKnown() {
        return known;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
        known = false;
    }

    /**
     * Whether to tell it now: at most so many times an hour, and beyond that once in a while.
     *
     * @param most  times an hour
     * @param pause the least time since it was told last, beyond these
     */
    boolean mayBeTold(Duration now, int most, Duration pause) {
        while (!told.isEmpty() && now.minus(told.peekFirst()).compareTo(HOUR) >= 0) {
            told.removeFirst();
        }
        return told.size() < most || hasPassed(now, pause);
    }

    /** Whether it was told, but not for so long. */
    boolean hasPassed(Duration now, Duration pause) {
        return told.isEmpty() || now.minus(told.peekLast()).compareTo(pause) >= 0;
    }

    void leaveOut() {
        leftOut++;
    }

    /** Takes it for told, and gives how often it was left out before. */
    int tell(Duration now) {
        told.addLast(now);
        known = open;
        int before = leftOut;
        leftOut = 0;
        return before;
    }

    /** Whether there is nothing left to remember of it. */
    boolean isForgettable(Duration now) {
        return !open && hasPassed(now, HOUR);
    }
}
