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
import io.lbkeeper.decision.Rules;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one place with state: what this cycle has seen up to now, and the memory that goes from cycle to cycle.
 * The routes fill it step by step; the checks come in from several threads at once.
 */
public final class Cycle {
    /** A standing alarm is told again: in a log that was rotated, silence would mean that all is well. */
    private static final Duration REMINDER = Duration.ofMinutes(10);

    private final Rules rules;
    private final Sites sites;
    private final Duration tick;
    private final Supplier<Duration> clock;
    private final Supplier<String> nonces;

    private Memory memory = Memory.empty();
    private Optional<Duration> start = Optional.empty();
    private Answer<String> address = notAsked();
    private Answer<List<RecordSet>> read = notAsked();
    private boolean fresh;
    private final Map<String, Check> checks = new HashMap<>();
    private final Map<String, Target> lookedAt = new HashMap<>();
    private String nonce = "";
    private Optional<Decision> decided = Optional.empty();
    private Optional<Duration> told = Optional.empty();
    private Optional<Outcome> became = Optional.empty();
    private boolean news;

    /**
     * @param tick   how often {@link #isDue} is asked
     * @param clock  a monotonic clock
     * @param nonces gives a text that no change has carried before, each time it is asked
     */
    public Cycle(Rules rules, Sites sites, Duration tick, Supplier<Duration> clock, Supplier<String> nonces) {
        this.rules = rules;
        this.sites = sites;
        this.tick = tick;
        this.clock = clock;
        this.nonces = nonces;
    }

    /** Whether a cycle is due. One that is due has begun when this returns. */
    public synchronized boolean isDue() {
        Duration now = clock.get();
        if (!Pace.isDue(memory, rules, start, now, tick)) {
            return false;
        }
        start = Optional.of(now);
        address = notAsked();
        read = notAsked();
        fresh = false;
        checks.clear();
        lookedAt.clear();
        nonce = nonces.get();
        return true;
    }

    public synchronized void sawAddress(Answer<String> answer) {
        address = answer;
    }

    public synchronized void sawCheck(Target target, Check check) {
        checks.put(target.node(), check);
    }

    public synchronized void sawRecords(Answer<List<RecordSet>> answer) {
        read = answer;
        fresh = true;
    }

    /** Whether the records have to be read, or read now at last, in this cycle. */
    public synchronized boolean needsRecords() {
        return !fresh && Pace.needsRecords(memory, rules, checks, start.orElseThrow());
    }

    /** The names of all records that are of interest. */
    public List<String> names() {
        return rules.names();
    }

    /** The HAProxies to check, by the addresses that are known at this point of the cycle. */
    public synchronized List<Target> targets() {
        List<Target> targets = currentTargets();
        targets.forEach(target -> lookedAt.put(target.node(), target));
        return targets;
    }

    /** Ends the observing: decides, and knows whether the decision is another than the last cycle's. */
    public synchronized Decision decide() {
        Observation seen = new Observation(start.orElseThrow(), address, checksThatStand(), records(), fresh, nonce);
        memory = memory.after(seen, rules);
        Decision now = DecisionTable.decide(seen, memory, rules);
        if (!(now instanceof Decision.Changing)) {
            memory = memory.atRest();
        }
        boolean reminds = now.isAlarm() && told.filter(at -> start.get().minus(at).compareTo(REMINDER) < 0).isEmpty();
        news = reminds || decided.filter(last -> last.name().equals(now.name())
                && last.reason().equals(now.reason())).isEmpty();
        told = news ? start : told;
        if (news) {
            became = Optional.empty();
        }
        decided = Optional.of(now);
        return now;
    }

    /** The last decision, once there is one. */
    public synchronized Optional<Decision> decided() {
        return decided;
    }

    /** Whether what was just decided may still be acted upon: no write rests on something seen long ago. */
    public synchronized boolean isTimely() {
        return start.filter(at -> clock.get().minus(at).compareTo(rules.interval().multipliedBy(2)) < 0).isPresent();
    }

    /** Whether the last decision, or after it its outcome, is another than the one before. */
    public synchronized boolean isNews() {
        return news;
    }

    /** Takes in what became of the change that the last decision asked for. */
    public synchronized void acted(Outcome outcome) {
        Decision.Changing sent = (Decision.Changing) decided.orElseThrow();
        memory = memory.after(sent, outcome, nonce, clock.get());
        news = !Optional.of(outcome).equals(became);
        became = Optional.of(outcome);
    }

    private List<Target> currentTargets() {
        return sites.targets(rules, records().found().or(memory::records));
    }

    /** A read after the checks may show that a node is elsewhere by now; then its check was of nobody. */
    private Map<String, Check> checksThatStand() {
        Map<String, Check> standing = new HashMap<>(checks);
        currentTargets().forEach(target -> {
            if (!target.equals(lookedAt.getOrDefault(target.node(), target))) {
                standing.remove(target.node());
            }
        });
        return standing;
    }

    private Answer<Records> records() {
        if (!fresh) {
            return memory.records().map(Answer::value).orElseGet(Cycle::notAsked);
        }
        if (read instanceof Answer.CouldNotAsk<List<RecordSet>> failed) {
            return Answer.couldNotAsk(failed.why());
        }
        return Answer.value(Records.of(read.found().orElse(List.of()), rules));
    }

    private static <T> Answer<T> notAsked() {
        return Answer.couldNotAsk("not asked in this cycle");
    }
}
