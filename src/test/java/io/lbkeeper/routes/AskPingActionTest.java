package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import org.junit.jupiter.api.Test;

/** By the system's own ping, of this machine: one that may ping sees it, and one that may not says so. */
class AskPingActionTest extends RouteTestBase {
    @Override
    String[] routes() {
        return new String[0];
    }

    @Test
    void thisMachineIsNotDead() {
        Check check = template.requestBody("kamelet:ask-ping-action?deadline=5000", new Target("lb2", "127.0.0.1",
                "ping://127.0.0.1"), Check.class);
        assertThat(check.health()).as("%s", check).isIn(Health.OK, Health.UNKNOWN);
        assertThat(check.detail()).matches("answers a ping.*|could not ask: .*");
    }
}
