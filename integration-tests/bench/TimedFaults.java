package bench;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;

/**
 * Times faults of one setting: all contenders run, one at a time is struck, and they take turns. While one of them is
 * timed nothing is started or mended elsewhere, but one that did not settle.
 */
final class TimedFaults {
    private static final Duration PACE = Duration.ofMillis(10);
    private static final int MISSES = 2;
    /** Fair: whoever has waited longest is next. */
    private final Semaphore turns;
    private final Bench bench;
    private final Setting setting;
    private final List<Line> lines;

    TimedFaults(Bench bench, Setting setting) {
        this.bench = bench;
        this.setting = setting;
        turns = new Semaphore(bench.options.atOnce, true);
        lines = bench.lines().stream().filter(line -> line.fault().isPresent() && line.setting() == setting).toList();
    }

    void run() {
        if (!lines.isEmpty()) {
            bench.forEachContender(this::playAll);
        }
    }

    private void playAll(Contender contender) {
        if (contender.obstacle(setting).isPresent()) {
            lines.forEach(line -> bench.results.fail(contender.name(), line, contender.obstacle(setting).get()));
            return;
        }
        if (contender.fall(setting) != setting.fall()) {
            lines.forEach(line -> bench.results.note(contender.name(), line, "with fall " + contender.fall(setting)));
        }
        try (Site site = new Site(contender, setting, "faults", PACE)) {
            site.open();
            new Play(site).all();
        } catch (Missed failed) {
            lines.forEach(line -> bench.results.fail(contender.name(), line, failed.getMessage()));
        }
    }

    /** All rounds of one contender. */
    private final class Play {
        private final Site site;
        private final Contender contender;
        private final SplittableRandom chance;

        Play(Site site) {
            this.site = site;
            contender = site.contender;
            chance = bench.chance(contender.name() + setting.name());
        }

        void all() {
            settle();
            for (int round = 0; round < bench.options.rounds; round++) {
                for (Line line : lines) {
                    if (!isHopeless(line)) {
                        play(line);
                    }
                }
            }
        }

        private boolean isHopeless(Line line) {
            Results.Cell cell = bench.results.cell(contender.name(), line);
            return cell.samples().isEmpty() && cell.failures().size() >= MISSES;
        }

        private void play(Line line) {
            Fault fault = line.fault().orElseThrow();
            Wait.pause(Duration.ofNanos(chance.nextLong(contender.interval(setting).toNanos())));
            turns.acquireUninterruptibly();
            try {
                strike(line, fault, site.holder());
            } catch (Missed failed) {
                bench.results.fail(contender.name(), line, failed.getMessage());
                bench.say(contender.name() + " " + line.id + ": " + failed.getMessage() + "; it is started anew");
                // Some are stuck then, and would only miss more: each round shall have the same chance.
                site.reopen();
            } finally {
                turns.release();
            }
            settleOrReopen(line);
        }

        private void strike(Line line, Fault fault, Machine holder) {
            try {
                Fault.Began began = fault.strike(site, holder);
                long answered = site.awaitAnswer(site.other(holder), began.nanos(), patience(fault));
                bench.results.add(contender.name(), line, (answered - began.nanos()) / 1e9);
                if (fault == Fault.HAND_OVER) {
                    bench.results.add(contender.name(), Line.HAND_OVER_WRITTEN, Math.max(0, answered
                            - began.againNanos()) / 1e9);
                }
                bench.tell(contender, line, (answered - began.nanos()) / 1e9);
            } finally {
                fault.undo(site, holder);
            }
        }

        private Duration patience(Fault fault) {
            return fault.floor(contender, setting).multipliedBy(3).dividedBy(2).plusSeconds(6);
        }

        private void settleOrReopen(Line line) {
            try {
                settle();
            } catch (Missed failed) {
                bench.say(contender.name() + " after " + line.id + ": " + failed.getMessage() + "; it is started anew");
                bench.results.note(contender.name(), line, "afterwards " + failed.getMessage());
                site.reopen();
                settle();
            }
        }

        /** All are well, the name stays, and as many checks have been made as it takes to know it. */
        private void settle() {
            Duration time = contender.interval(setting).multipliedBy(bench.options.settle);
            site.awaitPlaces(time.multipliedBy(3));
            long[] since = {System.nanoTime()};
            String[] name = {site.answers().now()};
            Wait.until("the name to stay for " + time.toSeconds() + " s", time.multipliedBy(5).plusSeconds(10), () -> {
                String now = site.answers().now();
                if (!now.equals(name[0])) {
                    name[0] = now;
                    since[0] = System.nanoTime();
                }
                return System.nanoTime() - since[0] >= time.toNanos();
            });
            site.awaitPlaces(time);
        }
    }
}
