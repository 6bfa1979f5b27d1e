package io.lbkeeper.requests;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** The requests of one state directory, each in a file of its own, written whole or not at all. */
public final class RequestFiles {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    private final Path folder;
    private final boolean keeps;

    public RequestFiles(Path stateDir) {
        this(stateDir, false);
    }

    private RequestFiles(Path stateDir, boolean keeps) {
        folder = stateDir.resolve("requests");
        this.keeps = keeps;
    }

    /** For who only looks: none is ever removed, also none that has ended. */
    public static RequestFiles toLookAt(Path stateDir) {
        return new RequestFiles(stateDir, true);
    }

    /** Names the boot of this machine; empty where the system does not tell. */
    public static String currentBoot() {
        try {
            return Files.readString(BOOT_ID).strip();
        } catch (IOException notThisSystem) {
            return "";
        }
    }

    public Path file(Kind kind) {
        return folder.resolve(kind.fileName());
    }

    /**
     * Whether there is none for certain. It is asked in each cycle, and to find four files missing by four exceptions
     * costs ten times as much. What can't be looked into may hold some.
     */
    public boolean isEmpty() {
        String[] names = folder.toFile().list();
        return names == null ? !folder.toFile().exists() && folder.getParent().toFile().canExecute()
                : names.length == 0;
    }

    /** Sets a request in the place of an older one of its kind. */
    public void write(Request request) throws IOException {
        StringBuilder text = new StringBuilder();
        line(text, "at", Optional.of(request.at().toString()));
        line(text, "by", Optional.of(request.by()));
        line(text, "until", request.until().map(Instant::toString));
        line(text, "reason", request.reason());
        line(text, "to", request.to());
        line(text, "boot", request.boot());
        Files.createDirectories(folder);
        Path next = Files.createTempFile(folder, "." + request.kind().fileName(), ".new");
        try {
            writeOut(next, text.toString());
            // Who asks may be root, and the service is another user.
            Files.setPosixFilePermissions(next, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(next, file(request.kind()), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    /** It is on the disk before it has its name: after a power cut there is a whole one, or none. */
    private static void writeOut(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
    }

    /** @return whether there was one */
    public boolean remove(Kind kind) throws IOException {
        return !keeps && Files.deleteIfExists(file(kind));
    }

    /**
     * Reads the request of a kind, also one that is no longer in force.
     *
     * @throws IOException if there is one that can't be read or understood; its message says why
     */
    public Optional<Request> read(Kind kind) throws IOException {
        try {
            return Optional.of(parse(kind, Files.readString(file(kind))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (CharacterCodingException | IllegalArgumentException | DateTimeException e) {
            throw new IOException(file(kind) + " is no request: " + e.getMessage(), e);
        }
    }

    private static Request parse(Kind kind, String text) throws IOException {
        Properties values = new Properties();
        values.load(new StringReader(text));
        String needed = switch (kind) {
            case SWITCHOVER -> "until";
            case LEAVE -> "boot";
            // A file that somebody has just touched says enough.
            case PAUSE, DRAIN -> "";
        };
        if (!needed.isEmpty() && may(values, needed).isEmpty()) {
            throw new IllegalArgumentException("it has no " + needed);
        }
        return new Request(kind, may(values, "at").map(Instant::parse).orElse(Instant.EPOCH),
                may(values, "by").orElse(""), may(values, "until").map(Instant::parse), may(values, "reason"),
                may(values, "to"), may(values, "boot"));
    }

    private static Optional<String> may(Properties values, String key) {
        return Optional.ofNullable(values.getProperty(key)).map(RequestFiles::inOneLine)
                .filter(value -> !value.isEmpty());
    }

    private static void line(StringBuilder text, String key, Optional<String> value) {
        value.ifPresent(there -> text.append(key).append('=').append(inOneLine(there).replace("\\", "\\\\"))
                .append('\n'));
    }

    /** It goes into a sentence of the log. */
    private static String inOneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
