package dns;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.Running;
import network.Tool;
import org.awaitility.core.ConditionTimeoutException;

/** A real name server with a folder of its own, beside the tests or in a network namespace. */
public abstract class NameServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(20);
    private static final Pattern SERIAL = Pattern.compile("(?m)^\\S+ \\S+ (\\d+) \\d+ \\d+ \\d+ \\d+$");

    protected final Path folder;
    protected final Place place;
    protected final Zone zone;
    private Running running;

    /** @param folder is made where it is not there; what a server of this folder knew before is known again */
    protected NameServerProcess(Path folder, Place place, Zone zone) {
        this.folder = folder.toAbsolutePath();
        this.place = place;
        this.zone = zone;
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("making the folder " + folder + " of a name server", failed);
        }
    }

    /** Writes what the server needs, before its first start. */
    protected abstract void prepare();

    protected abstract List<String> command();

    /** As people call it. */
    public abstract String title();

    /** What nsupdate prints where the key may not make a change, though it is a good one. */
    public abstract String refusal();

    public final Place place() {
        return place;
    }

    public final TsigKey key() {
        return zone.key();
    }

    /** Ends when it answers for its zone; a secondary, when it answers at all: it may have nothing to tell yet. */
    public final NameServerProcess start() {
        if (!Files.exists(folder.resolve("prepared"))) {
            prepare();
            sample("prepared", "Delete this folder to begin anew.\n");
        }
        running = Running.start(place.namespace(), title(), logFile(), Map.of(), command());
        try {
            await(title() + " to answer at " + place.withColon()).atMost(START).pollInSameThread()
                    .pollInterval(Duration.ofMillis(50)).until(() -> !running.isAlive()
                            || (zone.isPrimary() ? serial() > 0 : dig("SOA", Zone.NAME).contains("status:")));
        } catch (ConditionTimeoutException silent) {
            throw new AssertionError(silent.getMessage() + "\n" + story(), silent);
        }
        if (!running.isAlive()) {
            throw new AssertionError(title() + " ended at once.\n" + story());
        }
        return this;
    }

    /** As the system's shutdown does it. */
    public final void stop() {
        running.signalAll("CONT");
        running.signal("TERM");
        running.awaitEnd(END);
    }

    public final void kill() {
        running.kill();
    }

    /** From now on it hears everything and says nothing. */
    public final void pause() {
        running.signalAll("STOP");
    }

    public final void resume() {
        running.signalAll("CONT");
    }

    public final boolean isRunning() {
        return running != null && running.isAlive();
    }

    /** Of the zone as this server has it; 0 where it gives no answer to that. */
    public final long serial() {
        Matcher soa = SERIAL.matcher(ask(Zone.NAME, "SOA"));
        return soa.find() ? Long.parseLong(soa.group(1)) : 0;
    }

    /** The values only, one a line; empty where there are none or where it did not answer. */
    public final String ask(String name, String type) {
        return dig(type, name, "+short");
    }

    /** The answer of dig, asked on the machine of the server itself. */
    public final String dig(String... words) {
        List<String> command = new ArrayList<>(Running.inside(place.namespace()));
        command.addAll(List.of("dig", "@" + place.address(), "-p", "" + place.port(), "+tries=1", "+time=1",
                "+norecurse"));
        command.addAll(List.of(words));
        Tool.Outcome outcome = Tool.attempt("", command.toArray(String[]::new));
        // With +short dig says what went wrong among the values.
        return outcome.exitCode() == 0 ? outcome.printed() : "";
    }

    /** Runs nsupdate with this server's key, by hand as it were; answers what it printed, nothing if all went well. */
    public final String update(String... lines) {
        List<String> command = new ArrayList<>(Running.inside(place.namespace()));
        command.addAll(List.of("nsupdate", "-t", "5", "-y", key().algorithm() + ":" + key().name() + ":"
                + key().secret()));
        return Tool.attempt("server " + place.address() + " " + place.port() + "\nzone " + Zone.NAME + "\n"
                + String.join("\n", lines) + "\nsend\n", command.toArray(String[]::new)).printed();
    }

    public final Path logFile() {
        return folder.resolve("output.log");
    }

    /** What it printed, for the message of a test that fails. */
    public final String story() {
        return title() + " at " + place + " (" + logFile() + ") printed:\n  "
                + String.join("\n  ", running == null ? List.of() : running.lines());
    }

    protected final Path sample(String name, String text) {
        return new Sample(name, text).write(folder, name);
    }

    @Override
    public final void close() {
        if (isRunning()) {
            kill();
        }
    }
}
