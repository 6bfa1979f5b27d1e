package io.lbkeeper.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The standing alarms that are no decisions, such as an edit that was not taken up: one sentence for each key. */
public final class Alarms {
    private final Map<String, String> standing = new LinkedHashMap<>();

    /**
     * Sets an alarm, in the place of an older one with the same key.
     *
     * @return whether it is news
     */
    public synchronized boolean raise(String key, String sentence) {
        return !sentence.equals(standing.put(key, sentence));
    }

    /** @return whether it stood */
    public synchronized boolean clear(String key) {
        return standing.remove(key) != null;
    }

    /** The oldest first. */
    public synchronized List<String> standing() {
        return List.copyOf(standing.values());
    }

    /** The same with their keys. */
    public synchronized Map<String, String> byKey() {
        return new LinkedHashMap<>(standing);
    }
}
