package io.lbkeeper.supervision;

import java.time.Duration;

/** The service as it runs for one set of files. */
public interface Generation {

    /**
     * Starts everything but the timers, so that nothing begins yet that would be a cycle.
     *
     * @throws RefusedException if it does not start or would not work; it is to be stopped then
     */
    void start() throws RefusedException;

    /** Brings its settings to what it shares with the other generations, and lets its timers run. */
    void go();

    /** Whether its timers rest now. They do not while any of their tasks runs; then {@link #goOn}. */
    boolean restBetweenTasks();

    /** The same, but only the cycle counts: for when some other task has run for too long. */
    boolean restBetweenCycles();

    /** Lets its timers run again. */
    void goOn();

    /** How many cycles have completed, of all generations. */
    long cycles();

    /** How long it may take from the start of one cycle to the end of the next. */
    Duration longestCycle();

    /** Ends it for good; may be called more than once, and from another thread. */
    void stop();
}
