package io.lbkeeper.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.faults.RateLimit;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The simulation of many pairs on one account, on a small scale. */
class FleetTest {
    private static final Duration FROM = Duration.ofSeconds(120);
    private static final Duration UNTIL = Duration.ofSeconds(720);

    private static Fleet fleet(String limit, int pairs, long seed) {
        return new Fleet(RateLimit.parse(limit), pairs, 2, Map.of(), seed);
    }

    private static Schedule apart(int group) {
        return new Schedule(List.of(), List.of(Duration.ofSeconds(group), Duration.ofSeconds(10 + group)),
                Duration.ofHours(1));
    }

    private static Fleet.Figures atRest(String limit, int pairs, long seed) {
        Fleet fleet = fleet(limit, pairs, seed);
        fleet.begin(FleetTest::apart);
        return fleet.count(FROM, UNTIL);
    }

    @Test
    void aPairAtRestMakesTheCallsThatTheSizingPageReckons() {
        Fleet.Figures seen = atRest("aws", 5, 1);
        assertThat(seen.load().offered()).as("in ten minutes each owner reads 120 times and each standby 10 times")
                .isBetween(5L * (120 + 10) - 5, 5L * (120 + 10) + 5);
        assertThat(seen.load().throttledPercent()).isZero();
        assertThat(seen.longestUnread()).as("an owner reads each interval").isLessThan(Duration.ofMillis(5_200));
        assertThat(seen.moved()).as("moves").isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(atRest("1/s,burst 2", 8, 7)).isEqualTo(atRest("1/s,burst 2", 8, 7));
    }

    @Test
    void aLostOwnerIsReplacedInItsGroupAloneAndTheTimeIsCountedFromTheLoss() {
        Fleet fleet = fleet("aws", 4, 1);
        fleet.begin(group -> group == 2 ? apart(group).forGood(FROM.toSeconds(), new Fault.MachineBlackholed("lb1"))
                : apart(group));
        Fleet.Figures seen = fleet.count(FROM, UNTIL);
        assertThat(seen.moved()).hasSize(1).first().asInstanceOf(
                org.assertj.core.api.InstanceOfAssertFactories.DURATION).isBetween(Duration.ofSeconds(5),
                        Duration.ofSeconds(20));
        assertThat(seen.falseMoves()).isZero();
    }

    @Test
    void othersTakeFromTheSameBuckets() {
        Fleet fleet = fleet("aws", 1, 1);
        fleet.begin(FleetTest::apart);
        fleet.busyOthers(40, FROM, UNTIL);
        Fleet.Figures seen = fleet.count(FROM, UNTIL);
        assertThat(seen.load().offeredPerSecond()).isBetween(38.0, 43.0);
        assertThat(seen.load().servedPerSecond()).as("10/s and the burst once").isBetween(9.9, 10.2);
        assertThat(seen.longestUnread()).as("with three of four calls refused").isGreaterThan(Duration.ofSeconds(10));
    }
}
