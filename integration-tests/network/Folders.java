package network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders of tests and benches, with all that is in them. */
public final class Folders {
    private Folders() {
    }

    /** Makes it, and empties it of what a run before has left there. */
    public static Path empty(Path folder) {
        try {
            Files.createDirectories(folder);
            remove(folder);
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("making the folder " + folder, failed);
        }
    }

    public static void remove(Path folder) throws IOException {
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
