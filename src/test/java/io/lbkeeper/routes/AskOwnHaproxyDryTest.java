package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dry run beside the real one stands in nobody's way. */
class AskOwnHaproxyDryTest extends CheckTestBase {
    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app,unchecked", "lb.dry-run", "true");
    }

    @Test
    void itDoesNotCompeteForTheFirstPlace() {
        server.replies(StatsPages.good());
        check(new Target("lb2", "", server.url() + "/stats;csv"));
        assertThat(server.request().header("X-Lbkeeper-State-Dir")).isEqualTo(Optional.empty());
        assertThat(server.request().header("X-Lbkeeper-Settings")).isEqualTo(Optional.empty());
    }
}
