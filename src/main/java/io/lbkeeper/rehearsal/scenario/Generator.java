package io.lbkeeper.rehearsal.scenario;

import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Planned;
import io.lbkeeper.rehearsal.world.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws what goes wrong in one simulated hour: in its first three quarters a handful of episodes, in each of which
 * one to three faults come close together, or all nodes fail in turn; each fault heals, but sometimes the last.
 * Then it is quiet, so that everything can settle.
 */
public final class Generator {
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final long FIRST_MILLIS = 30_000;
    private static final long LAST_MILLIS = 2_400_000;
    private static final int LONGEST_EPISODE_MILLIS = 240_000;

    private final List<String> nodes;
    private final SplittableRandom random;
    private final FaultKinds kinds;
    private final List<Planned> faults = new ArrayList<>();

    private Generator(List<String> nodes, long seed) {
        this.nodes = nodes;
        random = new SplittableRandom(seed);
        kinds = new FaultKinds(nodes, random);
    }

    /** The schedule of this seed: the same one each time. */
    public static Schedule draw(List<String> nodes, long seed) {
        return new Generator(nodes, seed).draw();
    }

    private Schedule draw() {
        int episodes = random.nextInt(3, 12);
        for (int i = 0; i < episodes; i++) {
            long at = random.nextLong(FIRST_MILLIS, LAST_MILLIS);
            switch (random.nextInt(6)) {
                case 0 -> inTurn(at);
                case 1 -> all(at);
                default -> together(at);
            }
        }
        if (random.nextInt(5) < 2) {
            long end = faults.stream().mapToLong(planned -> planned.until().toMillis()).max().orElse(0);
            add(end + random.nextInt(1, 20_000), -1, kinds.drawLasting());
        }
        return new Schedule(faults, List.of(), LENGTH);
    }

    /** One to three faults that begin within some seconds. */
    private void together(long at) {
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            long from = at + random.nextInt(20_000);
            add(from, from + length(), kinds.draw());
        }
    }

    /** The nodes' HAProxies fail one after the other: the name goes round as fast as it may. */
    private void inTurn(long at) {
        int turns = random.nextInt(2, 7);
        int step = random.nextInt(8_000, 40_000);
        for (int i = 0; i < turns; i++) {
            long from = at + (long) i * step;
            add(from, from + step + random.nextInt(-3_000, 3_000), new Fault.HaproxyKilled(nodes.get(i
                    % nodes.size())));
        }
    }

    /** All nodes are hit at once, and come back one by one. */
    private void all(long at) {
        for (String node : nodes) {
            long from = at + random.nextInt(10_000);
            Fault fault = random.nextBoolean() ? new Fault.HaproxyKilled(node) : new Fault.MachineOff(node);
            add(from, from + length(), fault);
        }
    }

    /** Short ones are as likely as long ones, by their order of magnitude. */
    private long length() {
        return (long) (500 * Math.pow(LONGEST_EPISODE_MILLIS / 500.0, random.nextDouble()));
    }

    private void add(long fromMillis, long untilMillis, Fault fault) {
        faults.add(new Planned(Duration.ofMillis(fromMillis), untilMillis < 0 ? Planned.FOR_GOOD
                : Duration.ofMillis(untilMillis), fault));
    }
}
