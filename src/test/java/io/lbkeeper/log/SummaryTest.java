package io.lbkeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.decision.Rules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Duration TTL = Duration.ofSeconds(60);
    private static final Rules RULES = new Rules("lb1", List.of("lb1", "lb2"), "example.com",
            List.of("lb.example.com"), TTL,
            Duration.ofSeconds(5), Duration.ofSeconds(1), 3, 2, Duration.ofSeconds(2), Duration.ofSeconds(60),
            Duration.ofSeconds(60));
    private static final Records RECORDS = Records.of(List.of(
            RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.10"),
            RecordSet.simple("_owner.lb.example.com", "TXT", TTL,
                    "\"v=1 owner=lb1 address=203.0.113.10 epoch=1 nonce=n inter=5\"")), RULES);

    private Duration now = Duration.ofMinutes(1);
    private final Summary summary = new Summary("lb.example.com", () -> now, () -> List.of("one"));

    @Test
    void sumsUpAndBeginsAnew() {
        assertThat(summary.text()).isEqualTo("in 0 min 0 cycles, at most 0.0 s from one to the next; failed checks: "
                + "none; 0 reads of the records, 0 changes, 0 more not applied or not confirmed, 0 times refused to "
                + "move; no owner of lb.example.com is known; alarms that stand: 1.");
        cycle(new Decision.KeepRecord("Kept.", false), Health.OK, true);
        pass(Duration.ofSeconds(5));
        cycle(new Decision.RefuseToMove("No."), Health.DEAD, false);
        pass(Duration.ofMillis(7_300));
        cycle(new Decision.RefuseToMove("No."), Health.DEGRADED, true);
        Decision.AdoptRecord sent = new Decision.AdoptRecord("Mine.", Change.swap(List.of(), List.of()));
        summary.acted(sent, new Outcome.Applied("C1"));
        summary.acted(sent, new Outcome.Lost("b"));
        summary.acted(sent, new Outcome.CouldNotAsk("b"));
        pass(Duration.ofMinutes(59));
        assertThat(summary.text()).isEqualTo("in 59 min 3 cycles, at most 7.3 s from one to the next; failed checks: "
                + "2 of lb2; 2 reads of the records, 1 changes, 2 more not applied or not confirmed, 2 times refused "
                + "to move; lb1 owns lb.example.com; alarms that stand: 2.");
        assertThat(summary.text()).startsWith("in 0 min 0 cycles, at most 0.0 s")
                .contains("failed checks: none; 0 reads", "0 changes, 0 more", "0 times refused",
                "lb1 owns lb.example.com");
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void cycle(Decision decision, Health peer, boolean fresh) {
        Observation seen = new Observation(now, Duration.ZERO, Answer.value("203.0.113.10"),
                Map.of("lb2", new Check(peer, "x")), Map.of(), Answer.value(RECORDS), fresh, "n", Requests.none());
        summary.decided(new Sight(seen, Memory.empty().after(seen, RULES), decision, true, RULES));
    }
}
