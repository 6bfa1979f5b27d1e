package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.DecisionTable;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Trace;
import io.lbkeeper.settings.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the end of a line does to a node, and what it must not do. */
class LinesTest {
    private static final int SCHEDULES = 50;

    private final ThreadLocal<Set<String>> heard = ThreadLocal.withInitial(HashSet::new);

    @Test
    void withoutAGraceAKilledHaproxyIsHandedOverAtOnce() throws Exception {
        Cluster pair = withoutGrace();
        Scenario killed = Catalogue.find("owner-haproxy-killed", pair).orElseThrow();
        for (long seed = 1; seed <= 10; seed++) {
            Verdict verdict = play(pair, killed, seed, Wiring.shipped());
            assertThat(verdict.isGood()).as("%s", verdict.breaches()).isTrue();
            assertThat(verdict.recovery()).as("seed %s", seed).isLessThan(Duration.ofSeconds(1));
        }
        assertThat(play(pair, killed, 1, Wiring.shipped().hearing((cycle, line) -> { })).recovery())
                .as("of one that does not listen").isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void allPromisesAreKeptWithoutAGrace() throws Exception {
        Campaign.Summary summary = new Campaign(withoutGrace(), Wiring.shipped(), System.nanoTime(), SCHEDULES).play();
        System.out.println("lines, without a grace: " + summary);
        assertThat(summary.broken()).as("by seed; play them with CoreRun and a trace that is kept").isEmpty();
    }

    @Test
    void linesThatDropMoveNothingAndAnEventThatDecidesIsFound() throws Exception {
        Cluster pair = withoutGrace();
        Scenario drops = Catalogue.find("lines-drop", pair).orElseThrow();
        assertThat(play(pair, drops, 1, Wiring.shipped()).moves()).isZero();
        Verdict bad = play(pair, drops, 1, Wiring.shipped().deciding(this::takingAnEndForADeath)
                .hearing((cycle, line) -> {
                    heard.get().add(line.node());
                    cycle.ended(line);
                }));
        assertThat(bad.breaks("never-unasked")).as("%s", bad.breaches()).isTrue();
    }

    private Decision takingAnEndForADeath(Observation seen, Memory memory, Rules rules) {
        if (!heard.get().remove(rules.node())) {
            return DecisionTable.decide(seen, memory, rules);
        }
        Map<String, Check> checks = new HashMap<>(seen.checks());
        checks.put(rules.node(), new Check(Health.DEAD, "its line has ended"));
        Observation believed = new Observation(seen.at(), seen.stopped(), seen.address(), checks, seen.outstanding(),
                seen.namesakes(), seen.records(), seen.fresh(), seen.nonce(), seen.requests());
        return DecisionTable.decide(believed, memory.after(believed, rules), rules);
    }

    private static Verdict play(Cluster cluster, Scenario scenario, long seed, Wiring wiring) {
        return CoreRun.of(cluster, scenario.schedule(seed), seed, wiring, Trace.off());
    }

    private static Cluster withoutGrace() throws Exception {
        return Cluster.of(Settings.of(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZREHEARSAL", "lb.grace",
                "0s"), "the settings of LinesTest", Set.of()));
    }
}
