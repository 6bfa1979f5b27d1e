package io.lbkeeper.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.observation.StatsRules;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsStepTest {
    @ParameterizedTest
    @CsvSource({"DEAD, DEAD", "DEAD DEAD, DEAD", "OK DEAD, OK", "DEAD OK, OK", "DEAD STRANGER OK, STRANGER",
            "OK STRANGER, OK", "DEAD UNKNOWN STOPPING DEAD, UNKNOWN", "DEGRADED OK, DEGRADED"})
    void theFirstAnswerOfARaceCounts(String race, Health winner) {
        StatsStep step = new StatsStep(new StatsRules(List.of(), List.of(), Duration.ZERO), Optional.empty(),
                Introduction.ofOnlooker(), Ear.DEAF);
        Check first = null;
        for (String health : race.split(" ")) {
            first = step.firstAnswer(first, new Check(Health.valueOf(health), "one of the race"));
        }
        assertThat(first.health()).isEqualTo(winner);
    }
}
