package io.lbkeeper.rehearsal.time;

import java.time.Duration;
import java.util.Arrays;

/**
 * A queue of what will happen, and the time that it has come to. A binary heap of its own, since a rehearsal takes
 * hundreds of millions of events through it: two rows of numbers, the events beside them.
 */
public final class VirtualTime {
    private static final int FIRST_ROOM = 64;

    private long[] dueNanos = new long[FIRST_ROOM];
    private long[] orders = new long[FIRST_ROOM];
    private Runnable[] events = new Runnable[FIRST_ROOM];
    private int size;
    private long order;
    private long nowNanos;
    private Duration now = Duration.ZERO;

    /** The time since the beginning. */
    public Duration now() {
        return now;
    }

    /** Lets {@code event} happen at {@code when}, or, where that has passed, next. */
    public void at(Duration when, Runnable event) {
        add(Math.max(nowNanos, when.toNanos()), event);
    }

    /** Lets {@code event} happen after {@code wait}; what is due at the same time comes in the order of asking. */
    public void after(Duration wait, Runnable event) {
        add(nowNanos + Math.max(0, wait.toNanos()), event);
    }

    /** Runs everything that is due up to {@code end}, which is then the time. */
    public void runUntil(Duration end) {
        long endNanos = end.toNanos();
        boolean more = true;
        while (more) {
            more = runNext(endNanos);
        }
    }

    /** Runs the one thing that is due next, and says whether there was one up to {@code end}; else that is the time. */
    public boolean runNext(Duration end) {
        return runNext(end.toNanos());
    }

    private boolean runNext(long endNanos) {
        if (size == 0 || dueNanos[0] > endNanos) {
            advance(Math.max(nowNanos, endNanos));
            return false;
        }
        advance(dueNanos[0]);
        Runnable next = events[0];
        removeFirst();
        next.run();
        return true;
    }

    private void advance(long toNanos) {
        if (toNanos != nowNanos) {
            nowNanos = toNanos;
            now = Duration.ofNanos(toNanos);
        }
    }

    private void add(long due, Runnable event) {
        if (size == events.length) {
            dueNanos = Arrays.copyOf(dueNanos, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        int hole = size++;
        long mine = order++;
        while (hole > 0 && dueNanos[(hole - 1) / 2] > due) {
            move((hole - 1) / 2, hole);
            hole = (hole - 1) / 2;
        }
        put(hole, due, mine, event);
    }

    private void removeFirst() {
        int last = --size;
        long due = dueNanos[last];
        long mine = orders[last];
        Runnable event = events[last];
        int hole = 0;
        for (int child = 1; child < last; child = 2 * hole + 1) {
            child += child + 1 < last && isBefore(dueNanos[child + 1], orders[child + 1], child) ? 1 : 0;
            if (!isBefore(dueNanos[child], orders[child], due, mine)) {
                break;
            }
            move(child, hole);
            hole = child;
        }
        put(hole, due, mine, event);
        events[last] = null;
    }

    private boolean isBefore(long due, long place, int other) {
        return isBefore(due, place, dueNanos[other], orders[other]);
    }

    private static boolean isBefore(long due, long place, long otherDue, long otherPlace) {
        return due < otherDue || due == otherDue && place < otherPlace;
    }

    private void move(int from, int to) {
        put(to, dueNanos[from], orders[from], events[from]);
    }

    private void put(int to, long due, long place, Runnable event) {
        dueNanos[to] = due;
        orders[to] = place;
        events[to] = event;
    }
}
