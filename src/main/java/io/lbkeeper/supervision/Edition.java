package io.lbkeeper.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One set of an operator's files as it is run, mostly as a copy that nobody edits.
 *
 * @param saved    what was read, and from where
 * @param settings the file of the settings that are run
 * @param routes   the folder of the routes that are run
 * @param copy     where the copy is, if it is one; this user's own
 */
public record Edition(Saved saved, Path settings, Path routes, Optional<Path> copy) {

    /** Copies the files into a new folder, which only this user may enter. */
    public static Edition copyOf(Saved saved) throws IOException {
        Path folder = Files.createTempDirectory("lbkeeper-").toRealPath();
        Edition edition = new Edition(saved, folder.resolve("lbkeeper.properties"), folder.resolve("routes"),
                Optional.of(folder));
        try {
            saved.copyTo(edition.settings, edition.routes);
        } catch (IOException e) {
            edition.discard();
            throw e;
        }
        return edition;
    }

    /** The files themselves, where no copy can be had. */
    public static Edition itself(Saved saved) {
        return new Edition(saved, saved.settings(), saved.routes(), Optional.empty());
    }

    /** A text that names files of the copy, with the operator's own in their place. */
    public String inTheOperatorsWords(String text) {
        return text.replace(routes.toString(), saved.routes().toString())
                .replace(settings.toString(), saved.settings().toString());
    }

    /** Deletes the copy, and returns when it is gone: the process may end as soon as one of two who ask is done. */
    public synchronized void discard() {
        if (copy.isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.walk(copy.get())) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // It is small, and where temporary files are; nothing depends on its end.
        }
    }
}
