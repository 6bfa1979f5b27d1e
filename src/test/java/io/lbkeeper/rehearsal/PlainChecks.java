package io.lbkeeper.rehearsal;

import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs whose nodes don't see each other's stats page. */
public final class PlainChecks {
    /** What a pair is told of its checks, by what it is called. */
    private static final Map<String, Map<String, String>> KINDS = Map.of(
            "tcp", Map.of("lb.check.kind", "tcp", "lb.check.port", "443"),
            "ping", Map.of("lb.check.kind", "ping"),
            "ping, and of itself a port", Map.of("lb.check.kind", "ping", "lb.check.port", "443"));
    public static final List<String> ALL = KINDS.keySet().stream().sorted().toList();

    private PlainChecks() {
    }

    /** With the default settings, but for these checks. */
    public static Cluster pair(String kind) {
        Map<String, String> all = new HashMap<>(KINDS.get(kind));
        all.putAll(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com", "lb.service",
                "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZREHEARSAL"));
        try {
            return Cluster.of(Settings.of(all, "a pair with " + kind, Set.of()));
        } catch (SettingsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
