package io.lbkeeper.cycle;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.DecisionTable;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Pace;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.decision.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The one place with state: what this cycle has seen up to now, and the memory that goes from cycle to cycle.
 * The routes fill it step by step; the checks come in from several threads at once.
 */
public final class Cycle {
    private static final int LOOKS_TO_NOTICE = 3;

    private final Supplier<Duration> clock;
    private final Supplier<String> nonces;
    private final Decider decider;
    private final List<Witness> witnesses = new CopyOnWriteArrayList<>();
    private final Summons summons = new Summons();
    private final News news = new News();

    private volatile Rules rules;
    private Sites sites;
    private Duration tick;
    private Memory memory = Memory.empty();
    private Optional<Duration> start = Optional.empty();
    private final Gaps gaps = new Gaps();
    private Answer<String> address = notAsked();
    private Answer<List<RecordSet>> read = notAsked();
    private Answer<Records> records = notAsked();
    private Requests requests = Requests.none();
    private boolean fresh;
    private boolean besideTicks;
    private boolean wasWell;
    private final Looks looks = new Looks();
    private final Reading reading = new Reading();
    private String nonce = "";

    /**
     * @param tick   how often {@link #isDue} is asked
     * @param clock  a monotonic clock
     * @param nonces gives a text that no change has carried before, each time it is asked
     */
    public Cycle(Rules rules, Sites sites, Duration tick, Supplier<Duration> clock, Supplier<String> nonces) {
        this(rules, sites, tick, clock, nonces, DecisionTable::decide);
    }

    /** One that decides in another way, to see what comes of it. */
    public Cycle(Rules rules, Sites sites, Duration tick, Supplier<Duration> clock, Supplier<String> nonces,
            Decider decider) {
        this.rules = rules;
        this.sites = sites;
        this.tick = tick;
        this.clock = clock;
        this.nonces = nonces;
        this.decider = decider;
    }

    /**
     * Goes by other rules from the next cycle on. What is known stays known, and the time of that cycle too, unless the
     * interval gets longer: others reckon by it, and are to be told before it counts.
     */
    public synchronized void goBy(Rules next, Sites nextSites, Duration nextTick) {
        if (!next.equals(rules)) {
            if (next.isSlowerThan(rules)) {
                summons.call();
            }
            memory = memory.under(next);
            // What was read is read into values anew, by the new rules.
            read = notAsked();
            reading.forget();
        }
        rules = next;
        sites = nextSites;
        tick = nextTick;
    }

    public void add(Witness witness) {
        witnesses.add(witness);
    }

    /** The line to a HAProxy has ended. The lbkeeper beside it acts first: no challenge is to meet its hand-over. */
    public void ended(Target line) {
        if (line.isOwn()) {
            summons.call();
        } else {
            callBy(clock.get().plus(rules.grace()).plus(rules.fastinter()));
        }
    }

    /** A cycle is due by this moment, and those after it keep their pace from there on. */
    public void callBy(Duration moment) {
        summons.callBy(moment);
    }

    /** From now on this one is asked where a cycle is due before its time. */
    public void wokenBy(Waker waker) {
        summons.goTo(waker);
    }

    /** Whether a cycle is due. One that is due has begun when this returns. */
    public synchronized boolean isDue() {
        Duration now = sign();
        boolean called = summons.answer(now);
        if (!called && !Pace.isDue(memory, rules, start, now, besideTicks ? Duration.ZERO : tick)) {
            return false;
        }
        besideTicks = called;
        start = Optional.of(now);
        gaps.begin();
        address = notAsked();
        fresh = false;
        looks.begin();
        nonce = nonces.get();
        return true;
    }

    public synchronized void sawAddress(Answer<String> answer) {
        sign();
        address = answer;
    }

    /** What operators ask holds until something else is seen. */
    public synchronized void sawRequests(Requests asked) {
        sign();
        requests = asked;
    }

    /** Whether it does not want the name: drained, or given away while it was well. The peers look then. */
    public synchronized boolean isLeaving() {
        Duration soon = rules.interval().multipliedBy(LOOKS_TO_NOTICE);
        return requests.drain().isPresent() || wasWell && memory.moves().isWithin(soon, clock.get()) && memory.records()
                .flatMap(Records::claim).filter(claim -> !claim.owner().equals(rules.node())).isPresent();
    }

    public synchronized void sawCheck(Target target, Check check) {
        Duration now = sign();
        if (target.isNamesakeOf(rules.node())) {
            looks.sawNamesake(target.address(), check);
        } else if (looks.saw(target, check, now) && memory.isMovedBy(target.node(), check, rules)) {
            summons.call();
        }
    }

    public synchronized void sawRecords(Answer<List<RecordSet>> answer) {
        reading.completed(answer, rules, sign()).ifPresent(this::take);
    }

