package io.lbkeeper.rehearsal.report;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Powers;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.rehearsal.core.CoreRun;
import io.lbkeeper.rehearsal.core.Wiring;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Onlooker;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.time.Duration;
import java.util.List;

/** Rehearsals on the decision core alone, which is fast: the report is the same whatever has been played. */
final class Played {
    static final Cluster PAIR = Cluster.ofDefaults(2);
    static final long SEED = 1;

    private Played() {
    }

    /** As shipped. */
    static Results well(int randomHours, String... scenarios) throws InterruptedException {
        return play(Wiring.shipped(), randomHours, scenarios);
    }

    /** By somebody who takes an HAProxy that can't be judged for a dead one. */
    static Results badly(int randomHours, String... scenarios) throws InterruptedException {
        return play(Wiring.shipped().seeing(check -> check.health() == Health.UNKNOWN
                ? new Check(Health.DEAD, check.detail()) : check), randomHours, scenarios);
    }

    /** By somebody who moves the name as often as it seems good. */
    static Results hastily(int randomHours) throws InterruptedException {
        return play(Wiring.shipped().ruledBy(rules -> new Rules(rules.node(), rules.nodes(), rules.domain(),
                rules.services(), rules.ttl(), rules.interval(), rules.fastinter(), rules.fall(), rules.rise(),
                rules.grace(), Duration.ZERO, rules.recordsInterval())), randomHours);
    }

    /** With a DNS provider that can do this. */
    static Results with(Powers powers, String... scenarios) throws InterruptedException {
        return play(PAIR.with(powers), Wiring.shipped(), 0, scenarios);
    }

    /** By nodes that look at each other in this pair's way. */
    static Results in(Cluster pair, String... scenarios) throws InterruptedException {
        return play(pair, Wiring.shipped(), 0, scenarios);
    }

    private static Results play(Wiring wiring, int randomHours, String... scenarios) throws InterruptedException {
        return play(PAIR, wiring, randomHours, scenarios);
    }

    private static Results play(Cluster pair, Wiring wiring, int randomHours, String... scenarios)
            throws InterruptedException {
        Programme programme = new Programme(pair, SEED, " --routes edited");
        for (String name : scenarios) {
            programme.with(Catalogue.find(name, pair).orElseThrow());
        }
        List<Account> accounts = new Rehearsal(() -> new Core(pair, wiring), 2, done -> { }).play(
                programme.withRandomHours(randomHours).parts());
        return new Results(List.of("routes: edited"), SEED, accounts, Duration.ofSeconds(3));
    }

    private record Core(Cluster pair, Wiring wiring) implements Level {
        @Override
        public Verdict run(Schedule schedule, long seed, Trace trace, Onlooker onlooker) {
            return CoreRun.of(pair, schedule, seed, wiring, trace, onlooker);
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
