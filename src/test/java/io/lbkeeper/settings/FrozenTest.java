package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrozenTest {
    private static final Map<String, String> CHANGES = Map.of("lb.node", "lb2", "lb.domain", "example.org",
            "lb.service", "www.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZOTHER",
            "lb.route53.endpoint", "http://127.0.0.1:9", "lb.state-dir", "/tmp/elsewhere");
    private static final Map<String, String> OF_PEOPLE = Map.of("lb.notify", "slack", "lb.notify.min", "all",
            "lb.log.format", "json", "lb.http", "127.0.0.1:9999");
    /** What else a change needs. */
    private static final Map<String, Map<String, String>> BESIDE = Map.of("lb.notify", Map.of("lb.notify.slack.url",
            "https://hooks.example.com/of-a-test"));

    @Test
    void eachSaysWhatItWasAndIs() throws Exception {
        Map<String, String> changes = new HashMap<>(CHANGES);
        changes.putAll(OF_PEOPLE);
        assertThat(changes.keySet()).containsExactlyInAnyOrderElementsOf(Frozen.keys());
        Settings running = SettingsTest.settings(Map.of());
        for (Map.Entry<String, String> change : changes.entrySet()) {
            Map<String, String> changed = new HashMap<>(BESIDE.getOrDefault(change.getKey(), Map.of()));
            changed.put(change.getKey(), change.getValue());
            assertThat(Frozen.differing(running, SettingsTest.settings(changed)))
                    .anySatisfy(line -> assertThat(line).startsWith(change.getKey() + "=" + change.getValue()
                            + " (it runs with "));
        }
    }

    @Test
    void allOthersMayChange() throws Exception {
        assertThat(Frozen.differing(SettingsTest.settings(Map.of()), SettingsTest.settings(Map.of(
                "lb.check.interval", "7s", "lb.ttl", "30s", "lb.nodes", "lb1,lb2,lb3", "lb.dry-run", "true"))))
                .isEmpty();
    }
}
