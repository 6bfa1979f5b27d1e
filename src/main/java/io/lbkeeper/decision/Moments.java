package io.lbkeeper.decision;

import java.time.Duration;
import java.util.Optional;

/** When the decision changes though nothing new is seen, since a time that was waited for is over. */
final class Moments {
    private Moments() {
    }

    /** The next one after {@code now}, if there is one. */
    static Optional<Duration> next(Memory memory, Rules rules, Duration now) {
        return memory.records().flatMap(Records::claim).flatMap(claim -> claim.owner().equals(rules.node())
                ? ofOwner(memory, rules) : rules.isPeer(claim.owner()) ? ofStandby(memory, rules, claim, now)
                        : Optional.empty()).filter(moment -> moment.compareTo(now) > 0);
    }

    /** The own HAProxy has had its time to come back, and this node may move the name. */
    private static Optional<Duration> ofOwner(Memory memory, Rules rules) {
        return memory.streak(rules.node()).filter(own -> own.last().health() != Health.DEGRADED
                || own.hasFallen(rules)).flatMap(Streak::failingSince)
                .map(since -> Times.longer(since.plus(rules.grace()), holdDownEnd(memory, rules)));
    }

    private static Optional<Duration> ofStandby(Memory memory, Rules rules, OwnerRecord claim, Duration now) {
        Optional<Streak> owner = memory.streak(claim.owner()).filter(streak -> streak.failures() > 0);
        Duration window = Contest.window(rules, claim);
        Contest contest = memory.contest();
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (!rules.powers().comparesAndSwaps()) {
            return owner.filter(streak -> streak.hasFallen(rules)).flatMap(streak -> UnannouncedCase.turn(rules,
                    claim.owner(), streak)).map(turn -> Times.longer(turn, holdDownEnd(memory, rules)));
        }
        if (contest.isOf(rules.node())) {
            return owner.filter(streak -> streak.hasFallen(rules)).flatMap(streak -> contest.standing())
                    .map(own -> Times.longer(own.since().plus(window), holdDownEnd(memory, rules)));
        }
        if (contest.standing().isPresent()) {
            return contest.standing().map(others -> others.since().plus(
                    window.multipliedBy(Contest.WINDOWS_OF_A_LIVING_CHALLENGER)));
        }
        // A challenge that ends with the hold-down may begin before.
        Duration free = holdDownEnd(memory, rules).minus(window);
        return Optional.of(contest.binding(now).map(back -> Times.longer(back.at().plus(back.delay()), free))
                .orElse(free));
    }

    private static Duration holdDownEnd(Memory memory, Rules rules) {
        return memory.moves().last().map(at -> at.plus(memory.moves().holdDown(rules))).orElse(Duration.ZERO);
    }
}
