package io.lbkeeper.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told that a line has ended, and when. */
class HeldLinesTest {
    private static final String LB2 = "203.0.113.11";

    private final VirtualTime time = new VirtualTime();
    private final World world = new World(Cluster.ofDefaults(2), time, 1, Trace.off());
    private final List<Duration> toldLb1 = new ArrayList<>();
    private final List<Duration> toldLb2 = new ArrayList<>();

    static Stream<Fault> silent() {
        return Stream.of(new Fault.MachineOff("lb2"), new Fault.MachineBlackholed("lb2"), new Fault.HaproxyHung("lb2"),
                new Fault.LinkCut("lb1", "lb2"), new Fault.HaproxyShows("lb2", Face.STOPPING));
    }

    @Test
    void aKilledProcessIsToldToAllWhoHoldALineOnce() {
        play(new Fault.HaproxyKilled("lb2"));
        assertThat(toldLb2).as("its own").containsExactly(Duration.ofMillis(10_001));
        assertThat(toldLb1).as("the peer's, there and back").containsExactly(Duration.ofMillis(10_002));
    }

    @ParameterizedTest
    @MethodSource("silent")
    void whereNoPacketComesNobodyIsTold(Fault fault) {
        play(fault);
        assertThat(toldLb1).isEmpty();
        assertThat(toldLb2).isEmpty();
    }

    @Test
    void whoIsCutOffIsNotToldOfAProcessThatWasKilled() {
        play(new Fault.LinkCut("lb1", "lb2"), new Fault.HaproxyKilled("lb2"));
        assertThat(toldLb1).isEmpty();
        assertThat(toldLb2).hasSize(1);
    }

    @Test
    void aReloadAndAStrayResetEndLinesAgainAndAgain() {
        begin(new Fault.HaproxyReloads("lb2", Duration.ofSeconds(3)),
                new Fault.LinesDrop("lb1", Duration.ofSeconds(4)));
        hold();
        time.runUntil(Duration.ofSeconds(14));
        assertThat(toldLb2).as("of lb2's reload, and no more, since none is opened again").hasSize(1);
        world.hold("lb1", LB2, () -> toldLb1.add(time.now()));
        world.hold("lb2", "203.0.113.10", () -> toldLb2.add(time.now()));
        time.runUntil(Duration.ofSeconds(60));
        assertThat(toldLb1).as("of two reloads").hasSize(2).last().isEqualTo(Duration.ofMillis(16_002));
        assertThat(toldLb2).as("of a reload and a stray reset").hasSize(2).last().isEqualTo(Duration.ofMillis(18_002));
    }

    @Test
    void whoIsStoppedIsToldWhenItGoesOn() {
        play(new Fault.AgentFrozen("lb1"), new Fault.HaproxyKilled("lb2"));
        assertThat(toldLb1).as("at its thaw").containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void whoHasLetGoIsNotTold() {
        begin(new Fault.HaproxyKilled("lb2"));
        hold().orElseThrow().letGo();
        time.runUntil(Duration.ofSeconds(60));
        assertThat(toldLb1).isEmpty();
        assertThat(world.hold("lb1", LB2, () -> { })).as("it is back").isPresent();
    }

    @Test
    void nobodyHoldsALineToAProcessThatIsGone() {
        begin(new Fault.HaproxyKilled("lb2"));
        time.runUntil(Duration.ofSeconds(15));
        assertThat(world.hold("lb1", LB2, () -> { })).isEmpty();
        assertThat(world.hold("lb1", "203.0.113.99", () -> { })).as("at an address of nobody's").isEmpty();
    }

    private void play(Fault... faults) {
        begin(faults);
        hold();
        time.runUntil(Duration.ofSeconds(60));
    }

    /** lb1's line to lb2; lb2 has one to itself. */
    private Optional<HeldLine> hold() {
        time.runUntil(Duration.ofSeconds(6));
        world.hold("lb2", "", () -> toldLb2.add(time.now()));
        return world.hold("lb1", LB2, () -> toldLb1.add(time.now()));
    }

    private void begin(Fault... faults) {
        Schedule schedule = Schedule.quiet(Duration.ofHours(1));
        for (Fault fault : faults) {
            schedule = schedule.with(10, 20, fault);
        }
        world.begin(schedule, (node, nodeTime, where) -> new Agent() {
            @Override
            public void start() {
                // It only listens.
            }

            @Override
            public void kill() {
                // Nor does it end.
            }
        });
    }
}
