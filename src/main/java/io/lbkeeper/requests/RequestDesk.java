package io.lbkeeper.requests;

import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Requests;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is asked of this node now. A file that is there and can't be read is taken for a wish to leave things as they
 * are, and never for one to move the name.
 */
public final class RequestDesk implements Witness {
    private final Optional<RequestFiles> files;
    private final Supplier<Instant> wall;
    private final String boot;
    private final Consumer<List<String>> unread;
    private Optional<String> notice = Optional.empty();

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

    /** What is in force. It never throws. */
    public synchronized Requests read() {
        List<String> troubles = new ArrayList<>();
        Optional<String> pause = words(Kind.PAUSE, troubles);
        Optional<String> drain = words(Kind.DRAIN, troubles);
        Optional<String> leave = words(Kind.LEAVE, troubles).or(() -> notice);
        Optional<Requests.Switchover> switchover = inForce(Kind.SWITCHOVER, troubles)
                .map(asked -> new Requests.Switchover(asked.to(), "it is " + asked.words()));
        unread.accept(troubles);
        return new Requests(pause, leave.or(() -> drain), switchover);
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
            drop(Kind.SWITCHOVER);
        }
    }

    private Optional<String> words(Kind kind, List<String> troubles) {
        int before = troubles.size();
        Optional<String> words = inForce(kind, troubles).map(Request::words);
        boolean holds = kind == Kind.PAUSE && troubles.size() > before;
        return holds ? Optional.of("paused, since its file can't be read") : words;
    }

    private Optional<Request> inForce(Kind kind, List<String> troubles) {
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<Request> found = files.get().read(kind);
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
