package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** When to look: whether a cycle is due, and whether a cycle needs to read the records. */
public final class Pace {
    private Pace() {
    }

    /**
     * Whether a cycle is due at {@code now}. The timer ticks more often than cycles are due, and a tick comes a
     * little early or late: one that comes within half of {@code tick} before its time counts.
     */
    public static boolean isDue(Memory memory, Rules rules, Optional<Duration> lastStart, Duration now, Duration tick) {
        Duration pace = pace(memory, rules);
        return lastStart.map(last -> twice(now.minus(last)).plus(tick).compareTo(twice(pace)) >= 0).orElse(true);
    }

    /**
     * When the next cycle comes at the latest, if it does not come by a tick: at the next moment at which the decision
     * changes by itself. One that began between two ticks is followed by one at its time, which no tick would hit.
     */
    public static Optional<Duration> next(Memory memory, Rules rules, Optional<Duration> startBesideTicks,
            Duration now) {
        Optional<Duration> moment = Moments.next(memory, rules, now);
        Optional<Duration> paced = startBesideTicks.map(start -> start.plus(pace(memory, rules)));
        return moment.isPresent() && paced.isPresent() && moment.get().compareTo(paced.get()) > 0 ? paced
                : moment.or(() -> paced);
    }

    private static Duration pace(Memory memory, Rules rules) {
        return memory.isTurning(rules) ? rules.fastinter() : rules.interval();
    }

    /**
     * Whether the records have to be read, given what this cycle has seen up to now. The owner reads them in each
     * cycle; a standby when they were not well last time, when its own record is out of date, every
     * {@code recordsInterval} anyway, and, once it has checked, when the owner is not well or its own challenge stands,
     * though less often while it can only wait.
     * Where the name may just have been given away, because somebody asks for it here or a peer says that it does not
     * want the name, who has it is to be known at once.
     */
    public static boolean needsRecords(Memory memory, Rules rules, Map<String, Check> checks, Requests asked,
            Duration now) {
        Optional<String> address = memory.own().address();
        Optional<Records> known = memory.records();
        Optional<OwnerRecord> claim = known.flatMap(Records::claim);
        if (known.isEmpty() || claim.isEmpty() || memory.sending().unsettled()) {
            return true;
        }
        String owner = claim.get().owner();
        boolean settled = known.get().service() instanceof Records.Service.Held held
                && held.address().equals(claim.get().address()) && rules.isPeer(owner);
        boolean challenger = claim.get().challenger().filter(rules.node()::equals).isPresent();
        // Who is well again, or can't be judged, or is no better off itself, may have a challenge to take back.
        boolean waits = isWell(rules.node(), memory, checks) && isFailing(owner, checks)
                && memory.contest().canOnlyWait(rules, claim.get(), memory.readAt(), now);
        // After the checks, which may take their time: what is acted upon then was read just before.
        boolean contested = !checks.isEmpty() && (isWell(owner, memory, checks) ? challenger : !waits);
        boolean registered = address.isEmpty() || known.get().isRegistered(rules.node(), address.get());
        boolean old = memory.readAt().map(at -> now.minus(at).compareTo(rules.recordsInterval()) >= 0).orElse(true);
        boolean givenAway = !asked.equals(Requests.none())
                || checks.values().stream().anyMatch(check -> check.agent() == Check.Agent.LEAVING);
        return !settled || contested || !registered || old || givenAway;
    }

    /**
     * Whether a time that was waited for has come to its end between {@code start} and {@code now}, while this cycle
     * looked: then something may be done that could only wait before, and what it rests on has to be read.
     */
    public static boolean hasTurned(Memory memory, Rules rules, Duration start, Duration now) {
        return Moments.next(memory, rules, start).filter(moment -> moment.compareTo(now) <= 0).isPresent();
    }

    private static boolean isWell(String node, Memory memory, Map<String, Check> checks) {
        return memory.streak(node).map(Streak::isOk).orElse(true)
                && Optional.ofNullable(checks.get(node)).map(check -> check.health() == Health.OK).orElse(true);
    }

    private static boolean isFailing(String node, Map<String, Check> checks) {
        return Optional.ofNullable(checks.get(node)).filter(check -> check.health().isFailure()).isPresent();
    }

    /** By adding: a Duration multiplies and divides by way of big decimals, and this is asked at each tick. */
    private static Duration twice(Duration time) {
        return time.plus(time);
    }
}
