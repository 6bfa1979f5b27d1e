package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Health;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskHaproxyLoginInTheClearTest extends CheckTestBase {
    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app", "lb.check.user", "lbkeeper", "lb.check.password", "secret",
                "lb.check.password-over-http", "true");
    }

    @Test
    void itGoesToAnyAddressWhereTheOperatorAllowsIt() {
        server.replies(StatsPages.refusal(401), StatsPages.good());
        assertCheck(check("http://0.0.0.0:" + server.port() + "/stats;csv"), Health.OK, "1 of 1");
        assertThat(server.requests()).hasSize(2);
    }
}
