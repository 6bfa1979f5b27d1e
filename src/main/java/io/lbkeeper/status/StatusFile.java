package io.lbkeeper.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code status.json} in the state directory: whoever reads it gets one whole status, the last or the one before. */
public final class StatusFile implements Consumer<Status> {
    private static final Logger LOG = LoggerFactory.getLogger("lbkeeper");
    private static final String ALARM = "status-file";

    private final Path file;
    private final Path next;
    private final Alarms alarms;

    public StatusFile(Path stateDir, Alarms alarms) {
        file = in(stateDir);
        next = stateDir.resolve("status.json.new");
        this.alarms = alarms;
    }

    /** One that writes beside the cycles what is news, and the latest alone where the disk is slow. */
    public static Consumer<Status> beside(Path stateDir, Alarms alarms) {
        return new NewsFirst(LatestOnly.ofItsOwn(new StatusFile(stateDir, alarms), "status-file"));
    }

    public static Path in(Path stateDir) {
        return stateDir.resolve("status.json");
    }

    /** A disk that can't be written costs the file, and one line of the log. */
    @Override
    public void accept(Status status) {
        try {
            write(StatusJson.write(status));
            alarms.clear(ALARM);
        } catch (IOException e) {
            String sentence = "The status could not be written to " + file + " (" + e + "): lbkeeper status shows an "
                    + "old one. Give the service's user the right to write there, or make room.";
            if (alarms.raise(ALARM, sentence)) {
                LOG.warn(sentence);
            }
        }
    }

    /** The folder is there but for the first time, and asking for it in each cycle costs more than the file. */
    private void write(String text) throws IOException {
        try {
            Files.writeString(next, text);
        } catch (NoSuchFileException noFolder) {
            Files.createDirectories(file.getParent());
            Files.writeString(next, text);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads the last status; nothing if none was ever written.
     *
     * @throws UncheckedIOException     if it can't be read
     * @throws IllegalArgumentException if it is no status of this version
     */
    public static Optional<Status> read(Path stateDir) {
        try {
            return Files.exists(in(stateDir)) ? Optional.of(StatusJson.read(Files.readString(in(stateDir))))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
