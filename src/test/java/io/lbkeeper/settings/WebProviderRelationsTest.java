package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code lb.dns=powerdns} and {@code cloudflare} need of the other settings. */
class WebProviderRelationsTest {
    private static final Map<String, String> POWERDNS = Map.of("lb.dns", "powerdns", "lb.powerdns.url",
            "http://10.0.0.53:8081", "lb.powerdns.zone", "example.com", "lb.powerdns.key", "k");
    private static final Map<String, String> CLOUDFLARE = Map.of("lb.dns", "cloudflare", "lb.cloudflare.zone-id",
            "023e105f4ecef8ad9ca31a8372d0c353", "lb.cloudflare.token", "t");

    @Test
    void withAllItNeedsThereIsNoProblem() throws SettingsException {
        assertThat(settings(POWERDNS, Map.of()).provider()).isEqualTo("powerdns");
        assertThat(settings(CLOUDFLARE, Map.of("lb.ttl", "30s")).provider()).isEqualTo("cloudflare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb.powerdns.url", "lb.powerdns.zone", "lb.powerdns.key"})
    void powerdnsNeedsEachOfItsKeys(String key) {
        assertThatThrownBy(() -> settings(POWERDNS, Map.of(key, ""))).hasMessageContaining(
                "is missing for lb.dns=powerdns").hasMessageContaining(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb.cloudflare.zone-id", "lb.cloudflare.token"})
    void cloudflareNeedsEachOfItsKeys(String key) {
        assertThatThrownBy(() -> settings(CLOUDFLARE, Map.of(key, ""))).hasMessageContaining(
                "is missing for lb.dns=cloudflare").hasMessageContaining(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"29s", "86401s"})
    void cloudflareTakesNotEveryTtl(String ttl) {
        assertThatThrownBy(() -> settings(CLOUDFLARE, Map.of("lb.ttl", ttl)))
                .hasMessageContaining("is none that Cloudflare takes");
    }

    @Test
    void allNamesAreInPowerdnssZone() {
        assertThatThrownBy(() -> settings(POWERDNS, Map.of("lb.powerdns.zone", "example.net")))
                .hasMessageContaining("is not in the zone lb.powerdns.zone=example.net");
    }

    private static Settings settings(Map<String, String> provider, Map<String, String> other)
            throws SettingsException {
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", "lb.example.com"));
        all.putAll(provider);
        all.putAll(other);
        return Settings.of(all, "a test", Set.of("powerdns", "cloudflare"));
    }
}
