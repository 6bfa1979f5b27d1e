package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a program and all that it has started take. Source: proc(5), {@code smaps_rollup} and {@code stat}; the
 * processor time includes that of children that have ended and were waited for.
 */
public record Usage(double rssMebibytes, double pssMebibytes, double cpuMillis) {
    static final int USER_TIME = 11;
    static final int CHILDREN_USER_TIME = 13;
    private static final double MILLIS_PER_TICK = 10;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double KIBIBYTES = 1024;

    public static Usage of(Stream<ProcessHandle> processes) {
        double rss = 0;
        double pss = 0;
        double cpu = 0;
        for (long pid : processes.map(ProcessHandle::pid).toList()) {
            try {
                Path folder = Path.of("/proc", String.valueOf(pid));
                List<String> memory = Files.readAllLines(folder.resolve("smaps_rollup"));
                rss += kibibytes(memory, "Rss:");
                pss += kibibytes(memory, "Pss:");
                String stat = Files.readString(folder.resolve("stat"));
                cpu += Math.max(threadsMillis(folder), millis(stat, USER_TIME)) + millis(stat, CHILDREN_USER_TIME);
            } catch (IOException ended) {
                // A child that has ended meanwhile: its time is its parent's.
                continue;
            }
        }
        return new Usage(rss / KIBIBYTES, pss / KIBIBYTES, cpu);
    }

    private static double kibibytes(List<String> memory, String key) {
        return memory.stream().filter(line -> line.startsWith(key)).map(line -> line.split("\\s+")[1])
                .mapToDouble(Double::parseDouble).sum();
    }

    /** To the nanosecond, but without the threads that have ended; {@code stat} has those, in whole ticks. */
    private static double threadsMillis(Path folder) throws IOException {
        double sum = 0;
        try (Stream<Path> threads = Files.list(folder.resolve("task"))) {
            for (Path thread : threads.toList()) {
                sum += Double.parseDouble(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
            }
        }
        return sum / NANOS_PER_MILLI;
    }

    /**
     * The name of the program, which may hold anything, is in brackets.
     *
     * @param userField of the time in user mode; that in the kernel's is the next
     */
    static double millis(String stat, int userField) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Double.parseDouble(fields[userField]) + Double.parseDouble(fields[userField + 1])) * MILLIS_PER_TICK;
    }
}
