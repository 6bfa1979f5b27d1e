package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import network.Tool;

/** On what machine, with which versions and with which options a run was made. */
final class Versions {
    private Versions() {
    }

    static List<String> told(Bench bench) {
        List<String> told = new ArrayList<>();
        told.add("Run on " + LocalDate.now() + ": " + bench.options.rounds + " rounds, " + bench.options.loss()
                .toSeconds() + " s of loss and of rest, " + bench.options.cut().toSeconds() + " s of cut, seed "
                + bench.options.seed + ".");
        told.add("Machine: " + Runtime.getRuntime().availableProcessors() + " × " + processor() + ", " + memory()
                + " GiB, Linux " + System.getProperty("os.version") + ".");
        told.add("Versions: lbkeeper " + commit() + " on Java " + System.getProperty("java.version") + "; "
                + Stream.concat(Stream.of("haproxy"), bench.contenders.stream().flatMap(contender -> contender
                .packages().stream())).distinct().map(Versions::version).collect(Collectors.joining(", ")) + ".");
        return told;
    }

    private static String version(String name) {
        return name + " " + Tool.attempt("", "dpkg-query", "-W", "-f", "${Version}", name).printed();
    }

    private static String commit() {
        Tool.Outcome commit = Tool.attempt("", "git", "describe", "--always", "--dirty");
        return commit.exitCode() == 0 ? commit.printed() : "of an unknown commit";
    }

    private static String processor() {
        return first("/proc/cpuinfo", "model name").replaceFirst(".*: ", "");
    }

    private static long memory() {
        return Math.round(Double.parseDouble(first("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / (1 << 20));
    }

    private static String first(String file, String key) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key)).findFirst().orElse("0");
        } catch (IOException failed) {
            return "0";
        }
    }
}
