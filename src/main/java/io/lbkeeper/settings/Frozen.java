package io.lbkeeper.settings;

import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * What can't change while lbkeeper runs: who this node is, where its records are, and what is its own on this machine,
 * since all that it knows is of them; and who is told of what.
 */
public final class Frozen {
    private static final List<Setting<?>> ALL = List.of(Declared.NODE, Declared.DOMAIN, Declared.SERVICE, Declared.DNS,
            Declared.ZONE_ID, Declared.ENDPOINT, Declared.STATE_DIR, DeclaredNotices.NOTIFY, DeclaredNotices.LEAST,
            DeclaredNotices.LOG_FORMAT, Declared.HTTP);

    private Frozen() {
    }

    public static List<String> keys() {
        return ALL.stream().map(Setting::name).toList();
    }

    /** What differs, each as {@code key=value (now value)}. */
    public static List<String> differing(Settings running, Settings next) {
        Properties was = running.placeholders();
        Properties is = next.placeholders();
        return keys().stream().filter(key -> !Objects.equals(was.getProperty(key), is.getProperty(key)))
                .map(key -> key + "=" + is.getProperty(key) + " (it runs with " + was.getProperty(key) + ")").toList();
    }
}
