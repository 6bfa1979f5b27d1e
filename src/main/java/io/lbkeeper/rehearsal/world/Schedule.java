package io.lbkeeper.rehearsal.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What goes wrong in one run, and when.
 *
 * @param starts when each node comes up, by its number; empty where chance says it, within the first interval
 * @param length how long the run takes; the time after the last change of a fault is for settling
 */
public record Schedule(List<Planned> faults, List<Duration> starts, Duration length) {
    public Schedule {
        starts = List.copyOf(starts);
        faults = faults.stream().sorted(Comparator.comparing(Planned::from)).toList();
    }

    public static Schedule quiet(Duration length) {
        return new Schedule(List.of(), List.of(), length);
    }

    /** Whose nodes come up at these times. */
    public Schedule starting(Duration... times) {
        return new Schedule(faults, List.of(times), length);
    }

    /**
     * The same with everything up to {@code most} later, as the seed says: what happens must not depend on how the
     * nodes' clocks stand to each other. Who starts at once still does.
     */
    public Schedule drifted(long seed, Duration most) {
        SplittableRandom random = new SplittableRandom(seed);
        Duration later = Duration.ofNanos(random.nextLong(most.toNanos()));
        return new Schedule(faults.stream().map(planned -> planned.later(later)).toList(), starts.stream()
                .map(start -> start.isZero() ? start : start.plusNanos(random.nextLong(most.toNanos()))).toList(),
                length);
    }

    /** With a fault from {@code from} to {@code until}, seconds since the beginning. */
    public Schedule with(long fromSeconds, long untilSeconds, Fault fault) {
        return with(new Planned(Duration.ofSeconds(fromSeconds), Duration.ofSeconds(untilSeconds), fault));
    }

    /** With a fault that stays to the end. */
    public Schedule forGood(long fromSeconds, Fault fault) {
        return with(new Planned(Duration.ofSeconds(fromSeconds), Planned.FOR_GOOD, fault));
    }

    private Schedule with(Planned planned) {
        List<Planned> more = new ArrayList<>(faults);
        more.add(planned);
        return new Schedule(more, starts, length);
    }

    /** When the last fault begins, or the last that heals has healed with all its consequences. */
    public Duration lastChange() {
        return faults.stream().map(planned -> planned.heals() ? planned.until().plus(planned.fault().aftermath())
                : planned.from()).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    /** Whether no fault that stays to the end keeps the nodes writing. */
    public boolean endsQuietly() {
        return faults.stream().allMatch(planned -> planned.heals() || planned.fault().allowsRest());
    }
}
