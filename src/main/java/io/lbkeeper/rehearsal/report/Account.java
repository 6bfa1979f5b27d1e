package io.lbkeeper.rehearsal.report;

import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.world.Happening;
import io.lbkeeper.rehearsal.world.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run and all that came of it.
 *
 * @param name     by which it is asked for
 * @param told     what it is about, in one sentence
 * @param seed     that repeats it
 * @param breaches promises that were broken, and expectations that were not met, by time
 * @param repeat   the command that runs it again
 * @param shortfall what could not be promised in it
 */
public record Account(String name, String told, Schedule schedule, long seed, List<Breach> breaches,
        List<Happening> trace, History history, String repeat, Shortfall shortfall) {
    /** The name of a breach that is no broken promise: the scenario went otherwise than foreseen. */
    static final String AS_EXPECTED = "as-expected";

    public Account {
        breaches = List.copyOf(breaches);
        trace = List.copyOf(trace);
    }

    boolean isGood() {
        return breaches.isEmpty();
    }

    /** Whether all that was broken can't be promised with such a DNS provider, or such checks. */
    boolean isBeyond() {
        return !isGood() && shortfall.covers(broken());
    }

    Duration length() {
        return history.length();
    }

    /** When the last thing happens: a fault, a heal, a change of the records, a breach. */
    Duration lastEvent() {
        Stream<Duration> faults = schedule.faults().stream().flatMap(planned -> planned.heals()
                ? Stream.of(planned.from(), planned.until()) : Stream.of(planned.from()));
        return Stream.of(faults, history.written().stream().map(Written::at), brokenPromises().map(Breach::at))
                .flatMap(times -> times).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Without what is only judged when all is over. */
    Stream<Breach> brokenPromises() {
        return breaches.stream().filter(breach -> !breach.invariant().equals(AS_EXPECTED));
    }

    /** The verdict in one line. */
    String verdict() {
        return isGood() ? "ok" : badWord() + ": " + String.join(", ", broken());
    }

    String badWord() {
        return isBeyond() ? "NOT SURVIVED" : "BROKEN";
    }

    /** The names of what was broken, each once, in the order of time. */
    List<String> broken() {
        return breaches.stream().map(Breach::invariant).distinct().toList();
    }
}
