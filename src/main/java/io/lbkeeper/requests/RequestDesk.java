package io.lbkeeper.requests;

import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.thread.Daemons;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is asked of this node now. A file that is there and can't be read is taken for a wish to leave things as they
 * are, and never for one to move the name.
 */
public final class RequestDesk implements Witness {
    /** A file in the cache is read in no time. */
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final Optional<RequestFiles> files;
    private final Supplier<Instant> wall;
    private final String boot;
    private final Consumer<List<String>> unread;
    /** A disk that hangs holds it, and no cycle. */
    private final Executor reader = Daemons.one("requests");
    private Optional<String> notice = Optional.empty();
    private CompletableFuture<Void> reading;
    private volatile Requests known = Requests.none();

    /**
     * @param files  empty where nothing is ever asked by files
     * @param wall   the wall clock, by which requests end
     * @param unread is told each time what can't be read, in sentences; nothing, where all can
     */
    public RequestDesk(Optional<RequestFiles> files, Supplier<Instant> wall, Consumer<List<String>> unread) {
        this.files = files;
        this.wall = wall;
        this.unread = unread;
        boot = RequestFiles.currentBoot();
    }

    /** What is in force. It never throws, and does not wait for a disk that hangs: then what was in force is. */
    public Requests read() {
        if (files.isPresent() && (reading == null || reading.isDone())) {
            reading = CompletableFuture.runAsync(() -> known = look(), reader);
        } else if (files.isEmpty()) {
            known = look();
        }
        try {
            if (reading != null) {
                reading.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            unread.accept(List.of("Requests can't be read: " + (e instanceof TimeoutException
                    ? "the disk does not answer" : e.getCause()) + ". What was asked before holds."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return known;
    }

    private synchronized Requests look() {
        List<String> troubles = new ArrayList<>();
        if (files.isEmpty() || files.get().isEmpty()) {
            unread.accept(troubles);
            return new Requests(Optional.empty(), notice, Optional.empty());
        }
        Optional<String> pause = words(Kind.PAUSE, troubles);
        Optional<String> drain = words(Kind.DRAIN, troubles);
        // One of these that can't be read keeps things as they are.
        Optional<String> held = troubles.isEmpty() ? pause : Optional.of("paused, since a request can't be read");
        Optional<String> leave = words(Kind.LEAVE, troubles).or(() -> notice);
        Optional<Requests.Switchover> switchover = inForce(Kind.SWITCHOVER, troubles)
                .map(asked -> new Requests.Switchover(asked.to(), "it is " + asked.words()));
        unread.accept(troubles);
        return new Requests(held, leave.or(() -> drain), switchover);
    }

    /** The cloud says that it is going to end this machine, or that it is not; who could not be asked says neither. */
    public synchronized void sawNotice(Answer<String> answer) {
        if (!(answer instanceof Answer.CouldNotAsk)) {
            notice = answer.found();
        }
    }

    /** A switchover is asked for once. */
    @Override
    public void acted(Decision.Changing sent, Outcome outcome) {
        if (sent instanceof Decision.HandOver && outcome instanceof Outcome.Applied) {
            reader.execute(() -> drop(Kind.SWITCHOVER));
        }
    }

    private Optional<String> words(Kind kind, List<String> troubles) {
        return inForce(kind, troubles).map(Request::words);
    }

    private Optional<Request> inForce(Kind kind, List<String> troubles) {
        try {
            Optional<Request> found = files.orElseThrow().read(kind);
            if (found.filter(request -> !request.isInForce(wall.get(), boot)).isPresent()) {
                drop(kind);
                return Optional.empty();
            }
            return found;
        } catch (IOException e) {
            troubles.add("A request can't be read: " + (e.getMessage() == null ? e : e.getMessage())
                    + ". Ask again by lbkeeper " + kind.fileName() + ", or delete the file.");
            return Optional.empty();
        }
    }

    /** One that stays though it has ended does no harm: it is not in force. */
    private void drop(Kind kind) {
        try {
            if (files.isPresent()) {
                files.get().remove(kind);
            }
        } catch (IOException staysThere) {
            // A switchover ends by itself soon, and what has ended is passed over.
        }
    }
}
