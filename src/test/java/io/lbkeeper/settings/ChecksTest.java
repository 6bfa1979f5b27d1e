package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final String PAGE = "http://127.0.0.1:8404/stats;csv";

    @Test
    void byDefaultTheStatsPagesAreLookedAtAndNothingIsMissed() throws SettingsException {
        Checks checks = checks(Map.of());
        assertThat(List.of(checks.kind(), checks.peerUrl(), checks.ownUrl())).containsExactly("haproxy",
                "http://{address}:8404/stats;csv", PAGE);
        assertThat(checks.blindness()).isEmpty();
    }

    @Test
    void aPortIsLookedAtEverywhereAndTheOwnOneAtTheHostOfTheOwnPage() throws SettingsException {
        Checks checks = checks(Map.of("lb.check.kind", "tcp", "lb.check.port", "443"));
        assertThat(List.of(checks.peerUrl(), checks.ownUrl())).containsExactly("tcp://{address}:443",
                "tcp://127.0.0.1:443");
        assertThat(checks.blindness()).get().asString().contains("not whose port it is", "backends");
        assertThat(checks(Map.of("lb.check.kind", "tcp", "lb.check.port", "80", "lb.check.own-url",
                "http://[2001:db8::1]:8404/")).ownUrl()).isEqualTo("tcp://[2001:db8::1]:80");
    }

    @Test
    void whoPingsOthersLooksAtItsOwnPageOrPort() throws SettingsException {
        Checks checks = checks(Map.of("lb.check.kind", "ping"));
        assertThat(List.of(checks.peerUrl(), checks.ownUrl())).containsExactly("ping://{address}", PAGE);
        assertThat(checks.blindness()).get().asString().contains("only a machine");
        assertThat(checks(Map.of("lb.check.kind", "ping", "lb.check.port", "443")).ownUrl())
                .isEqualTo("tcp://127.0.0.1:443");
    }

    private static Checks checks(Map<String, String> more) throws SettingsException {
        Map<String, String> all = new HashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", "lb.example.com", "lb.route53.zone-id", "ZEXAMPLE"));
        all.putAll(more);
        return Settings.of(all, "ChecksTest", Set.of()).checks();
    }
}
