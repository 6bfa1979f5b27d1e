package io.lbkeeper.localroute53.zone;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags of a zone or a health check. */
public record Tags(SortedMap<String, String> byKey) {
    public static final Tags NONE = new Tags(new TreeMap<>());
    private static final int LIMIT = 50;

    public Tags {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    /** As after a ChangeTagsForResource. */
    public Tags changed(Map<String, String> added, List<String> removed) throws Refusal {
        SortedMap<String, String> next = new TreeMap<>(byKey);
        next.keySet().removeAll(removed);
        next.putAll(added);
        if (next.size() > LIMIT) {
            throw Refusal.invalidInput("A resource can have at most " + LIMIT + " tags; with this change it would have "
                    + next.size());
        }
        return new Tags(next);
    }
}
