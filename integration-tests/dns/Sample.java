package dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the documentation, with what differs here put in its place: so that what people copy is what is tested. */
record Sample(String file, String text) {
    private static final Path FOLDER = Path.of("src/main/docs/dns-servers");

    static Sample of(String file) {
        try {
            return new Sample(file, Files.readString(FOLDER.resolve(file)));
        } catch (IOException failed) {
            throw new UncheckedIOException("reading the sample " + FOLDER.resolve(file), failed);
        }
    }

    /** Everywhere; what is not there any more has been changed in the documentation only. */
    Sample with(String old, String replacement) {
        if (!text.contains(old)) {
            throw new IllegalStateException(FOLDER.resolve(file) + " has no \"" + old + "\"; it is:\n" + text);
        }
        return new Sample(file, text.replace(old, replacement));
    }

    Sample until(String end) {
        return new Sample(file, with(end, end).text().substring(0, text.indexOf(end)));
    }

    Sample followedBy(String more) {
        return new Sample(file, text + more);
    }

    /** In the server's folder, under another name if need be; answers where. */
    Path write(Path folder, String name) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException("writing " + folder.resolve(name), failed);
        }
    }
}
