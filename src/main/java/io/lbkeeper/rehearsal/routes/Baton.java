package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Lets one thread of a rehearsal run at a time, so that the same seed gives the same run. Whoever has the baton works
 * until it has to wait, then runs the events of the virtual time, and gives the baton away only when an answer for
 * somebody else has come: mostly no thread has to wake another one.
 */
final class Baton implements AutoCloseable {
    private static final int LINES_OF_STACK = 25;

    /** What can go on, in the order in which it came to be so. */
    private final Deque<Strand> ready = new ArrayDeque<>();
    private final Deque<Carrier> idle = new ArrayDeque<>();
    private final List<Carrier> carriers = new ArrayList<>();
    private final Semaphore pause = new Semaphore(0);
    private final Duration patience;
    private VirtualTime time;
    private Duration end;
    private int carriersMade;
    private Throwable failure;
    private volatile long steps;

    Baton(Duration patience) {
        this.patience = patience;
    }

    /** Asked, and not answered yet. */
    private static final class Question<T> {
        private T answer;
    }

    /**
     * Runs the events of this time up to {@code until}, and what the nodes do about them.
     *
     * @throws IllegalStateException if something in it fails, or waits for what is not simulated
     */
    void run(VirtualTime clock, Duration until) {
        time = clock;
        end = until;
        carrier().giveTurnFor(null);
        awaitPause();
        if (failure != null) {
            throw new IllegalStateException("the rehearsal failed at " + time.now() + ": " + failure, failure);
        }
    }

    /** Begins a piece of work for a process, as soon as the present event is over. */
    void begin(Life life, boolean beside, Runnable work) {
        if (!life.isOver()) {
            ready.add(new Strand(life, beside, work));
        }
    }

    /** Asks the world, and waits in virtual time for the answer; {@code question} gets where to put it. */
    <T> T ask(Consumer<Consumer<T>> question) {
        Strand strand = Carrier.strand();
        strand.life().mustGoOn();
        Question<T> asked = new Question<>();
        strand.waitFor(asked);
        question.accept(answer -> {
            if (strand.waitsFor(asked)) {
                asked.answer = answer;
                goOn(strand);
            }
        });
        Strand next = next();
        if (next != strand) {
            handOver(next);
            strand.carrier().awaitTurn();
        }
        strand.life().mustGoOn();
        return asked.answer;
    }

    /** Ends a process: what waits for an answer gets none any more, and leaves. */
    void end(Life life) {
        life.end();
        life.strands().stream().filter(Strand::isWaiting).forEach(this::goOn);
    }

    private void goOn(Strand strand) {
        strand.waitNoMore();
        ready.add(strand);
    }

    /** What is to go on next, after as many events as it takes; null when the run is over. */
    Strand next() {
        while (failure == null) {
            Strand next = ready.poll();
            if (next != null && (next.carrier() != null || !next.life().isOver())) {
                return next;
            }
            if (next == null && !step()) {
                return null;
            }
        }
        return null;
    }

    private boolean step() {
        steps++;
        try {
            return time.runNext(end);
        } catch (RuntimeException | Error e) {
            fail(e);
            return false;
        }
    }

    void fail(Throwable what) {
        failure = what;
    }

    /** This thread has nothing on its stack, and {@code next} is for another one. */
    void restIn(Carrier self, Strand next) {
        idle.push(self);
        handOver(next);
    }

    void leave(Carrier self) {
        carriers.remove(self);
        carrier().giveTurnFor(null);
    }

    private void handOver(Strand next) {
        if (next == null) {
            pause.release();
        } else if (next.carrier() == null) {
            carrier().giveTurnFor(next);
        } else {
            next.carrier().giveTurn();
        }
    }

    private Carrier carrier() {
        if (!idle.isEmpty()) {
            return idle.pop();
        }
        Carrier made = new Carrier(this, ++carriersMade);
        carriers.add(made);
        return made;
    }

    private void awaitPause() {
        try {
            boolean paused = false;
            while (!paused) {
                long seen = steps;
                paused = pause.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
                if (!paused && steps == seen) {
                    throw new IllegalStateException(hanging());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a rehearsal ran", e);
        }
    }

    private String hanging() {
        return "nothing has happened for " + patience.toSeconds() + " s of real time at " + time.now()
                + " of the rehearsal: a route waits for something that is not simulated, or goes round for ever. "
                + carriers.stream().filter(Carrier::hasTurn).flatMap(busy -> Arrays.stream(busy.getStackTrace()))
                        .limit(LINES_OF_STACK).map(line -> "\n  at " + line).collect(Collectors.joining());
    }

    /** Lets the threads go; to be called when no process lives any more. */
    @Override
    public void close() {
        idle.forEach(Carrier::dismiss);
        idle.clear();
    }
}
