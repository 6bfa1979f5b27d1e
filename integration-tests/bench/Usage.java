package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program and all that it has started take. Source: proc(5), {@code smaps_rollup} and {@code stat}; the processor
 * time includes that of children that have ended and were waited for.
 */
record Usage(double rssMebibytes, double pssMebibytes, double cpuMillis) {
    private static final int USER_TIME = 11;
    private static final int CHILDREN_SYSTEM_TIME = 14;
    private static final double MILLIS_PER_TICK = 10;
    private static final double KIBIBYTES = 1024;

    static Usage of(Stream<ProcessHandle> processes) {
        double rss = 0;
        double pss = 0;
        double cpu = 0;
        for (long pid : processes.map(ProcessHandle::pid).toList()) {
            try {
                Path folder = Path.of("/proc", String.valueOf(pid));
                List<String> memory = Files.readAllLines(folder.resolve("smaps_rollup"));
                rss += kibibytes(memory, "Rss:");
                pss += kibibytes(memory, "Pss:");
                cpu += ticks(Files.readString(folder.resolve("stat")));
            } catch (IOException ended) {
                // A child that has ended meanwhile: its time is its parent's.
                continue;
            }
        }
        return new Usage(rss / KIBIBYTES, pss / KIBIBYTES, cpu * MILLIS_PER_TICK);
    }

    private static double kibibytes(List<String> memory, String key) {
        return memory.stream().filter(line -> line.startsWith(key)).map(line -> line.split("\\s+")[1])
                .mapToDouble(Double::parseDouble).sum();
    }

    /** The name of the program, which may hold anything, is in brackets. */
    static double ticks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double sum = 0;
        for (int i = USER_TIME; i <= CHILDREN_SYSTEM_TIME; i++) {
            sum += Double.parseDouble(fields[i]);
        }
        return sum;
    }
}
