package bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** About how long a run takes. */
final class Estimate {
    private static final Duration START = Duration.ofSeconds(4);
    /** To be on the safe side of what was seen: peers take longer than their floors. */
    private static final double SLACK = 1.4;
    private static final double MENDING_SECONDS = 0.7;

    private Estimate() {
    }

    static Duration of(Bench bench) {
        int contenders = bench.contenders.size();
        List<Line> lines = bench.lines();
        Duration sum = Duration.ZERO;
        if (lines.contains(Line.START)) {
            sum = sum.plus(START.multipliedBy((long) contenders * bench.options.rounds));
        }
        for (Setting setting : List.of(Setting.FALL_1, Setting.FALL_3, Setting.EASY)) {
            sum = sum.plus(timed(bench, setting));
        }
        return sum.plus(together(bench, Line.LOSS_10, Line.LOSS_30)).plus(together(bench, Line.CUT, Line.RSS));
    }

    /** The turns make a queue, but each contender also has to settle between its own. */
    private static Duration timed(Bench bench, Setting setting) {
        List<Line> lines = bench.lines().stream().filter(line -> line.fault().isPresent() && line.setting() == setting)
                .toList();
        double queue = 0;
        double longest = 0;
        for (Contender contender : bench.contenders) {
            double turns = lines.stream().mapToDouble(line -> line.floor(contender).orElse(0.5) * SLACK
                    + MENDING_SECONDS).sum();
            double settling = lines.size() * Line.seconds(contender.interval(setting)) * (bench.options.settle + 0.5);
            queue += turns;
            longest = Math.max(longest, turns + settling);
        }
        double opening = lines.isEmpty() ? 0 : Line.seconds(START) * bench.contenders.size();
        return Duration.ofMillis((long) (1000 * (opening + bench.options.rounds * Math.max(queue / bench.options.atOnce, longest))));
    }

    private static Duration together(Bench bench, Line... parts) {
        List<Line> wanted = Stream.of(parts).filter(bench.lines()::contains).toList();
        return wanted.isEmpty() ? Duration.ZERO : START.multipliedBy((long) wanted.size() * bench.contenders.size())
                .plus(bench.options.loss());
    }
}
