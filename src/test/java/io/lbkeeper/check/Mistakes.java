package io.lbkeeper.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All the mistakes in {@code src/test/resources/mistakes}, each made in a copy of what is shipped. */
public final class Mistakes {
    private static final Path FOLDER = Path.of("src/test/resources");
    private static final Path ROUTES = Path.of("routes");
    private static final Path SETTINGS = Path.of("src/main/conf/lbkeeper.properties");

    private Mistakes() {
    }

    public static List<Mistake> all() throws IOException {
        return in("mistakes");
    }

    /** Edits of another folder, which are no mistakes. */
    static List<Mistake> in(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().map(Mistakes::read).toList();
        }
    }

    /** Copies what is shipped, for a mistake to be made in it: the settings, and the folder routes beside them. */
    public static Path copyInto(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(ROUTES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("routes").resolve(ROUTES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return Files.copy(SETTINGS, folder.resolve(Mistake.SETTINGS));
    }

    private static Mistake read(Path file) {
        try {
            String[] parts = Files.readString(file).split("(?m)^--- (?:was|is)\n", -1);
            Map<String, String> keys = new HashMap<>();
            parts[0].lines().forEach(line -> keys.put(line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip()));
            return new Mistake(file.getFileName().toString().replace(".txt", ""), keys.get("in"),
                    keys.getOrDefault("how", "edit"), keys.getOrDefault("found", keys.get("in")), keys.get("on"),
                    keys.get("says"), trimmed(parts[1]), trimmed(parts[2]));
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("the mistake in " + file + " could not be read", e);
        }
    }

    /** The last line end belongs to the form of the description. */
    private static String trimmed(String part) {
        return part.endsWith("\n") ? part.substring(0, part.length() - 1) : part;
    }
}
