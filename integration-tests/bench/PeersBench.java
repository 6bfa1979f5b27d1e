package bench;

import java.io.IOException;
import java.nio.file.Path;
import network.Namespaces;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What {@code bin/bench peers} runs: lbkeeper beside what else people use, on the same faults. */
public final class PeersBench {
    private static final Path PAGE = Path.of("src/main/docs/bench.md");

    private PeersBench() {
    }

    /** Ends with 0 when it has measured, and with 2 where it can't. */
    public static void main(String[] arguments) {
        Options options = new Options();
        CommandLine line = Options.commandLine(options).setCommandName("bin/bench peers");
        try {
            line.parseArgs(arguments);
            if (options.help) {
                line.usage(System.out);
                System.exit(0);
            }
            options.judge();
            String obstacle = Namespaces.obstacle().orElse("");
            if (!obstacle.isEmpty()) {
                System.err.println("bin/bench: network namespaces can't be used: " + obstacle);
                System.exit(2);
            }
            measure(options);
            System.exit(0);
        } catch (ParameterException wrong) {
            System.err.println("bin/bench: " + wrong.getMessage() + "; see bin/bench peers --help");
        } catch (IOException failed) {
            System.err.println("bin/bench: " + failed.getMessage());
        }
        System.exit(2);
    }

    private static void measure(Options options) throws IOException {
        Bench bench = new Bench(options);
        bench.say("seed " + options.seed + "; this takes about " + (Estimate.of(bench).toSeconds() / 60 + 1)
                + " minutes");
        bench.run();
        Report report = new Report(bench);
        report.writeTo(options.out);
        if (options.write) {
            report.writeInto(PAGE);
        }
        String.join("\n", Versions.told(bench)).lines().forEach(System.out::println);
        System.out.println("\n" + report.table());
        bench.say("every sample is in " + options.out);
    }
}
