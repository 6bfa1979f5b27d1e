package io.lbkeeper.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Held as long as the service runs, so that no second one runs on the same state directory. */
final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws UsageException if another process holds it
     * @throws IOException    if the state directory can't be written
     */
    static InstanceLock take(Path stateDir) throws UsageException, IOException {
        Files.createDirectories(stateDir);
        Path file = stateDir.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new UsageException("another lbkeeper runs with lb.state-dir=" + stateDir + " (it holds " + file
                    + "); stop it first, or give this one a state directory of its own");
        }
        return new InstanceLock(channel);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
