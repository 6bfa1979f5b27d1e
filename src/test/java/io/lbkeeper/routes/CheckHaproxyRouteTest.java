package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Target;
import io.lbkeeper.decision.Health;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The route itself; what the check does has its own test, and so has whether a cycle waits for it. */
class CheckHaproxyRouteTest extends RouteTestBase {
    private final StubCycle cycle = new StubCycle();
    private final ScriptedServer server = new ScriptedServer();

    @Override
    String[] routes() {
        return new String[] {"check-haproxy"};
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle);
    }

    @Override
    Map<String, String> settings() {
        return Map.of("lb.check.backends", "app");
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void whatIsSeenReachesTheCycleWithTheTargetThatItWasSeenOf() {
        server.replies(StatsPages.good());
        for (String node : List.of("lb2", "lb3")) {
            template.sendBody("direct:check-haproxy", new Target(node, "127.0.0.1", server.url() + "/stats;csv"));
        }
        assertThat(cycle.checks).containsOnlyKeys("lb2", "lb3");
        assertThat(cycle.checks.get("lb2").health()).as("%s", cycle.checks).isEqualTo(Health.OK);
        assertThat(cycle.checks.get("lb3").health()).as("%s", cycle.checks).isEqualTo(Health.STRANGER);
    }
}
