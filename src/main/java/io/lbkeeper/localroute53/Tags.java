package io.lbkeeper.localroute53;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags of a zone or a health check. */
record Tags(SortedMap<String, String> byKey) {
    static final Tags NONE = new Tags(new TreeMap<>());
    private static final int LIMIT = 50;

    Tags {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    void write(ResponseXml xml) {
        xml.element("Tags", list -> byKey.forEach((key, value) ->
                list.element("Tag", tag -> tag.element("Key", key).element("Value", value))));
    }

    /** As after a ChangeTagsForResource. */
    Tags changed(Map<String, String> added, List<String> removed) throws Refusal {
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
