package io.lbkeeper.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.observation.StatsJudge;
import io.lbkeeper.observation.StatsRules;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorldTest {
    private static final Cluster PAIR = Cluster.ofDefaults(2);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String LB1 = "203.0.113.10";
    private static final String LB2 = "203.0.113.11";

    private final VirtualTime time = new VirtualTime();
    private final World world = new World(PAIR, time, 1, Trace.off());
    private final List<Object> answers = new ArrayList<>();

    private static final class Sleeper implements Agent {
        @Override
        public void start() {
        }

        @Override
        public void kill() {
        }
    }

    private void begin(Fault... faults) {
        Schedule schedule = Schedule.quiet(Duration.ofHours(1));
        for (Fault fault : faults) {
            schedule = schedule.with(10, 20, fault);
        }
        world.begin(schedule, (node, nodeTime, where) -> new Sleeper());
    }

    private Visit visitAt(long seconds, String from, String address) {
        answers.clear();
        time.runUntil(Duration.ofSeconds(seconds));
        world.visit(from, address, Glance.PAGE, SECOND, answers::add);
        time.runUntil(time.now().plus(SECOND));
        return (Visit) answers.get(0);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void eachFaceIsJudgedByTheServiceAsItIsHere(Face face) {
        Page page = new Page(Optional.of("lb1"), face, Check.Agent.SILENT);
        StatsRules rules = new StatsRules(List.of(), List.of(), Duration.ofSeconds(2));
        Check judged = StatsJudge.judge("lb1", page.answer(rules), rules);

        assertThat(judged.health()).isEqualTo(page.check("lb1").health()).isEqualTo(face.health());
        assertThat(judged.agent()).isEqualTo(Check.Agent.SILENT);
        assertThat(StatsJudge.judge("lb2", page.answer(rules), rules).health())
                .isEqualTo(page.check("lb2").health()).isEqualTo(Health.STRANGER);
    }

    /** As measured in network namespaces at a loss of 10 % and 30 % each way (20.7, 6.8 and 56 %). */
    @ParameterizedTest
    @CsvSource({"0.1, 1000, 17, 25", "0.1, 1200, 4, 10", "0.3, 1000, 50, 66"})
    void connectionsFailAsOftenAsMeasured(double share, long deadlineMillis, int least, int most) {
        world.begin(Schedule.quiet(Duration.ofHours(1)).with(1, 3000, new Fault.Loss("lb1", "lb2", share)),
                (node, nodeTime, where) -> new Sleeper());
        time.runUntil(Duration.ofSeconds(10));
        for (int i = 0; i < 2000; i++) {
            world.visit("lb1", LB2, Glance.PAGE, Duration.ofMillis(deadlineMillis), answers::add);
        }
        time.runUntil(Duration.ofSeconds(20));

        assertThat(answers.stream().filter(Visit.Silent.class::isInstance).count() / 20.0).isBetween((double) least,
                (double) most);
    }

    @Test
    void aFaultIsThereFromItsBeginningToItsHeal() {
        begin(new Fault.HaproxyKilled("lb2"));

        assertThat(visitAt(9, "lb1", LB2)).isInstanceOf(Visit.Answered.class);
        assertThat(visitAt(11, "lb1", LB2)).isInstanceOf(Visit.Refused.class);
        assertThat(visitAt(21, "lb1", LB2).check("lb2").detail())
                .startsWith("HAProxy has just started");
        assertThat(visitAt(23, "lb1", LB2).check("lb2").health()).isEqualTo(Health.OK);
    }

    @Test
    void theHealOfOneFaultLeavesAnotherOfTheSameKind() {
        world.begin(Schedule.quiet(Duration.ofHours(1)).with(10, 30, new Fault.LinkCut("lb1", "lb2"))
                .with(20, 40, new Fault.OneWayCut("lb2", "lb1")), (node, nodeTime, where) -> new Sleeper());

        assertThat(visitAt(35, "lb1", LB2)).isInstanceOf(Visit.Silent.class);
        assertThat(visitAt(41, "lb1", LB2)).isInstanceOf(Visit.Answered.class);
    }

    @Test
    void machinesAreSilentUnreachableOrSomebodyElse() {
        begin(new Fault.MachineBlackholed("lb1"));
        assertThat(visitAt(11, "lb2", LB1)).isInstanceOf(Visit.Silent.class);
        assertThat(visitAt(13, "lb1", "").check("lb1").health()).isEqualTo(Health.OK);
    }

    @Test
    void aRecycledAddressIsAStrangersAndTheNodeComesBackElsewhere() {
        begin(new Fault.AddressRecycled("lb2"));

        assertThat(visitAt(11, "lb1", LB2).check("lb2").health()).isEqualTo(Health.STRANGER);
        assertThat(visitAt(25, "lb1", LB2).check("lb2").health()).isEqualTo(Health.STRANGER);
        assertThat(visitAt(27, "lb1", "203.0.113.12").check("lb2").health()).isEqualTo(Health.OK);
    }

    @Test
    void aMachineThatIsOffIsUnreachable() {
        begin(new Fault.MachineOff("lb2"));

        assertThat(visitAt(11, "lb1", LB2)).isInstanceOf(Visit.Unreachable.class);
        assertThat(world.truth().agentRuns(1)).isFalse();
    }

    @Test
    void aNodeIsToldItsAddressOrNothing() {
        begin(new Fault.AddressSourceFails("lb1", Fault.SourceTrouble.SILENT));
        time.runUntil(Duration.ofSeconds(9));
        world.ownAddress("lb1", SECOND, answers::add);
        time.runUntil(Duration.ofSeconds(11));
        world.ownAddress("lb1", SECOND, answers::add);
        time.runUntil(Duration.ofSeconds(13));

        assertThat(answers).hasSize(2).first().isEqualTo(Answer.value(LB1));
        assertThat(answers.get(1)).isInstanceOf(Answer.CouldNotAsk.class);
    }
}
