package io.lbkeeper.status;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.propagation.Propagation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes a {@link Status} of each completed cycle, and hands it on. */
public final class StatusBoard implements Witness {
    private static final int LONGEST_TIMELINE = 50;

    private final Alarms alarms;
    private final Supplier<Propagation> propagation;
    private final Supplier<Instant> wall;
    private final Consumer<Status> reader;
    private final HealthBook healths = new HealthBook();
    private final Deque<Status.Told> timeline = new ArrayDeque<>();
    private Optional<Status.Sent> sent = Optional.empty();
    private Optional<Sight> sight = Optional.empty();
    private Optional<Status> current = Optional.empty();
    private long cycles;
    private Reporter reporter;

    /**
     * Who tells.
     *
     * @param stale for how long the next status may be awaited
     */
    public record Reporter(String version, long pid, Instant started, Duration stale, boolean dryRun) {
    }

    /** @param reader is given each status, on the cycle's thread */
    public StatusBoard(Reporter reporter, Alarms alarms, Supplier<Propagation> propagation, Supplier<Instant> wall,
            Consumer<Status> reader) {
        this.reporter = reporter;
        this.alarms = alarms;
        this.propagation = propagation;
        this.wall = wall;
        this.reader = reader;
    }

    /** Goes by other settings from now on. */
    public synchronized void goBy(Duration stale, boolean dryRun) {
        reporter = new Reporter(reporter.version(), reporter.pid(), reporter.started(), stale, dryRun);
    }

    @Override
    public synchronized void decided(Sight now) {
        sight = Optional.of(now);
        Decision decision = now.decision();
        Status.Told last = timeline.peekFirst();
        boolean same = last != null && last.name().equals(decision.name()) && last.alarm() == decision.isAlarm()
                && !now.news();
        Instant since = same ? last.since() : wall.get();
        if (same) {
            timeline.removeFirst();
        } else if (timeline.size() == LONGEST_TIMELINE) {
            timeline.removeLast();
        }
        timeline.addFirst(new Status.Told(since, decision.name(), decision.reason(), decision.isAlarm()));
    }

    @Override
    public synchronized void acted(Decision.Changing change, Outcome outcome) {
        sent = Optional.of(new Status.Sent(wall.get(), change.name(), change.reason(), outcome.toString(),
                outcome instanceof Outcome.Applied));
    }

    /** The last step of a cycle: it is complete. */
    public void publish() {
        next().ifPresent(reader);
    }

    public synchronized Optional<Status> current() {
        return current;
    }

    private synchronized Optional<Status> next() {
        cycles++;
        current = sight.map(this::status);
        return current;
    }

    private Status status(Sight now) {
        Instant at = wall.get();
        Propagation far = propagation.get();
        Duration holdDown = now.memory().moves().remaining(now.seen().at(), now.rules());
        return new Status(new Status.Process(now.rules().node(), reporter.version(), reporter.pid(),
                reporter.started(), at, reporter.stale(), cycles, reporter.dryRun(),
                now.rules().powers().shortfall()), NameSight.of(now, at),
                healths.after(now, at), timeline.getFirst(), sent, far.toString(),
                far instanceof Propagation.InSync, holdDown.isNegative() ? Duration.ZERO : holdDown,
                requested(now), alarms(now.decision(), far), List.copyOf(timeline));
    }

    private static Status.Requested requested(Sight now) {
        return new Status.Requested(now.seen().requests().pause(), now.seen().requests().drain(),
                now.seen().requests().switchover().map(asked -> asked.words()));
    }

    private List<String> alarms(Decision decision, Propagation far) {
        List<String> all = new ArrayList<>();
        if (decision.isAlarm()) {
            all.add(decision.reason());
        }
        if (far.isAlarm()) {
            all.add(far.toString());
        }
        all.addAll(alarms.standing());
        return all;
    }
}
