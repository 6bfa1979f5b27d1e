package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Schedule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A story of the fault catalogue, ready to be played.
 *
 * @param name     by which people ask for it
 * @param rows     the rows of the fault catalogue that it is about
 * @param what     what happens, in one sentence
 */
public record Scenario(String name, List<Integer> rows, String what, Schedule schedule, Expected expected) {
    private static final Duration DRIFT = Duration.ofSeconds(5);
    private static final Duration LENGTH = Duration.ofMinutes(15);
    /** The first node is up and has the name before the next one comes. */
    private static final Duration LATER = Duration.ofSeconds(8);

    /** One in which nothing goes wrong yet: the first node has the name, and keeps it. */
    static Scenario named(String name, int... rows) {
        Schedule schedule = Schedule.quiet(LENGTH).starting(Duration.ZERO, LATER, LATER.plusSeconds(1),
                LATER.plusSeconds(2), LATER.plusSeconds(3));
        return new Scenario(name, Arrays.stream(rows).boxed().toList(), "", schedule,
                new Expected(List.of(), 0, Optional.empty(), Optional.empty()));
    }

    /** The schedule as this seed plays it: all comes some seconds later, so that it meets the nodes anywhere. */
    public Schedule schedule(long seed) {
        return schedule.drifted(seed, DRIFT);
    }

    Scenario what(String sentence) {
        return new Scenario(name, rows, sentence, schedule, expected);
    }

    Scenario with(long fromSeconds, long untilSeconds, Fault fault) {
        return on(schedule.with(fromSeconds, untilSeconds, fault));
    }

    /** With a fault of each of these nodes. */
    Scenario withEach(List<String> nodes, long fromSeconds, long untilSeconds, Function<String, Fault> fault) {
        Scenario scenario = this;
        for (String node : nodes) {
            scenario = scenario.with(fromSeconds, untilSeconds, fault.apply(node));
        }
        return scenario;
    }

    Scenario forGood(long fromSeconds, Fault fault) {
        return on(schedule.forGood(fromSeconds, fault));
    }

    Scenario starting(Duration... times) {
        return on(schedule.starting(times));
    }

    Scenario endsOn(String... holders) {
        return expecting(new Expected(List.of(holders), expected.mostMoves(), expected.mostChanges(),
                expected.recovery()));
    }

    Scenario moves(int most) {
        return expecting(new Expected(expected.holders(), most, expected.mostChanges(), expected.recovery()));
    }

    Scenario changes(int most) {
        return expecting(new Expected(expected.holders(), expected.mostMoves(), Optional.of(most),
                expected.recovery()));
    }

    Scenario within(Duration recovery) {
        return expecting(new Expected(expected.holders(), expected.mostMoves(), expected.mostChanges(),
                Optional.of(recovery)));
    }

    /** With more than two nodes each other one may do what the standby may, and registers itself. */
    Scenario among(List<String> nodes) {
        List<String> others = nodes.subList(2, nodes.size());
        List<String> holders = expected.holders().contains(nodes.get(1))
                ? Stream.concat(expected.holders().stream(), others.stream()).toList() : expected.holders();
        return expecting(new Expected(holders, expected.mostMoves(), expected.mostChanges().map(most -> most
                + others.size()), expected.recovery()));
    }

    private Scenario on(Schedule other) {
        return new Scenario(name, rows, what, other, expected);
    }

    private Scenario expecting(Expected other) {
        return new Scenario(name, rows, what, schedule, other);
    }
}
