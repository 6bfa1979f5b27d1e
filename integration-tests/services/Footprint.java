package services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process holds: octets of live objects (a full collection comes before they are counted), threads, open
 * files and sockets. Source: {@code jcmd PID GC.class_histogram}, and /proc of Linux.
 */
record Footprint(long liveBytes, int threads, int openFiles) {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)$");

    static Footprint of(long pid) throws IOException, InterruptedException {
        String histogram = Program.run(Duration.ofMinutes(1), Map.of(), Path.of(System.getProperty("java.home"), "bin",
                "jcmd").toString(), String.valueOf(pid), "GC.class_histogram").well().output();
        Matcher total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IOException("jcmd " + pid + " GC.class_histogram told no total: " + histogram);
        }
        return new Footprint(Long.parseLong(total.group(1)), entries(pid, "task"), entries(pid, "fd"));
    }

    private static int entries(long pid, String folder) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc", String.valueOf(pid), folder))) {
            return (int) entries.count();
        }
    }
}
