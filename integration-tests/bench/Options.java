package bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is given to {@code bin/bench peers}. */
final class Options {
    private static final double QUICK_MINUTES = 0.5;
    private static final int QUICK_ROUNDS = 2;
    private static final Duration QUICK_CUT = Duration.ofSeconds(15);

    @Option(names = "--rounds", defaultValue = "12", paramLabel = "N", description = "so many samples of each time"
            + " (default: ${DEFAULT-VALUE})")
    int rounds;

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "these contenders, of: lbkeeper, gdnsd,"
            + " PowerDNS, keepalived, keepalived-exit, loop-aws, loop-curl")
    private List<String> only = List.of();

    @Option(names = "--faults", split = ",", paramLabel = "LINE", description = "these lines of the table, of: rest,"
            + " start, kill-fall-1, hang-fall-1, blackhole-fall-1, kill-fall-3, hang-fall-3, blackhole-fall-3,"
            + " alone-fall-3, kill-5s, hand-over, loss-10, loss-30, cut")
    private List<String> faults = List.of();

    @Option(names = "--quick", description = "two rounds, half a minute of loss and rest, a cut of 15 s")
    private boolean quick;

    @Option(names = "--settle", defaultValue = "4", paramLabel = "N", description = "so many intervals all must have"
            + " been well before the next fault (default: ${DEFAULT-VALUE})")
    int settle;

    @Option(names = "--at-once", defaultValue = "1", paramLabel = "N", description = "so many contenders are struck"
            + " at the same time; more takes less time and disturbs more (default: ${DEFAULT-VALUE})")
    int atOnce;

    @Option(names = "--loss-minutes", defaultValue = "5", paramLabel = "MINUTES", description = "how long the lossy"
            + " link and the rest last (default: ${DEFAULT-VALUE})")
    private double lossMinutes;

    @Option(names = "--seed", paramLabel = "N", description = "of the moments at which faults come; one is drawn and"
            + " printed otherwise")
    long seed = System.nanoTime() % 1_000_000;

    @Option(names = "--out", defaultValue = "target/bench/results", paramLabel = "FOLDER", description = "where"
            + " results.csv, results.json and table.md go (default: ${DEFAULT-VALUE})")
    Path out;

    @Option(names = "--write", description = "also put the table into src/main/docs/bench.md")
    boolean write;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "this text")
    boolean help;

    @Spec
    private CommandSpec spec;
    private List<Contender> contenders;
    private List<Line> lines;

    /** Judges what was given; throws picocli's own exception where it is wrong. */
    void judge() {
        rounds = quick ? Math.min(rounds, QUICK_ROUNDS) : rounds;
        lossMinutes = quick ? Math.min(lossMinutes, QUICK_MINUTES) : lossMinutes;
        if (rounds < 1 || settle < 1 || atOnce < 1 || lossMinutes <= 0) {
            throw new ParameterException(spec.commandLine(), "--rounds, --settle, --at-once and --loss-minutes"
                    + " must be above 0");
        }
        contenders = chosen("--only", only, Contender.ALL, contender -> Stream.of(contender.name()));
        lines = chosen("--faults", faults, Arrays.asList(Line.values()), line -> Stream.of(line.id, group(line)));
    }

    /** What is measured together has one name. */
    private static String group(Line line) {
        return switch (line) {
            case RSS, PSS, CPU_HOLDER, CPU_OTHER -> "rest";
            case HAND_OVER_WRITTEN -> Line.HAND_OVER.id;
            case AFTER_CUT -> Line.CUT.id;
            default -> line.id;
        };
    }

    private <T> List<T> chosen(String option, List<String> given, List<T> all, Function<T, Stream<String>> names) {
        List<String> known = all.stream().flatMap(names).distinct().toList();
        List<String> unknown = new ArrayList<>(given);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new ParameterException(spec.commandLine(), option + " " + String.join(",", unknown)
                    + " is not known; there are " + known.stream().collect(Collectors.joining(", ")));
        }
        return given.isEmpty() ? all : all.stream().filter(one -> names.apply(one).anyMatch(given::contains)).toList();
    }

    List<Contender> contenders() {
        return contenders;
    }

    List<Line> lines() {
        return lines;
    }

    Duration loss() {
        return Duration.ofMillis((long) (lossMinutes * 60_000));
    }

    Duration cut() {
        return quick ? QUICK_CUT : Duration.ofSeconds(120);
    }

    static CommandLine commandLine(Options options) {
        return new CommandLine(CommandSpec.forAnnotatedObject(options)).setUsageHelpWidth(120);
    }
}
