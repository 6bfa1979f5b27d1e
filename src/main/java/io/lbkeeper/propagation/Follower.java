package io.lbkeeper.propagation;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Progress;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Follows the last change of the service record until it is everywhere. The route {@code follow-change} fills it step
 * by step on its own timer, while a cycle may hand it a newer change at any moment; that one then takes the place of
 * the older, whose answers come to nothing.
 */
public final class Follower {
    /** One refused call is no news: the next may be answered. */
    private static final int MISSES_TO_TELL = 2;
    /** What secondaries may need for a NOTIFY and a transfer; BIND alone waits 5 s before it sends one. */
    private static final Duration TRANSFER = Duration.ofSeconds(10);

    private final List<String> services;
    private final Supplier<Duration> clock;

    private List<String> fixedServers;
    private Duration interval;
    private Duration deadline;
    private Optional<Followed> followed = Optional.empty();
    private Propagation state = new Propagation.Nothing();
    private boolean news;
    private Optional<Followed> asked = Optional.empty();
    private Answer<Progress> progress = Answer.couldNotAsk("not asked yet");
    private Answer<List<String>> servers = Answer.couldNotAsk("not asked yet");

    /**
     * @param services     the service records' names
     * @param fixedServers the name servers to ask; empty for those that the zone names
     * @param interval     from a change to the first time it is asked about; later it takes longer
     * @param deadline     how long a change is followed, but for what lags then; zero for not at all
     * @param clock        a monotonic clock
     */
    public Follower(List<String> services, List<String> fixedServers, Duration interval, Duration deadline,
            Supplier<Duration> clock) {
        this.services = List.copyOf(services);
        this.fixedServers = List.copyOf(fixedServers);
        this.interval = interval;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Goes by other settings from now on; a change that is followed is followed further. */
    public synchronized void goBy(List<String> nextServers, Duration nextInterval, Duration nextDeadline) {
        fixedServers = List.copyOf(nextServers);
        interval = nextInterval;
        deadline = nextDeadline;
    }

    /**
     * Begins to follow a change that was sent, if it was applied and a service record is in it. Of several the first
     * stands for all: what is in one batch becomes known at once, on each name server.
     */
    public synchronized void follow(Change change, Outcome outcome) {
        Optional<RecordSet> written = change.desired().stream().filter(set -> set.isAddress()
                && services.contains(set.name())).findFirst();
        if (outcome instanceof Outcome.Applied applied && written.isPresent() && !deadline.isZero()) {
            Duration now = clock.get();
            followed = Optional.of(Followed.first(applied.changeId(), written.get(), now, interval));
            // That it was applied has been told where it was changed.
            state = new Propagation.Pending(applied.changeId(), now);
        }
    }

    /** Whether the change is to be asked about now. */
    public synchronized boolean isDue() {
        Duration now = clock.get();
        news = false;
        asked = followed.filter(one -> one.next().compareTo(now) <= 0);
        return asked.isPresent();
    }

    public synchronized String changeId() {
        return asked.orElseThrow().changeId();
    }

    public synchronized void sawProgress(Answer<Progress> answer) {
        progress = answer;
        servers = fixedServers.isEmpty() ? Answer.couldNotAsk("not asked yet") : Answer.value(fixedServers);
        if (isCurrent()) {
            boolean missed = answer instanceof Answer.CouldNotAsk<Progress>;
            followed = followed.map(one -> one.withMisses(missed ? one.misses() + 1 : 0).later(clock.get(), deadline));
        }
        if (isPending()) {
            conclude(new Propagation.Pending(asked.orElseThrow().changeId(), asked.orElseThrow().since()));
        }
    }

    /** Whether the name servers can say more than the provider has said. */
    public synchronized boolean asksServers() {
        return isCurrent() && !isPending();
    }

    /** The names at which the service record is, and the zone's name servers may be. */
    public synchronized List<String> names() {
        return ZoneServers.names(service());
    }

    public synchronized void sawRecords(Answer<List<RecordSet>> answer) {
        Optional<List<RecordSet>> found = answer.found();
        if (isCurrent() && found.isPresent() && found.get().stream().noneMatch(asked.get().written()::sameAs)) {
            followed = Optional.empty();
            tell(new Propagation.Overtaken(asked.get().changeId()));
        }
        if (fixedServers.isEmpty()) {
            servers = answer instanceof Answer.CouldNotAsk<List<RecordSet>> failed ? Answer.couldNotAsk(failed.why())
                    : ZoneServers.of(service(), found.orElse(List.of()));
        }
    }

    public synchronized ServerQuestion question() {
        RecordSet written = asked.orElseThrow().written();
        return new ServerQuestion(written.name(), written.type(), isCurrent() ? servers.found().orElse(List.of())
                : List.of());
    }

    public synchronized void sawServers(List<ServerAnswer> answers) {
        if (!isCurrent()) {
            return;
        }
        Followed one = asked.get();
        Duration after = clock.get().minus(one.since());
        ServerPicture picture = ServerPicture.of(answers, one.written(), servers);
        if (picture.isComplete() || !picture.isUseful() && progress.found().isPresent()) {
            followed = Optional.empty();
            tell(new Propagation.InSync(one.changeId(), after, picture.words()));
        } else if (picture.isUseful()) {
            boolean over = after.compareTo(deadline) >= 0;
            conclude(isStillDue(after) && !over ? new Propagation.Pending(one.changeId(), one.since(), picture.others())
                    : new Propagation.Incomplete(one.changeId(), after, picture.others(), over));
        } else if (isLaggingStill()) {
            conclude(state);
        } else if (followed.get().misses() >= MISSES_TO_TELL || progress instanceof Answer.Absent<Progress>) {
            conclude(new Propagation.CouldNotTell(one.changeId(), why() + "; " + picture.words()));
        } else {
            conclude(state);
        }
    }

    /** How far the last change of the service record has come. */
    public synchronized Propagation state() {
        return state;
    }

    /** Whether the last time it was asked about has changed the state. */
    public synchronized boolean isNews() {
        return news;
    }

    private String service() {
        return asked.map(Followed::written).map(RecordSet::name).orElse(services.get(0));
    }

    private boolean isCurrent() {
        return asked.isPresent() && followed.map(Followed::changeId).equals(asked.map(Followed::changeId));
    }

    private boolean isPending() {
        return progress.found().filter(Progress.PENDING::equals).isPresent();
    }

    /** Where no provider says that all its servers have it, those that have it a little later do not lag. */
    private boolean isStillDue(Duration after) {
        return progress instanceof Answer.Absent<Progress> && after.compareTo(TRANSFER) < 0;
    }

    /** Where none can be asked for once, after the deadline, what they said before stands. */
    private boolean isLaggingStill() {
        return state instanceof Propagation.Incomplete incomplete && incomplete.over();
    }

    private String why() {
        return progress instanceof Answer.CouldNotAsk<Progress> failed ? failed.why()
                : progress instanceof Answer.Absent<Progress> unknown ? unknown.how() : "it is pending";
    }

    /** Takes this for the state, and follows no longer than the deadline, unless there is one that lags. */
    private void conclude(Propagation now) {
        if (!isCurrent()) {
            return;
        }
        Duration after = clock.get().minus(asked.get().since());
        boolean over = after.compareTo(deadline) >= 0;
        if (over && !(now instanceof Propagation.Incomplete)) {
            followed = Optional.empty();
        }
        tell(over && now instanceof Propagation.Pending ? new Propagation.Overdue(asked.get().changeId(), after) : now);
    }

    private void tell(Propagation now) {
        news = !now.isLike(state);
        state = now;
    }
}
