package io.lbkeeper.observation;

import static io.lbkeeper.observation.StatsPages.ALL;
import static io.lbkeeper.observation.StatsPages.APP_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Health;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every captured page and its health, with all backends required and with only two of them. The api backend is
 * down in all pages but the one taken just after the start; app's servers are in maintenance in the last four.
 */
class CapturedPagesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2.4      | just-started               | UNKNOWN  | OK
            2.4      | mixed                      | DEGRADED | OK
            2.4      | drain-and-maint            | DEGRADED | DEGRADED
            2.4      | all-servers-in-maintenance | DEGRADED | DEGRADED
            2.4      | frontend-disabled          | DEGRADED | DEGRADED
            2.4      | frontend-stopped           | STOPPING | STOPPING
            2.6      | just-started               | UNKNOWN  | OK
            2.6      | mixed                      | DEGRADED | OK
            2.6      | drain-and-maint            | DEGRADED | DEGRADED
            2.6      | all-servers-in-maintenance | DEGRADED | DEGRADED
            2.6      | frontend-disabled          | STOPPING | STOPPING
            2.6      | frontend-stopped           | STOPPING | STOPPING
            2.8      | just-started               | UNKNOWN  | OK
            2.8      | mixed                      | DEGRADED | OK
            2.8      | drain-and-maint            | DEGRADED | DEGRADED
            2.8      | all-servers-in-maintenance | DEGRADED | DEGRADED
            2.8      | frontend-disabled          | STOPPING | STOPPING
            2.8      | frontend-stopped           | STOPPING | STOPPING
            3.0      | just-started               | UNKNOWN  | OK
            3.0      | mixed                      | DEGRADED | OK
            3.0      | drain-and-maint            | DEGRADED | DEGRADED
            3.0      | all-servers-in-maintenance | DEGRADED | DEGRADED
            3.0      | frontend-disabled          | STOPPING | STOPPING
            3.0      | frontend-stopped           | STOPPING | STOPPING
            3.2      | just-started               | UNKNOWN  | OK
            3.2      | mixed                      | DEGRADED | OK
            3.2      | drain-and-maint            | DEGRADED | DEGRADED
            3.2      | all-servers-in-maintenance | DEGRADED | DEGRADED
            3.2      | frontend-disabled          | STOPPING | STOPPING
            3.2      | frontend-stopped           | STOPPING | STOPPING
            3.4      | just-started               | UNKNOWN  | OK
            3.4      | mixed                      | DEGRADED | OK
            3.4      | drain-and-maint            | DEGRADED | DEGRADED
            3.4      | all-servers-in-maintenance | DEGRADED | DEGRADED
            3.4      | frontend-disabled          | STOPPING | STOPPING
            3.4      | frontend-stopped           | STOPPING | STOPPING
            3.5-dev5 | just-started               | UNKNOWN  | OK
            3.5-dev5 | mixed                      | DEGRADED | OK
            3.5-dev5 | drain-and-maint            | DEGRADED | DEGRADED
            3.5-dev5 | all-servers-in-maintenance | DEGRADED | DEGRADED
            3.5-dev5 | frontend-disabled          | STOPPING | STOPPING
            3.5-dev5 | frontend-stopped           | STOPPING | STOPPING
            """)
    void hasItsHealth(String version, String state, Health allRequired, Health appRequired) {
        StatsAnswer answer = StatsPages.answer(200, StatsPages.captured(version, state));

        assertThat(StatsJudge.judge("lb1", answer, ALL)).as("all backends required")
                .matches(check -> check.health() == allRequired, "is " + allRequired);
        assertThat(StatsJudge.judge("lb1", answer, APP_ONLY)).as("app and unchecked required")
                .matches(check -> check.health() == appRequired, "is " + appRequired);
    }
}
