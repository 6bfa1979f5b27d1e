package io.lbkeeper.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The file {@code audit.log} in the state directory. It is opened for each line, so that it may be renamed at any time,
 * and each line is one write to its end, so that several processes may write at once.
 */
public final class Audit {
    static final String NAME = "audit.log";
    private static final FileAttribute<?> MODE = PosixFilePermissions.asFileAttribute(
            PosixFilePermissions.fromString("rw-r-----"));

    private final Path file;
    private boolean torn;

    public Audit(Path stateDir) {
        file = stateDir.resolve(NAME);
    }

    public Path file() {
        return file;
    }

    /**
     * Adds one line.
     *
     * @throws IOException if it is not there now, or only a part of it
     */
    public synchronized void append(AuditLine line) throws IOException {
        // A part of a line that was left by a full disk must not spoil this one.
        ByteBuffer bytes = ByteBuffer.wrap(((torn ? "\n" : "") + line.json() + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS), MODE)) {
            int written = channel.write(bytes);
            torn = bytes.hasRemaining() && (torn || written > 0);
            if (bytes.hasRemaining()) {
                throw new IOException("only " + written + " of the " + (written + bytes.remaining())
                        + " bytes of a line could be written; is the disk full?");
            }
        }
    }
}
