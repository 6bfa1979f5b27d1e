package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.decision.Decision;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchRouteTest extends WatchTestBase {

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(Decisions.CREATE, "direct:change-service"),
                Arguments.of(Decisions.ADOPT, "direct:change-service"),
                Arguments.of(Decisions.CHALLENGE, "direct:change-service"),
                Arguments.of(Decisions.WITHDRAW, "direct:change-service"),
                Arguments.of(Decisions.REFUTE, "direct:change-service"),
                Arguments.of(Decisions.HAND_OVER, "direct:change-service"),
                Arguments.of(Decisions.TAKE_OVER, "direct:change-service"),
                Arguments.of(Decisions.MOVE_ADDRESS, "direct:change-service"),
                Arguments.of(Decisions.REGISTER, "direct:register"),
                Arguments.of(Decisions.KEEP, "none"),
                Arguments.of(Decisions.AWAIT, "none"),
                Arguments.of(Decisions.AWAIT_REFUTATION, "none"),
                Arguments.of(Decisions.REFUSE, "none"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @MethodSource("decisions")
    void eachDecisionEndsInItsRouteOnce(Decision decision, String route) {
        letCycleRun(decision);

        assertThat(received("direct:observe")).as("times observed").hasSize(1);
        assertThat(meals).as("meals of the watchdog").hasValue(1);
        assertThat(published).as("how often the status was published").hasValue(1);
        assertThat(received("direct:notify")).as("what was told").containsExactly(decision);
        for (String act : List.of("direct:change-service", "direct:register")) {
            assertThat(received(act)).as(act).isEqualTo(act.equals(route) ? List.of(decision) : List.of());
        }
    }

    @Test
    void whoeverIsToldNeitherChangesTheDecisionNorStopsIt() {
        mock("direct:notify").whenExchangeReceived(1, exchange -> exchange.getMessage().setBody("a text for people"));
        mock("direct:notify").whenExchangeReceived(2, exchange -> {
            exchange.getMessage().setBody("a text for people");
            throw new IllegalStateException("a web hook that is down, made by " + getClass());
        });
        letCycleRun(Decisions.TAKE_OVER);
        letCycleRun(Decisions.TAKE_OVER);
        assertThat(received("direct:change-service")).containsExactly(Decisions.TAKE_OVER, Decisions.TAKE_OVER);
    }

    @Test
    void whatWasDecidedLongAgoIsToldAndNotDone() {
        cycle.timely = false;
        letCycleRun(Decisions.TAKE_OVER);
        assertThat(received("direct:notify")).as("what was told").containsExactly(Decisions.TAKE_OVER);
        assertThat(received("direct:change-service")).as("changes upon an old decision").isEmpty();
    }

    @Test
    void nothingIsLookedAtWhenNoCycleIsDue() {
        letPassTicks(3);
        assertThat(meals).as("meals of the watchdog").hasValue(0);
        for (String route : List.of("direct:observe", "direct:notify", "direct:change-service", "direct:register")) {
            assertThat(received(route)).as(route).isEmpty();
        }
    }

    @Test
    void anExceptionIsTheEndOfItsCycleOnly() {
        mock("direct:observe").whenExchangeReceived(1, exchange -> {
            throw new IllegalStateException("a fault in the first of two cycles, made by " + getClass());
        });
        cycle.decisions.add(Decisions.TAKE_OVER);

        await().atMost(Duration.ofSeconds(10)).until(() -> received("direct:change-service").size() == 1);
        assertThat(received("direct:observe")).as("times observed, the first in vain").hasSize(2);
        await("the meal after the second").atMost(Duration.ofSeconds(10)).until(() -> meals.get() > 0);
        assertThat(meals).as("meals of the watchdog: none after the failed cycle").hasValue(1);
    }
}
