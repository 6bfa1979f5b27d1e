package io.lbkeeper.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Planned;
import io.lbkeeper.rehearsal.world.Schedule;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final int SCHEDULES = 10_000;
    private static final List<String> PAIR = List.of("lb1", "lb2");

    @Test
    void theSameSeedDrawsTheSameSchedule() {
        assertThat(Generator.draw(PAIR, 42)).isEqualTo(Generator.draw(PAIR, 42)).isNotEqualTo(Generator.draw(PAIR, 43));
    }

    @Test
    void eachKindOfFaultAndEachPairOfKindsComesOften() {
        Map<String, Integer> kinds = new HashMap<>();
        Map<String, Integer> pairs = new HashMap<>();
        for (long seed = 0; seed < SCHEDULES; seed++) {
            Schedule schedule = Generator.draw(PAIR, seed);
            TreeSet<String> overlapping = new TreeSet<>();
            schedule.faults().forEach(one -> kinds.merge(kind(one), 1, Integer::sum));
            schedule.faults().forEach(one -> schedule.faults().stream().filter(other -> overlap(one, other))
                    .forEach(other -> overlapping.add(kind(one) + "+" + kind(other))));
            overlapping.forEach(pair -> pairs.merge(pair, 1, Integer::sum));
        }

        List<String> all = Arrays.stream(Fault.class.getPermittedSubclasses()).map(Class::getSimpleName).toList();
        assertThat(kinds.keySet()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(kinds.values()).allMatch(count -> count > 500);
        for (String one : all) {
            for (String other : all) {
                assertThat(pairs).as("overlapping, in " + SCHEDULES + " schedules").containsKey(one + "+" + other);
            }
        }
    }

    @Test
    void theLastThirdOfTheHourIsQuiet() {
        for (long seed = 0; seed < SCHEDULES; seed++) {
            Schedule schedule = Generator.draw(PAIR, seed);
            assertThat(schedule.lastChange()).as("seed " + seed).isLessThan(Duration.ofMinutes(50));
            assertThat(schedule.endsQuietly()).isTrue();
        }
    }

    private static String kind(Planned planned) {
        return planned.fault().getClass().getSimpleName();
    }

    private static boolean overlap(Planned one, Planned other) {
        return one != other && one.from().compareTo(other.until()) < 0 && other.from().compareTo(one.until()) < 0;
    }
}
