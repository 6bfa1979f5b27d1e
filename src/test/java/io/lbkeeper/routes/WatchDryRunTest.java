package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Decision;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code lb.dry-run=true}: everything but the acting. */
class WatchDryRunTest extends WatchTestBase {
    @Override
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(super.settings());
        settings.put("lb.dry-run", "true");
        return settings;
    }

    static Stream<Decision> decisions() {
        return Stream.of(Decisions.CREATE, Decisions.ADOPT, Decisions.CHALLENGE, Decisions.WITHDRAW,
                Decisions.REFUTE, Decisions.HAND_OVER, Decisions.TAKE_OVER, Decisions.MOVE_ADDRESS,
                Decisions.REGISTER, Decisions.KEEP);
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void everyDecisionIsToldAndNoneIsActedOn(Decision decision) {
        letCycleRun(decision);

        assertThat(received("direct:observe")).as("times observed").hasSize(1);
        assertThat(received("direct:notify")).as("what was told").containsExactly(decision);
        assertThat(received("direct:change-service")).as("changes in a dry run").isEmpty();
        assertThat(received("direct:register")).as("registrations in a dry run").isEmpty();
    }
}
