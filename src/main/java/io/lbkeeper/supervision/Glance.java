package io.lbkeeper.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads an operator's files where they may have changed since the last time. A file is taken for the same only while
 * its inode, its size and the time of its last change of any kind are, which nobody can set back.
 */
public final class Glance {
    /** What was changed so shortly before a reading may be changed again without its time showing it. */
    private static final Duration COARSEST_TIME = Duration.ofSeconds(2);
    /** Whatever a file system may keep to itself is seen after so many glances. */
    private static final int LONGEST_TRUST = 60;
    private static final String SIGNS = "unix:dev,ino,size,mode,ctime";

    private final Supplier<Instant> wall;
    private Saved last;
    private Map<Path, Map<String, Object>> signs = Map.of();
    private int glances;

    /** @param wall the clock by which the file system tells its times */
    public Glance(Supplier<Instant> wall) {
        this.wall = wall;
    }

    /**
     * The files as they are now.
     *
     * @throws IOException as {@link Saved#read} does
     */
    public Saved read(Path settings, Path routes) throws IOException {
        if (last != null && last.settings().equals(settings) && last.routes().equals(routes)
                && ++glances < LONGEST_TRUST && !signs.isEmpty() && signs.equals(signs(last))) {
            return last;
        }
        Instant begin = wall.get();
        signs = Map.of();
        glances = 0;
        last = Saved.read(settings, routes);
        Map<Path, Map<String, Object>> read = signs(last);
        if (read.values().stream().allMatch(sign -> isBefore(sign, begin.minus(COARSEST_TIME)))) {
            signs = read;
        }
        return last;
    }

    private static boolean isBefore(Map<String, Object> sign, Instant time) {
        return sign.isEmpty() || ((FileTime) sign.get("ctime")).toInstant().isBefore(time);
    }

    /** Of each file and of the folders: what comes to a folder or goes changes its time. */
    private static Map<Path, Map<String, Object>> signs(Saved saved) {
        Map<Path, Map<String, Object>> signs = new HashMap<>();
        saved.texts().keySet().forEach(file -> signs.put(file, sign(file)));
        saved.folders().forEach(folder -> signs.put(folder, sign(folder)));
        return signs;
    }

    /** Empty for what is not there or can't be looked at. */
    private static Map<String, Object> sign(Path file) {
        try {
            return Files.readAttributes(file, SIGNS);
        } catch (IOException e) {
            return Map.of();
        }
    }
}
