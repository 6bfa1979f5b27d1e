package io.lbkeeper.route53;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.apache.camel.spi.StateRepository;
import org.apache.camel.util.json.DeserializationException;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The record sets of a zone as they were last handled. They lie in a fixed number of parts, each one entry of the
 * repository, so that one step of an event is one write: whatever stops the process between two writes, the repository
 * holds what was handled and what is in doubt. Completions come from any thread.
 */
final class ZoneMemory {
    /** Part of the format: a zone of 10,000 record sets has about 40 in a part, some 6 KB to write for an event. */
    private static final int PARTS = 256;
    private static final String FORMAT = "1";

    private final StateRepository<String, String> repository;
    private final String scope;
    private final List<NavigableMap<RecordKey, Remembered>> parts = new ArrayList<>();
    private boolean begun;
    private boolean closed;

    /**
     * @param repository null to keep nothing
     * @param scope      what the keys begin with; letters, digits and {@code / . - _ %} only
     */
    ZoneMemory(StateRepository<String, String> repository, String scope) {
        this.repository = repository;
        this.scope = scope;
        clear();
    }

    private void clear() {
        parts.clear();
        for (int i = 0; i < PARTS; i++) {
            parts.add(new TreeMap<>());
        }
        begun = false;
    }

    /** Takes up what the repository holds, if there is a repository and anything in it. */
    synchronized void load() {
        closed = false;
        if (repository == null) {
            return;
        }
        clear();
        String format = repository.getState(begunKey());
        if (format == null) {
            return;
        }
        if (!format.equals(FORMAT)) {
            throw unreadable(begunKey(), format, null);
        }
        for (int i = 0; i < PARTS; i++) {
            String text = repository.getState(partKey(i));
            if (text != null) {
                parts.set(i, read(partKey(i), text));
            }
        }
        begun = true;
    }

    /** From here on nothing is written: another consumer may have taken up what the repository holds. */
    synchronized void close() {
        closed = true;
    }

    /** Whether there is anything to compare with. */
    synchronized boolean isBegun() {
        return begun;
    }

    /** Begins with these record sets as handled, and forgets all others. */
    synchronized void begin(Collection<ResourceRecordSet> handled) {
        clear();
        handled.forEach(set -> parts.get(part(RecordKey.of(set))).put(RecordKey.of(set), Remembered.handled(set)));
        if (repository != null) {
            for (int i = 0; i < PARTS; i++) {
                // An earlier attempt to begin may have ended half-way.
                if (!parts.get(i).isEmpty() || repository.getState(partKey(i)) != null) {
                    repository.setState(partKey(i), text(parts.get(i)));
                }
            }
            repository.setState(begunKey(), FORMAT);
        }
        begun = true;
    }

    /**
     * Takes these events for handled. Where the repository fails, none of the part that it failed at is; once this is
     * closed, none is, so that the next consumer emits them again.
     */
    synchronized void remember(Collection<RecordEvent> events) {
        if (closed) {
            return;
        }
        Map<Integer, NavigableMap<RecordKey, Remembered>> next = new TreeMap<>();
        for (RecordEvent event : events) {
            NavigableMap<RecordKey, Remembered> part = next.computeIfAbsent(part(event.key()),
                    number -> new TreeMap<>(parts.get(number)));
            if (event.current() == null) {
                part.remove(event.key());
            } else {
                part.put(event.key(), Remembered.handled(event.current()));
            }
        }
        next.forEach(this::replace);
    }

    /** Notes that this event is about to be emitted. Where the repository fails, it must not be. */
    synchronized void emit(RecordEvent event) {
        int number = part(event.key());
        NavigableMap<RecordKey, Remembered> part = new TreeMap<>(parts.get(number));
        Remembered before = part.get(event.key());
        Remembered after = Remembered.emitted(before, event);
        if (!after.equals(before)) {
            part.put(event.key(), after);
            replace(number, part);
        }
    }

    private void replace(int number, NavigableMap<RecordKey, Remembered> part) {
        if (repository != null) {
            repository.setState(partKey(number), text(part));
        }
        parts.set(number, part);
    }

    /**
     * What is to be handled, so that everything that the filter lets through is as it is now.
     *
     * @param current what is there of that which the filter lets through
     */
    synchronized List<RecordEvent> events(Map<RecordKey, ResourceRecordSet> current, RecordFilter filter) {
        List<RecordEvent> events = new ArrayList<>();
        current.forEach((key, set) -> {
            Remembered known = parts.get(part(key)).get(key);
            RecordEvent due = known == null ? RecordEvent.created(key, set) : known.due(key, set);
            if (due != null) {
                events.add(due);
            }
        });
        parts.forEach(part -> part.forEach((key, known) -> {
            if (filter.matches(key) && !current.containsKey(key)) {
                events.add(RecordEvent.deleted(key, known.set()));
            }
        }));
        events.sort(RecordEvent.ORDER);
        return events;
    }

    /** The same in every Java, as it says where a record set lies in the repository. */
    private static int part(RecordKey key) {
        return Math.floorMod(key.toString().hashCode(), PARTS);
    }

    private String begunKey() {
        return scope + "/begun";
    }

    private String partKey(int number) {
        return scope + "/" + number;
    }

    /** In ASCII and on one line, since a repository may write lines in the platform's encoding. */
    private static String text(NavigableMap<RecordKey, Remembered> part) {
        JsonArray array = new JsonArray();
        part.values().forEach(known -> array.add(known.write()));
        StringBuilder ascii = new StringBuilder();
        array.toJson().chars().forEach(c -> {
            if (c >= ' ' && c <= '~') {
                ascii.append((char) c);
            } else {
                ascii.append(String.format("\\u%04x", c));
            }
        });
        return ascii.toString();
    }

    private static NavigableMap<RecordKey, Remembered> read(String key, String text) {
        NavigableMap<RecordKey, Remembered> part = new TreeMap<>();
        try {
            for (Object each : (JsonArray) Jsoner.deserialize(text)) {
                Remembered known = Remembered.read((JsonObject) each);
                part.put(RecordKey.of(known.set()), known);
            }
        } catch (DeserializationException | IllegalArgumentException | ClassCastException e) {
            throw unreadable(key, text, e);
        }
        return part;
    }

    private static IllegalStateException unreadable(String key, String text, Exception cause) {
        return new IllegalStateException("aws2-route53: reading what was already handled from the stateRepository: "
                + "under the key " + key + " there is " + Call.seen(text) + ", which this version cannot read. Nothing "
                + "is emitted, as deleted records could be missed. Mend it from a copy, or remove every key that "
                + "begins like this one, to begin anew with what is there then", cause);
    }
}