    private void take(Answer<List<RecordSet>> answer) {
        // A steady zone gives the same answer again and again; it is read into values once.
        if (!answer.equals(read) || records instanceof Answer.CouldNotAsk) {
            records = answer instanceof Answer.CouldNotAsk<List<RecordSet>> failed
                    ? Answer.couldNotAsk(failed.why())
                    : Answer.value(Records.of(answer.found().orElse(List.of()), rules));
        }
        read = answer;
        fresh = true;
    }

    /** Whether the records have to be read, or read now at last, in this cycle. */
    public synchronized boolean needsRecords() {
        return !fresh && (reading.isBehind(rules) || Pace.needsRecords(memory, rules,
                looks.areBegun() ? looks.standing(currentTargets()) : Map.of(), requests, start.orElseThrow())
                || looks.areBegun() && Pace.hasTurned(memory, rules, start.orElseThrow(), clock.get()));
    }

    /** Whether what was just read is not enough, since it shows that all names have to be read. */
    public synchronized boolean needsAllNames() {
        return !fresh && reading.isBehind(rules);
    }

    /** The names of all records that are of interest now. */
    public synchronized List<String> names() {
        return reading.names(rules, memory.sending().unsettled(), sign());
    }

    /** The HAProxies to check without waiting for them, by the addresses that are known at this point of the cycle. */
    public synchronized List<Target> targetsAside() {
        boolean challenged = isChallenged();
        return looks.aside(currentTargets(), node -> challenged && rules.isPeer(node), sign(),
                rules.interval().plus(rules.interval()), rules.fastinter().dividedBy(2));
    }

    /** All others. */
    public synchronized List<Target> targets() {
        Optional<Records> known = known();
        List<Target> targets = new ArrayList<>(looks.awaited(currentTargets()));
        sites.namesakes(rules, known, memory.own(address, known.flatMap(Records::claim), rules).address())
                .forEach(target -> sites.foregone(target.address()).ifPresentOrElse(
                        check -> looks.sawNamesake(target.address(), check), () -> targets.add(target)));
        return targets;
    }

    /** The HAProxies that were well when they were last looked at, this node's own among them. */
    public synchronized List<Target> well() {
        return looks.well(currentTargets());
    }

    /**
     * Whether this owner has a challenge to answer in time. One whose own HAProxy fails has no answer to give, and
     * needs to know of each peer whether it can have the name.
     */
    private boolean isChallenged() {
        return fresh && memory.streak(rules.node()).filter(own -> own.failures() > 0).isEmpty()
                && known().flatMap(Records::claim).filter(claim -> claim.challenger().isPresent()
                        && claim.owner().equals(rules.node())).isPresent();
    }

    /** Ends the observing: decides, and knows whether the decision is another than the last cycle's. */
    public synchronized Decision decide() {
        Duration now = sign();
        Observation seen = new Observation(now, gaps.longest(), address, looks.standing(currentTargets()),
                looks.outstanding(), looks.namesakes(), records(), fresh, nonce, requests);
        looks.decided();
        memory = memory.after(seen, rules);
        Decision decision = decider.decide(seen, memory, rules);
        memory = memory.after(decision);
        callNext(now);
        Sight sight = new Sight(seen, memory, decision, news.decided(decision, now), rules);
        witnesses.forEach(witness -> witness.decided(sight));
        return decision;
    }

    /** The last decision, once there is one. */
    public synchronized Optional<Decision> decided() {
        return news.decision();
    }

    /** Whether what was just decided may still be acted upon: no write rests on something seen long ago. */
    public synchronized boolean isTimely() {
        sign();
        return gaps.areNone();
    }

    /** Whether the last decision, or after it its outcome, is another than the one before. */
    public synchronized boolean isNews() {
        return news.isFresh();
    }

    /** Takes in what became of the change that the last decision asked for. */
    public synchronized void acted(Outcome outcome) {
        Decision.Changing sent = (Decision.Changing) news.decision().orElseThrow();
        Duration now = sign();
        wasWell = sent instanceof Decision.HandOver
                ? memory.streak(rules.node()).filter(own -> own.isOk()).isPresent() : wasWell;
        memory = memory.after(sent, outcome, nonce, now, rules);
        callNext(now);
        if (news.acted(outcome).isEmpty() && outcome instanceof Outcome.Lost) {
            // Somebody was quicker: read and think again. A second time in a row the pace is enough.
            summons.call();
        }
        witnesses.forEach(witness -> witness.acted(sent, outcome));
    }

    private void callNext(Duration now) {
        Pace.next(memory, rules, start.filter(at -> besideTicks), now).ifPresentOrElse(summons::callAt,
                summons::callNoMore);
    }

    private List<Target> currentTargets() {
        return sites.targets(rules, known());
    }

    private Optional<Records> known() {
        return records().found().or(memory::records);
    }

    /** Every step passes by here. */
    private Duration sign() {
        return gaps.sign(clock.get(), rules.interval());
    }

    private Answer<Records> records() {
        if (!fresh) {
            return memory.records().map(Answer::value).orElseGet(Cycle::notAsked);
        }
        return records;
    }

    private static <T> Answer<T> notAsked() {
        return Answer.couldNotAsk("not asked in this cycle");
    }
}
