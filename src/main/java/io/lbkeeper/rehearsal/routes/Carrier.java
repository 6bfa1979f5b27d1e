package io.lbkeeper.rehearsal.routes;

import java.util.concurrent.Semaphore;

/** A thread that strands run on, one at a time, and only while it has the baton. */
final class Carrier extends Thread {
    private final Baton baton;
    private final Semaphore turn = new Semaphore(0);
    private volatile boolean hasTurn;
    /** What is on this thread's stack, if anything is. */
    private Strand strand;
    /** What this thread was given the baton for, if it is for something. */
    private Strand next;
    private boolean dismissed;

    Carrier(Baton baton, int number) {
        super("rehearsal-" + number);
        this.baton = baton;
        setDaemon(true);
        start();
    }

    /** The strand that the calling thread is at. */
    static Strand strand() {
        if (Thread.currentThread() instanceof Carrier here && here.strand != null) {
            return here.strand;
        }
        throw new IllegalStateException("the simulated world was asked by " + Thread.currentThread().getName()
                + ", which belongs to no rehearsed node; look for what makes threads of its own in routes and beans");
    }

    /** Whether the calling thread is at a strand that runs beside the cycles. */
    static boolean isBeside() {
        return Thread.currentThread() instanceof Carrier here && here.strand != null && here.strand.isBeside();
    }

    boolean hasTurn() {
        return hasTurn;
    }

    void giveTurn() {
        turn.release();
    }

    void giveTurnFor(Strand what) {
        next = what;
        turn.release();
    }

    void dismiss() {
        dismissed = true;
        turn.release();
    }

    void awaitTurn() {
        hasTurn = false;
        turn.acquireUninterruptibly();
        hasTurn = true;
    }

    @Override
    public void run() {
        awaitTurn();
        while (!dismissed) {
            Strand wanted = next == null ? baton.next() : next;
            next = null;
            if (wanted == null || wanted.carrier() != null) {
                baton.restIn(this, wanted);
                awaitTurn();
            } else if (!carry(wanted)) {
                baton.leave(this);
                return;
            }
        }
    }

    /** Whether this thread can be used again: Camel keeps with it what it is to do next, even where it is torn out. */
    private boolean carry(Strand what) {
        strand = what;
        try {
            what.runOn(this);
        } catch (Throwable failure) {
            baton.fail(failure);
        } finally {
            strand = null;
        }
        return !what.life().isOver();
    }
}
