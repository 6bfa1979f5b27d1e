package io.lbkeeper.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.settings.Settings;
import io.lbkeeper.settings.SettingsException;
import io.lbkeeper.settings.SharedSettings;
import io.lbkeeper.status.Alarms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeerSettingsTest {
    private static final Map<String, String> SAME = Map.of();

    private final Alarms alarms = new Alarms();
    private final PeerSettings peers = new PeerSettings("lb1", SharedSettings.parse(text(SAME)).orElseThrow(), alarms);

    @Test
    void aPeerThatDiffersIsAnAlarmWithAllThatDiffers() {
        heard("lb2", text(Map.of("lb.check.fall", "5", "lb.ttl", "30s", "lb.check.backends", "app")));
        assertThat(alarms.byKey()).containsExactly(Map.entry("settings-lb2", "The settings of lb1 and lb2 differ: "
                + "lb.check.backends is empty on lb1 and app on lb2; lb.check.fall is 3 on lb1 and 5 on lb2; "
                + "lb.ttl is 60s on lb1 and 30s on lb2. Make them the same on both."));
    }

    @Test
    void itEndsWhenTheyAgree() {
        heard("lb2", text(Map.of("lb.check.fall", "5")));
        heard("lb3", text(Map.of("lb.check.fall", "5")));
        heard("lb2", text(SAME));
        assertThat(alarms.byKey()).containsOnlyKeys("settings-lb3");
    }

    @Test
    void whoSaysNothingHasNotSaidThatTheyAgree() {
        heard("lb2", text(Map.of("lb.check.fall", "5")));
        peers.heard(new Target("lb2", "192.0.2.2", "http://192.0.2.2/"), Optional.empty(), Optional.empty());
        heard("lb2", "something else");
        assertThat(alarms.byKey()).containsOnlyKeys("settings-lb2");
    }

    @Test
    void whoIsNoLongerANodeHasNoSay() {
        heard("lb2", text(Map.of("lb.check.fall", "5")));
        heard("lb3", text(Map.of("lb.check.fall", "5")));
        alarms.raise("port", "The port is in use.");
        peers.withoutAlarmsOfOthers(List.of("lb1", "lb3"));
        assertThat(alarms.byKey()).containsOnlyKeys("settings-lb3", "port");
    }

    @Test
    void theSameIsComparedOnce() {
        heard("lb2", text(Map.of("lb.check.fall", "5")));
        alarms.clear("settings-lb2");
        heard("lb2", text(Map.of("lb.check.fall", "5")));
        assertThat(alarms.byKey()).isEmpty();
    }

    @Test
    void whatItsOwnHaproxyStillTellsOfBeforeAnEditIsNoMatter() {
        heard("lb1", text(Map.of("lb.check.fall", "5")));
        assertThat(alarms.byKey()).isEmpty();
    }

    private void heard(String node, String settings) {
        peers.heard(new Target(node, "192.0.2.2", "http://192.0.2.2/"), Optional.of(settings), Optional.empty());
    }

    private static String text(Map<String, String> changed) {
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2,lb3", "lb.domain",
                "example.com", "lb.service", "lb.example.com", "lb.route53.zone-id", "ZEXAMPLE"));
        all.putAll(changed);
        try {
            return SharedSettings.of(Settings.of(all, "test", Set.of())).text();
        } catch (SettingsException e) {
            throw new AssertionError(e);
        }
    }
}
