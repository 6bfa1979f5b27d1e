package io.lbkeeper.rehearsal.routes;

import io.lbkeeper.decision.Powers;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A pair's settings with each DNS provider that can be rehearsed, and what it can do. */
record ProviderSettings(Map<String, String> own, Powers powers) {
    static final Map<String, ProviderSettings> ALL = new TreeMap<>(Map.of(
            "rfc2136", new ProviderSettings(Map.of("lb.rfc2136.zone", "example.com",
                    "lb.rfc2136.servers", "ns1.example.com,ns2.example.com"), Powers.FULL),
            "powerdns", new ProviderSettings(Map.of("lb.powerdns.zone", "example.com",
                    "lb.powerdns.url", "http://ns1.example.com:8081", "lb.powerdns.key", "rehearsed"),
                    new Powers(false, true)),
            "cloudflare", new ProviderSettings(Map.of("lb.cloudflare.zone-id", "023e105f4ecef8ad9ca31a8372d0c353",
                    "lb.cloudflare.token", "rehearsed"), new Powers(false, true))));

    static Cluster pair(String provider) {
        ProviderSettings settings = ALL.get(provider);
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2",
                "lb.domain", "example.com", "lb.service", "lb.example.com", "lb.dns", provider));
        all.putAll(settings.own());
        try {
            return Cluster.of(Settings.of(all, "a pair with " + provider, Set.of(provider))).with(settings.powers());
        } catch (SettingsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
