package io.lbkeeper.log;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.cycle.Witness;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Counts what happens, and sums it up in a sentence from time to time. */
public final class Summary implements Witness {
    private final String service;
    private final Supplier<Duration> clock;
    private final Supplier<List<String>> alarms;

    private Duration since;
    private Optional<Duration> lastCycle = Optional.empty();
    private Optional<String> owner = Optional.empty();
    private boolean alarm;
    private long cycles;
    private long reads;
    private long refused;
    private long applied;
    private long unapplied;
    private Duration longest = Duration.ZERO;
    private final Map<String, Long> failed = new TreeMap<>();

    /**
     * @param clock  a monotonic clock
     * @param alarms those that stand and are no decisions
     */
    public Summary(String service, Supplier<Duration> clock, Supplier<List<String>> alarms) {
        this.service = service;
        this.clock = clock;
        this.alarms = alarms;
        since = clock.get();
    }

    @Override
    public synchronized void decided(Sight sight) {
        Duration now = sight.seen().at();
        Duration gap = lastCycle.map(now::minus).orElse(Duration.ZERO);
        longest = gap.compareTo(longest) > 0 ? gap : longest;
        lastCycle = Optional.of(now);
        cycles++;
        reads += sight.seen().fresh() ? 1 : 0;
        refused += sight.decision() instanceof Decision.RefuseToMove ? 1 : 0;
        alarm = sight.decision().isAlarm();
        sight.seen().checks().forEach((node, check) -> failed.merge(node,
                check.health().isFailure() && !sight.seen().isOutstanding(node) ? 1L : 0L, Long::sum));
        owner = sight.memory().records().flatMap(records -> records.claim()).map(claim -> claim.owner());
    }

    @Override
    public synchronized void acted(Decision.Changing sent, Outcome outcome) {
        if (outcome instanceof Outcome.Applied) {
            applied++;
        } else {
            unapplied++;
        }
    }

    /** What happened since this was asked last. */
    public synchronized String text() {
        Duration now = clock.get();
        String checks = failed.entrySet().stream().map(one -> one.getValue() + " of " + one.getKey())
                .collect(Collectors.joining(", "));
        int standing = alarms.get().size() + (alarm ? 1 : 0);
        String text = String.format(Locale.ROOT, "in %d min %d cycles, at most %.1f s from one to the next; failed "
                + "checks: %s; %d reads of the records, %d changes, %d more not applied or not confirmed, %d times "
                + "refused to move; %s; alarms that stand: %d.", now.minus(since).toMinutes(), cycles,
                longest.toMillis() / 1000.0, checks.isEmpty() ? "none" : checks, reads, applied, unapplied, refused,
                owner.map(node -> node + " owns " + service).orElse("no owner of " + service + " is known"), standing);
        since = now;
        cycles = 0;
        reads = 0;
        refused = 0;
        applied = 0;
        unapplied = 0;
        longest = Duration.ZERO;
        failed.clear();
        return text;
    }
}
