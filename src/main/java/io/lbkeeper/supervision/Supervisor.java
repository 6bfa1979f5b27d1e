package io.lbkeeper.supervision;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/**
 * Holds the generation that runs, looks whether its files were edited, and puts another one in its place. All of this
 * is on one thread; only {@link #close} comes from another.
 *
 * @param <G> the generations
 */
public final class Supervisor<G extends Generation> implements AutoCloseable {
    /** What could not be judged is tried again so often. */
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final Parts<G> parts;
    private final Pauses pauses;
    private final Set<Generation> alive = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile G running;
    private volatile Edition edition;
    private volatile Thread thread;

    private Seen last;
    private Seen answered;
    private Optional<String> refusal = Optional.empty();
    private Optional<Duration> retryAt = Optional.empty();

    /**
     * What a supervisor works with.
     *
     * @param look     reads the operator's files
     * @param assembly makes a generation of an edition
     * @param listener hears what becomes of edits
     * @param words    an exception with its causes, for people
     */
    public record Parts<G extends Generation>(Look look, Assembly<G> assembly, EditListener listener,
            Function<Throwable, String> words) {
    }

    /** Reads the operator's files. */
    @FunctionalInterface
    public interface Look {
        /**
         * @param running those that run
         * @throws IOException if there is no whole set of them; the message is for people
         */
        Saved saved(Saved running) throws IOException;
    }

    /** Makes a generation that can take the place of the one that runs; it is not started yet. */
    @FunctionalInterface
    public interface Assembly<G extends Generation> {
        G next(Edition edition, G running) throws RefusedException, InterruptedException;
    }

    /**
     * @param first   the generation to begin with, not started yet
     * @param edition what it is of
     */
    public Supervisor(G first, Edition edition, Parts<G> parts, Pauses pauses) {
        this.running = first;
        this.edition = edition;
        this.parts = parts;
        this.pauses = pauses;
        this.last = edition.saved();
        this.answered = last;
    }

    /** Starts the first generation. */
    public void start() throws RefusedException {
        alive.add(running);
        running.start();
        running.go();
    }

    /** Looks after edits on a thread of its own, so often; zero for never. */
    public void watch(Function<G, Duration> interval) {
        thread = new Thread(() -> watchUntilEnd(interval), "edits");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns when {@link #close} has been called. */
    public void awaitEnd() throws InterruptedException {
        end.await();
    }

    public G running() {
        return running;
    }

    /** Ends all generations that live. */
    @Override
    public void close() {
        end.countDown();
        if (thread != null) {
            thread.interrupt();
        }
        running.stop();
        List.copyOf(alive).forEach(Generation::stop);
        edition.discard();
    }

    private void watchUntilEnd(Function<G, Duration> interval) {
        try {
            while (!isEnding() && !interval.apply(running).isZero()) {
                pauses.pause(interval.apply(running));
                look();
            }
        } catch (InterruptedException e) {
            // The end.
        }
    }

    /** Looks once. What is seen twice in a row has been saved to its end, and is answered. */
    void look() throws InterruptedException {
        Seen seen = seen();
        boolean settled = seen.equals(last);
        last = seen;
        boolean again = retryAt.filter(at -> pauses.now().compareTo(at) >= 0).isPresent();
        if (!settled || seen.equals(answered) && !again) {
            return;
        }
        boolean known = seen.equals(answered);
        answered = seen;
        retryAt = Optional.empty();
        try {
            if (!seen.equals(edition.saved())) {
                take(seen);
                refusal = Optional.empty();
            } else if (refusal.isPresent()) {
                refusal = Optional.empty();
                parts.listener().asBefore();
            }
        } catch (RefusedException e) {
            tell(e, known);
        }
    }

    private Seen seen() {
        try {
            return parts.look().saved(edition.saved());
        } catch (IOException | RuntimeException e) {
            return new Unreadable(parts.words().apply(e));
        }
    }

    private void take(Seen seen) throws RefusedException, InterruptedException {
        if (seen instanceof Unreadable unreadable) {
            throw new RefusedException(unreadable.why());
        }
        Saved saved = (Saved) seen;
        Edition copy = copy(saved);
        G next = null;
        try {
            next = parts.assembly().next(copy, running);
            begin(next);
            String files = saved.differenceFrom(edition.saved());
            parts.listener().taking(files);
            new Replacement(running, next, pauses).make();
            G old = running;
            Edition before = edition;
            running = next;
            edition = copy;
            parts.listener().taken(files);
            dismiss(old);
            before.discard();
        } catch (RefusedException e) {
            throw inTheOperatorsWords(e, copy);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            throw inTheOperatorsWords(new RefusedException("it could not be taken up", e), copy);
        } finally {
            if (edition != copy) {
                dismiss(next);
                copy.discard();
            }
        }
    }

    private static Edition copy(Saved saved) throws RefusedException {
        try {
            return Edition.copyOf(saved);
        } catch (IOException e) {
            throw RefusedException.forNow("no copy of the files could be made in " + System.getProperty(
                    "java.io.tmpdir"), e);
        }
    }

    private void begin(G next) throws RefusedException, InterruptedException {
        alive.add(next);
        if (isEnding()) {
            throw new InterruptedException();
        }
        next.start();
    }

    private void dismiss(Generation one) {
        if (one != null) {
            one.stop();
            alive.remove(one);
        }
    }

    private boolean isEnding() {
        return end.getCount() == 0;
    }

    private RefusedException inTheOperatorsWords(RefusedException e, Edition copy) {
        String why = copy.inTheOperatorsWords(parts.words().apply(e));
        return e.isPassing() ? RefusedException.forNow(why, null) : new RefusedException(why);
    }

    private void tell(RefusedException e, boolean known) {
        String why = parts.words().apply(e);
        if (e.isPassing()) {
            retryAt = Optional.of(pauses.now().plus(RETRY));
        }
        if (!known || !refusal.equals(Optional.of(why))) {
            parts.listener().refused(why);
        }
        refusal = Optional.of(why);
    }
}
