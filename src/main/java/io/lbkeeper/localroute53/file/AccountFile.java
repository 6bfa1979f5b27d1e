package io.lbkeeper.localroute53.file;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file that outlives the process. It is written beside itself, brought to the disk and only then given its name,
 * so that it is whole whenever the process ends. A lock beside it keeps a second process away.
 */
public final class AccountFile implements Account.Keeping, AutoCloseable {
    private static final int LINKS_LIMIT = 40;
    private static final int PIECE_OCTETS = 1 << 16;
    /**
     * What this process has open. It must not come to the lock: the system forgets all of a process's locks of a file
     * when that process closes one of its channels to it.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
    private final Path file;
    private final Path draft;
    private final FileChannel lock;
    private boolean closed;

    private AccountFile(Path file, FileChannel lock) {
        this.file = file;
        this.draft = beside(file, ".new");
        this.lock = lock;
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** @throws IOException where it cannot be used, or another process has it */
    public static AccountFile open(Path given) throws IOException {
        try {
            Path file = real(given.toAbsolutePath(), LINKS_LIMIT);
            if (Files.isDirectory(file)) {
                throw new IOException("it is a directory; name a file");
            }
            if (!OPEN.add(file)) {
                throw taken();
            }
            try {
                return new AccountFile(file, lock(file));
            } catch (IOException e) {
                OPEN.remove(file);
                throw e;
            }
        } catch (IOException e) {
            throw new IOException("cannot keep the zones in " + given + ": " + reason(e), e);
        }
    }

    /** A link stays one, also where nothing is yet at its end. */
    private static Path real(Path path, int linksLeft) throws IOException {
        if (Files.exists(path) || linksLeft == 0) {
            return path.toRealPath();
        }
        return Files.isSymbolicLink(path) ? real(path.resolveSibling(Files.readSymbolicLink(path)), linksLeft - 1)
                : path.getParent().toRealPath().resolve(path.getFileName());
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(beside(file, ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw taken();
        }
        return channel;
    }

    private static IOException taken() {
        return new IOException("another process has it; end that one, or name another file");
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What is known from the file and, beside it, these zones; a file that was not there is there then. */
    public Account account(Collection<HostedZone> zones) throws IOException {
        Optional<AccountState> kept = read();
        Account account = new Account(kept.orElse(AccountState.EMPTY), this);
        if (kept.isEmpty()) {
            keep(AccountState.EMPTY);
        }
        try {
            account.takeIn(zones);
        } catch (Refusal e) {
            throw new IOException(e.getMessage(), e);
        }
        return account;
    }

    /** What was kept; nothing where there is no such file yet. */
    private Optional<AccountState> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(AccountReader.read(Files.readAllBytes(file)));
        } catch (Refusal | IOException | RuntimeException e) {
            throw new IOException("cannot read the zones from " + file + ": " + reason(e)
                    + "; it is left as it is: mend it, or name another file", e);
        }
    }

    @Override
    public synchronized void keep(AccountState state) throws IOException {
        if (closed) {
            // A call that was still under way: the file may be another's by now.
            throw new IOException(file + " is closed");
        }
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                keepPermissions();
                OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(out), PIECE_OCTETS);
                AccountXml.write(state, buffered);
                buffered.flush();
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discardDraft();
            throw new IOException(file + " could not be written: " + reason(e), e);
        }
        forceName();
    }

    private void keepPermissions() throws IOException {
        PosixFileAttributeView present = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (present != null && Files.exists(file)) {
            Files.setPosixFilePermissions(draft, present.readAttributes().permissions());
        }
    }

    private void discardDraft() {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // The next draft is written over it.
        }
    }

    /** Brings the new name to the disk too. Where directories cannot be opened, the system has no such thing. */
    private void forceName() {
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // The new contents already stand under the name, for this and every other process.
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        return e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            lock.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        } finally {
            OPEN.remove(file);
        }
    }
}
