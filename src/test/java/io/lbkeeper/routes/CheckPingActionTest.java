package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import org.junit.jupiter.api.Test;

/** A ping stands in for the check, but not of the node itself. */
class CheckPingActionTest extends CheckProbeTestBase {
    @Override
    String kind() {
        return "ping";
    }

    @Test
    void aNodeThatPingsOthersLooksAtItsOwnStatsPage() {
        try (ScriptedServer server = new ScriptedServer()) {
            server.replies(StatsPages.good());
            Check check = check(new Target("lb2", "", server.url() + "/stats;csv"));
            assertThat(check.health()).as("%s", check).isEqualTo(Health.OK);
            assertThat(asked).as("pings").hasValue(0);
        }
    }
}
