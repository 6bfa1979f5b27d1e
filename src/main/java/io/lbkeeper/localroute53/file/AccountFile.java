package io.lbkeeper.localroute53.file;

import io.lbkeeper.localroute53.account.Account;
import io.lbkeeper.localroute53.account.AccountState;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Optional;

/**
 * The file that outlives the process. It is written beside itself, brought to the disk and only then given its name,
 * so that it is whole whenever the process ends. A lock beside it keeps a second process away.
 */
public final class AccountFile implements Account.Keeping, AutoCloseable {
    private final Path file;
    private final Path draft;
    private final FileChannel lock;

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
        Path file = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath();
        if (Files.isDirectory(file) || file.getFileName() == null) {
            throw new IOException("cannot keep the zones in " + given + ": it is a directory; name a file");
        }
        try {
            FileChannel channel = FileChannel.open(beside(file, ".lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new IOException("another process has it; end that one, or name another file");
            }
            return new AccountFile(file, channel);
        } catch (IOException e) {
            throw new IOException("cannot keep the zones in " + given + ": " + reason(e), e);
        }
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
    public void keep(AccountState state) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(AccountXml.write(state));
        try {
            try (FileChannel out = FileChannel.open(draft, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discardDraft();
            throw new IOException(file + " could not be written: " + reason(e), e);
        }
        forceName();
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
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock goes with the process at the latest.
        }
    }
}
