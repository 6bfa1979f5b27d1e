package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Outcome;
import io.lbkeeper.propagation.Follower;
import io.lbkeeper.propagation.Propagation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeServiceRouteTest extends OwnProviderTestBase {
    @Override
    String[] routes() {
        return new String[] {"change-service"};
    }

    static Outcome[] outcomes() {
        return new Outcome[] {new Outcome.Applied("C7"), new Outcome.Lost("it is another by now"),
            new Outcome.CouldNotAsk("no answer within 3 s")};
    }

    @Test
    void theDecisionsChangeGoesToTheProviderOnce() {
        template.sendBody("direct:change-service", Decisions.TAKE_OVER);
        assertThat(provider.changes).containsExactly(Decisions.SWAP);
    }

    @Test
    void anAppliedChangeIsFollowedFromThenOn() {
        Follower follower = context.getRegistry().lookupByNameAndType("follower", Follower.class);
        provider.outcome = new Outcome.Lost("it is another by now");
        template.sendBody("direct:change-service", Decisions.TAKE_OVER);
        assertThat(follower.state()).isInstanceOf(Propagation.Nothing.class);
        provider.outcome = new Outcome.Applied("C7");
        template.sendBody("direct:change-service", Decisions.TAKE_OVER);
        assertThat(follower.state()).asString().startsWith("change C7 is applied");
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void theOutcomeReachesTheCycleAndTheLog(Outcome outcome) {
        provider.outcome = outcome;
        try (SeenLog log = new SeenLog()) {
            template.sendBody("direct:change-service", Decisions.TAKE_OVER);
            assertThat(cycle.outcomes).containsExactly(outcome);
            assertThat(log.lines())
                    .containsExactly((outcome.isAlarm() ? "WARN" : "INFO") + " Service record: " + outcome);
        }
    }
}
