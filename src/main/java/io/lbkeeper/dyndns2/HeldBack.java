package io.lbkeeper.dyndns2;

import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is not to be asked of the provider for a while. It is kept in a file, since a restart changes nothing of it. */
public final class HeldBack {
    /** After an answer that the provider will give again. */
    static final Duration LONG = Duration.ofMinutes(30);
    /** Until name servers show what was sent, or it is clear that they will not. */
    static final Duration SHORT = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(HeldBack.class);
    private static final String FILE = "dyndns2-held-back";
    private static final String ALL = "*";
    private static final int FIELDS = 6;
    private static final int FIELDS_AT_LEAST = 5;

    private final Optional<Path> file;
    private final Supplier<Instant> wall;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> shown = new HashMap<>();

    /**
     * Names and addresses may be {@link #ALL}.
     *
     * @param before what the name servers showed before it was sent; empty if it isn't held back for having been sent
     */
    private record Entry(Instant until, String login, String name, String address, String why,
            Optional<String> before) {
        boolean meets(String otherLogin, String otherName, String otherAddress) {
            return login.equals(otherLogin) && (name.equals(ALL) || name.equals(otherName))
                    && (address.equals(ALL) || address.equals(otherAddress));
        }

        /** Whether it is settled, now that {@code now} is shown: it has come, or somebody else's has. */
        boolean isSettledBy(String now) {
            return now.equals(RecordSets.canonical(address)) || before.filter(old -> !old.equals(now)).isPresent();
        }

        String line() {
            return String.join("\t", String.valueOf(until.toEpochMilli()), login, name, address,
                    why.replaceAll("\\s+", " ")) + before.map(old -> "\t" + old).orElse("");
        }
    }

    /** @param folder where it is kept; empty for nowhere */
    public HeldBack(Optional<Path> folder, Supplier<Instant> wall) {
        this.file = folder.map(one -> one.resolve(FILE));
        this.wall = wall;
        file.filter(Files::exists).ifPresent(this::read);
    }

    /** Whatever is asked as this user is held back. */
    synchronized void account(Login login, String why) {
        add(new Entry(wall.get().plus(LONG), login.fingerprint(), ALL, ALL, why, Optional.empty()));
    }

    synchronized void name(Login login, String name, String why) {
        add(new Entry(wall.get().plus(LONG), login.fingerprint(), name, ALL, why, Optional.empty()));
    }

    /** Only the very same, and until it is shown: whoever changes it after that means it to be sent anew. */
    synchronized void same(Login login, String name, String address, String why) {
        add(new Entry(wall.get().plus(LONG), login.fingerprint(), name, address, why, Optional.empty()));
    }

    /** The very same, until name servers show it, or what somebody else has sent since. */
    synchronized void sent(Login login, String name, String address, String why) {
        add(new Entry(wall.get().plus(SHORT), login.fingerprint(), name, address, why,
                Optional.of(shown.getOrDefault(key(name, address), ""))));
    }

    /** The addresses that name servers show now; of {@code names} that aren't among them they show none. */
    synchronized void shown(List<String> names, List<RecordSet> addresses) {
        names.forEach(name -> List.of("A", "AAAA").forEach(type -> shown.put(key(name, type), addresses.stream()
                .filter(set -> set.name().equals(name) && set.type().equals(type)).map(RecordSets::canonical)
                .findFirst().orElse(""))));
        if (entries.removeIf(entry -> names.contains(entry.name()) && !entry.address().equals(ALL)
                && entry.isSettledBy(shown.get(key(entry.name(), entry.address()))))) {
            file.ifPresent(this::write);
        }
    }

    /** Why this is not to be sent now, and for how long. */
    synchronized Optional<String> reason(Login login, String name, String address) {
        Instant now = wall.get();
        // A clock that was set back must not hold anything back for longer than ever.
        entries.removeIf(entry -> !entry.until().isAfter(now) || entry.until().isAfter(now.plus(LONG)));
        return entries.stream().filter(entry -> entry.meets(login.fingerprint(), name, address)).findFirst()
                .map(entry -> "not sent for another " + Math.max(1, Duration.between(now, entry.until()).toSeconds())
                        + " s: " + entry.why());
    }

    /** Once a name was sent elsewhere, what was said of its last address holds no more. */
    private void add(Entry entry) {
        entries.removeIf(old -> old.login().equals(entry.login()) && old.name().equals(entry.name())
                && (old.address().equals(ALL) == entry.address().equals(ALL)));
        entries.add(entry);
        file.ifPresent(this::write);
    }

    private static String key(String name, String typeOrAddress) {
        return name + (typeOrAddress.equals("AAAA") || typeOrAddress.contains(":") ? " AAAA" : " A");
    }

    private void write(Path to) {
        List<String> lines = entries.stream().map(Entry::line).toList();
        try {
            Path fresh = to.resolveSibling(FILE + ".new");
            Files.write(fresh, lines);
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("{} could not be written ({}): after a restart the provider would be asked again at once", to,
                    e.toString());
        }
    }

    private void read(Path from) {
        try {
            for (String line : Files.readAllLines(from)) {
                String[] fields = line.split("\t", FIELDS);
                if (fields.length >= FIELDS_AT_LEAST && fields[0].matches("[0-9]{1,15}")) {
                    entries.add(new Entry(Instant.ofEpochMilli(Long.parseLong(fields[0])), fields[1], fields[2],
                            fields[3], fields[4], Stream.of(fields).skip(FIELDS_AT_LEAST).findFirst()));
                }
            }
        } catch (IOException e) {
            LOG.warn("{} could not be read ({}): the provider may be asked again too early", from, e.toString());
        }
    }
}
