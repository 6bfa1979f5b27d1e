package io.lbkeeper.command;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held as long as the service runs, so that no second one runs on the same state directory. The system lets go of it
 * when the process ends, however it does; what stands in the file is for people only.
 */
final class InstanceLock implements AutoCloseable {
    private final FileChannel channel;

    private InstanceLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws UsageException if another process holds it
     * @throws IOException    if nothing can be locked there, as where the state directory can't be written
     */
    static InstanceLock take(Path stateDir, String node) throws UsageException, IOException {
        Path file = stateDir.resolve("lock");
        try {
            Files.createDirectories(stateDir);
            return take(file, FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), true, node);
        } catch (FileSystemException unwritable) {
            if (!Files.isReadable(file)) {
                throw unwritable;
            }
            // Whoever was here first may be another user. Reading is enough to see that it still holds the lock.
            return take(file, FileChannel.open(file, StandardOpenOption.READ), false, node);
        }
    }

    private static InstanceLock take(Path file, FileChannel channel, boolean writable, String node)
            throws UsageException, IOException {
        try {
            if (tryLock(channel, !writable) == null) {
                throw new UsageException("another lbkeeper runs with lb.state-dir=" + file.getParent() + " (" + file
                        + " is locked" + holder(file) + "); stop it first, or, if it is to keep another name, give "
                        + "this one a state directory of its own");
            }
        } catch (UsageException | IOException e) {
            channel.close();
            throw e;
        }
        if (writable) {
            sign(channel, node);
        }
        return new InstanceLock(channel);
    }

    private static FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    /** A state directory may be on a disk that several machines share: the machine's name belongs to it. */
    private static void sign(FileChannel channel, String node) {
        try {
            String me = node + ", process " + ProcessHandle.current().pid() + " on "
                    + InetAddress.getLocalHost().getHostName();
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((me + "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (IOException fullOrNameless) {
            // The lock holds without it, and a full disk is no reason to go without a lock.
        }
    }

    private static String holder(Path file) throws IOException {
        String text = Files.readString(file).strip();
        return text.isEmpty() ? "" : " by " + text;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
