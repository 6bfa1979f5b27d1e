package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Decision;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NotifyRouteTest extends RouteTestBase {
    private final StubCycle cycle = new StubCycle();

    @Override
    String[] routes() {
        return new String[] {"notify", "post-notices"};
    }

    @Override
    Map<String, Object> beans() {
        return Map.of("cycle", cycle);
    }

    static Decision[] decisions() {
        return new Decision[] {Decisions.CREATE, Decisions.ADOPT, Decisions.TAKE_OVER, Decisions.MOVE_ADDRESS,
            Decisions.REGISTER, Decisions.KEEP, Decisions.AWAIT, Decisions.REFUSE};
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aNewDecisionIsLoggedWithItsReasonAndARefusalLouder(Decision decision) {
        try (SeenLog log = new SeenLog()) {
            template.sendBody("direct:notify", decision);
            assertThat(log.lines()).containsExactly((decision == Decisions.REFUSE ? "WARN " : "INFO ")
                    + decision.name() + ": " + decision.reason());
        }
    }

    @Test
    void whatIsNoNewsIsNotSaidAgain() {
        cycle.news = false;
        try (SeenLog log = new SeenLog()) {
            template.sendBody("direct:notify", Decisions.REFUSE);
            template.sendBody("direct:notify", Decisions.TAKE_OVER);
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void theDecisionPassesThroughUnchanged() {
        assertThat(template.requestBody("direct:notify", (Object) Decisions.TAKE_OVER)).isSameAs(Decisions.TAKE_OVER);
    }
}
