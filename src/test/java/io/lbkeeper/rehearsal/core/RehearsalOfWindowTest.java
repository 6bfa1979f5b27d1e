package io.lbkeeper.rehearsal.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Contest;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.DecisionTable;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.rehearsal.Share;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.ApiTrouble;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Planned;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both HAProxies are well all the time, and the paths between the nodes and to the provider are not: cut in one
 * direction or both, lossy and slow. So challenges come and go, and none may cost a living owner the name.
 */
class RehearsalOfWindowTest {
    private static final int HOURS = 200;
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final String FAST = "lb.check.interval=1s lb.check.timeout=900ms lb.address.timeout=900ms "
            + "lb.route53.timeout=900ms ";

    @ParameterizedTest
    @ValueSource(strings = {"", "lb.check.interval=2s lb.check.fastinter=500ms lb.check.timeout=1s "
            + "lb.address.timeout=1s lb.route53.timeout=1500ms", FAST, FAST + "lb.check.fastinter=500ms",
        FAST + "lb.check.fastinter=250ms"})
    void aLivingOwnerKeepsTheName(String settings) {
        Cluster cluster = FailoverTimesTest.cluster(settings);
        long seed = Long.getLong("rehearsal.seed", System.nanoTime());
        int hours = Long.getLong("rehearsal.seed") == null ? Share.of(HOURS) : 1;
        System.out.println("rehearsal of the window " + cluster.window() + ": " + hours + " hours, seeds from " + seed
                + ", settings " + settings);
        List<String> broken = broken(cluster, Wiring.shipped(), seed, hours);
        assertThat(broken).as("settings %s; repeat one with -Drehearsal.seed=…", settings).isEmpty();
    }

    /** What is found by this rehearsal. */
    @Test
    void aWindowOfHalfAnIntervalIsFound() {
        assertThat(broken(FailoverTimesTest.cluster(""), Wiring.shipped().deciding(RehearsalOfWindowTest::impatient),
                1, HOURS / 10)).isNotEmpty();
    }

    private static List<String> broken(Cluster cluster, Wiring wiring, long seed, int hours) {
        return LongStream.range(seed, seed + hours).parallel().mapToObj(one -> {
            Verdict verdict = CoreRun.of(cluster, draw(one), one, wiring, Trace.off());
            return verdict.isGood() ? "" : "seed " + one + ": " + verdict.breaches();
        }).filter(text -> !text.isEmpty()).limit(5).collect(Collectors.toList());
    }

    /** Takes each challenge for one that has stood for two fast intervals and half a slow one more. */
    private static Decision impatient(Observation seen, Memory memory, Rules rules) {
        Contest contest = new Contest(memory.contest().standing().map(standing -> new Contest.Standing(
                standing.challenger(), standing.nonce(), standing.since().minus(rules.fastinter().multipliedBy(2))
                        .minus(rules.interval().dividedBy(2)))),
                memory.contest().setback());
        return DecisionTable.decide(seen, new Memory(memory.own(), memory.streaks(), memory.records(),
                memory.readAt(), memory.sending(), memory.moves(), contest, memory.open()), rules);
    }

    private static Schedule draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Planned> faults = new ArrayList<>();
        for (int episode = 0; episode < 30; episode++) {
            Duration from = Duration.ofMillis(random.nextLong(30_000, LENGTH.minusMinutes(10).toMillis()));
            Duration until = from.plusMillis((long) (500 * Math.pow(240, random.nextDouble())));
            faults.add(new Planned(from, until, fault(random)));
        }
        return new Schedule(faults, List.of(), LENGTH);
    }

    private static Fault fault(SplittableRandom random) {
        String one = random.nextBoolean() ? "lb1" : "lb2";
        String other = one.equals("lb1") ? "lb2" : "lb1";
        return switch (random.nextInt(6)) {
            case 0 -> new Fault.LinkCut(one, other);
            case 1, 2 -> new Fault.OneWayCut(one, other);
            case 3 -> new Fault.Loss(one, other, random.nextBoolean() ? 0.3 : 0.6);
            case 4 -> new Fault.Delay(one, other, Duration.ofMillis(random.nextInt(10, 3000)));
            default -> new Fault.ApiFails(one, ApiTrouble.values()[random.nextInt(ApiTrouble.values().length)],
                    random.nextBoolean() ? 0.3 : 0.7);
        };
    }
}
