package bench;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What all parts of a run share: its options, who takes part, and where the results go. */
final class Bench {
    final Options options;
    final List<Contender> contenders;
    final Results results = new Results();
    private final long began = System.nanoTime();

    Bench(Options options) {
        this.options = options;
        contenders = options.contenders();
    }

    /** What is to be measured; some of it comes together only. */
    List<Line> lines() {
        return options.lines();
    }

    /** Each random choice depends on the seed and on what it is for alone. */
    SplittableRandom chance(String purpose) {
        return new SplittableRandom(options.seed + purpose.hashCode());
    }

    void run() {
        new Starts(this).run();
        Stream.of(Setting.FALL_1, Setting.FALL_3, Setting.EASY).forEach(setting -> new TimedFaults(this, setting)
                .run());
        new LongRuns(this).run();
    }

    void forEachContender(Consumer<Contender> part) {
        inParallel(contenders.stream().map(contender -> (Runnable) () -> part.accept(contender)).toList());
    }

    /** What one of them throws is told, and the others go on. */
    void inParallel(List<Runnable> parts) {
        List<Thread> threads = parts.stream().map(part -> new Thread(() -> {
            try {
                part.run();
            } catch (RuntimeException failed) {
                say("a part of the bench failed: " + failed);
                failed.printStackTrace();
            }
        })).toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    void tell(Contender contender, Line line, double value) {
        say(String.format(Locale.ROOT, "%s %s %." + line.decimals + "f", contender.name(), line.id, value));
    }

    void say(String what) {
        System.err.printf(Locale.ROOT, "%5d s  %s%n", (System.nanoTime() - began) / 1_000_000_000, what);
    }
}
