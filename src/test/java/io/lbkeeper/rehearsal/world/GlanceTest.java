package io.lbkeeper.rehearsal.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Health;
import io.lbkeeper.rehearsal.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connection to a port and a ping see of what befalls the other node, and of this node itself. */
class GlanceTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String LB2 = "203.0.113.11";
    private static final Class<? extends Visit> SILENT = Visit.Silent.class;
    private static final Class<? extends Visit> REFUSED = Visit.Refused.class;
    private static final Class<? extends Visit> GONE = Visit.Unreachable.class;
    private static final Class<? extends Visit> THERE = Visit.There.class;

    private final VirtualTime time = new VirtualTime();
    private final World world = new World(Cluster.ofDefaults(2), time, 1, Trace.off());
    private final List<Visit> seen = new ArrayList<>();

    private static final class Sleeper implements Agent {
        @Override
        public void start() {
        }

        @Override
        public void kill() {
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(Arguments.of(new Fault.HaproxyKilled("lb2"), REFUSED, THERE),
                Arguments.of(new Fault.HaproxyHung("lb2"), THERE, THERE),
                Arguments.of(new Fault.HaproxyShows("lb2", Face.STOPPING), REFUSED, THERE),
                Arguments.of(new Fault.HaproxyShows("lb2", Face.BACKENDS_DOWN), THERE, THERE),
                Arguments.of(new Fault.HaproxyShows("lb2", Face.FORBIDDEN), THERE, THERE),
                Arguments.of(new Fault.MachineOff("lb2"), GONE, GONE),
                Arguments.of(new Fault.MachinePaused("lb2"), SILENT, SILENT),
                Arguments.of(new Fault.MachineBlackholed("lb2"), SILENT, SILENT),
                Arguments.of(new Fault.MachineBlackholed("lb1"), SILENT, SILENT),
                Arguments.of(new Fault.LinkCut("lb1", "lb2"), SILENT, SILENT),
                Arguments.of(new Fault.OneWayCut("lb2", "lb1"), SILENT, SILENT),
                Arguments.of(new Fault.Delay("lb1", "lb2", SECOND), SILENT, SILENT),
                Arguments.of(new Fault.AddressRecycled("lb2"), THERE, THERE),
                Arguments.of(new Fault.AddressChanged("lb2", Fault.OldAddress.STRANGER), THERE, THERE),
                Arguments.of(new Fault.AddressChanged("lb2", Fault.OldAddress.REFUSED), REFUSED, THERE),
                Arguments.of(new Fault.AddressChanged("lb2", Fault.OldAddress.SILENT), SILENT, SILENT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void seesWhatItSees(Fault fault, Class<? extends Visit> atPort, Class<? extends Visit> byPing) {
        begin(fault);
        look(7, LB2);
        assertThat(seen).as("before").extracting(visit -> visit.check("lb2").health()).containsOnly(Health.OK);
        look(11, LB2);
        assertThat(seen.get(0)).as("at the port").isInstanceOf(atPort);
        assertThat(seen.get(1)).as("by a ping").isInstanceOf(byPing);
        assertThat(fault.isSeenBy(Glance.PORT)).as("said of the port").isEqualTo(atPort != THERE);
        assertThat(fault.isSeenBy(Glance.MACHINE)).as("said of the ping").isEqualTo(byPing != THERE);
    }

    @Test
    void aNodesOwnPortIsItsHaproxys() {
        begin(new Fault.HaproxyKilled("lb1"), new Fault.MachineBlackholed("lb1"));
        look(9, "");
        assertThat(seen.get(0)).isInstanceOf(THERE);
        look(11, "");
        assertThat(seen.get(0)).isInstanceOf(REFUSED);
    }

    /** A tenth is lost each way: 19 of 100 pings, where the kernel brings a connection about after a second yet. */
    @Test
    void aPingIsNotSentAgain() {
        begin(new Fault.Loss("lb1", "lb2", 0.1));
        time.runUntil(Duration.ofSeconds(11));
        for (int i = 0; i < 2000; i++) {
            world.visit("lb1", LB2, Glance.MACHINE, Duration.ofSeconds(5), seen::add);
        }
        time.runUntil(Duration.ofSeconds(17));
        assertThat(seen.stream().filter(SILENT::isInstance).count() / 20.0).isBetween(15.0, 23.0);
    }

    @Test
    void theUrlTellsWhatIsLookedAt() {
        assertThat(Stream.of("http://192.0.2.1:8404/stats;csv", "tcp://192.0.2.1:443", "ping://[2001:db8::1]")
                .map(Glance::of)).containsExactly(Glance.PAGE, Glance.PORT, Glance.MACHINE);
    }

    private void begin(Fault... faults) {
        Schedule schedule = Schedule.quiet(Duration.ofHours(1));
        for (Fault fault : faults) {
            schedule = schedule.with(10, 20, fault);
        }
        world.begin(schedule, (node, nodeTime, where) -> new Sleeper());
    }

    private void look(long atSecond, String address) {
        seen.clear();
        time.runUntil(Duration.ofSeconds(atSecond));
        world.visit("lb1", address, Glance.PORT, SECOND, seen::add);
        time.runUntil(time.now().plus(SECOND));
        if (!address.isEmpty()) {
            world.visit("lb1", address, Glance.MACHINE, SECOND, seen::add);
            time.runUntil(time.now().plus(SECOND));
        }
    }
}
