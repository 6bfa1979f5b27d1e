package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.DEAD;
import static io.lbkeeper.cycle.PairOfNodes.OK;
import static io.lbkeeper.cycle.PairOfNodes.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings are edited between two cycles. */
class CycleGoByTest extends CycleTestBase {

    @Test
    void theNextCycleIsDueByTheNewIntervalFromTheStartOfTheLast() {
        begin();
        seeAll(LB2_OWNS, OK);
        now = now.plusSeconds(1);
        goBy(rules(List.of("lb1", "lb2"), Duration.ofSeconds(3)));
        assertThat(secondsUntilDue()).as("3 s after the last one, 1 s of which had passed").isEqualTo(2);
        seeAll(LB2_OWNS, OK);
        goBy(rules(List.of("lb1", "lb2"), Duration.ofSeconds(2)));
        assertThat(secondsUntilDue()).isEqualTo(2);
    }

    @Test
    void beforeALongerIntervalThereIsACycleAtOnceSinceTheOthersReckonByTheShorterOne() {
        begin();
        seeAll(LB2_OWNS, OK);
        now = now.plusSeconds(1);
        goBy(rules(List.of("lb1", "lb2"), Duration.ofSeconds(10)));
        assertThat(cycle.isDue()).isTrue();
        seeAll(LB2_OWNS, OK);
        assertThat(secondsUntilDue()).isEqualTo(10);
    }

    @Test
    void failedChecksThatWereCountedStayCounted() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        seeAll(LB2_OWNS, DEAD);
        assertThat(secondsUntilDue()).isEqualTo(1);
        seeAll(LB2_OWNS, DEAD);
        goBy(rules(List.of("lb1", "lb2", "lb3"), Duration.ofSeconds(10)));
        assertThat(secondsUntilDue()).as("after failed check 2 of 3").isEqualTo(1);
        seeAll(LB2_OWNS, DEAD);
        assertThat(secondsUntilDue()).as("the third: it is clear").isEqualTo(10);
    }

    @Test
    void theRecordsAreReadAgainAndReadIntoValuesByTheNewRules() {
        begin();
        seeAll(LB2_OWNS, OK);
        begin();
        assertThat(cycle.needsRecords()).as("a standby's, read just before").isFalse();
        goBy(rules(List.of("lb1", "lb2", "lb3"), Duration.ofSeconds(5)));
        assertThat(cycle.needsRecords()).isTrue();
        assertThat(cycle.names()).contains("lb3.example.com");
        cycle.sawRecords(Answer.value(LB2_OWNS));
        assertThat(cycle.needsRecords()).isFalse();
    }

    @Test
    void otherRoutesWithTheSameSettingsCostNothing() {
        begin();
        seeAll(LB2_OWNS, OK);
        goBy(RULES);
        begin();
        assertThat(cycle.needsRecords()).isFalse();
    }

    private void goBy(Rules rules) {
        cycle.goBy(rules, new Sites("http://127.0.0.1:1/", "http://{address}:1/", Map.of()), Duration.ofSeconds(1));
    }

    private static Rules rules(List<String> nodes, Duration interval) {
        return new Rules(RULES.node(), nodes, RULES.domain(), RULES.services(), RULES.ttl(), interval,
                RULES.fastinter(), RULES.fall(), RULES.rise(), RULES.grace(), RULES.holdDown(),
                RULES.recordsInterval());
    }
}
