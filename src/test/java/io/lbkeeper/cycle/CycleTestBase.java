package io.lbkeeper.cycle;

import static io.lbkeeper.cycle.PairOfNodes.OK;
import static io.lbkeeper.cycle.PairOfNodes.RULES;
import static io.lbkeeper.cycle.PairOfNodes.node;
import static io.lbkeeper.cycle.PairOfNodes.owner;
import static io.lbkeeper.cycle.PairOfNodes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** lb1 from within: what it sees is put in by hand, and time goes on only when it is told to. */
abstract class CycleTestBase {
    static final List<RecordSet> LB2_OWNS = List.of(service("203.0.113.20"), owner("lb2", "203.0.113.20"),
            node("lb1", "203.0.113.10"), node("lb2", "203.0.113.20"));
    static final List<RecordSet> LB1_OWNS = List.of(service("203.0.113.10"), owner("lb1", "203.0.113.10"),
            node("lb1", "203.0.113.10"), node("lb2", "203.0.113.20"));

    final AtomicInteger nonces = new AtomicInteger();
    Duration now = Duration.ofSeconds(1000);
    final Cycle cycle = new Cycle(RULES, new Sites("http://127.0.0.1:1/", "http://{address}:1/", Map.of()),
            Duration.ofSeconds(1), () -> now, () -> "nonce-" + nonces.incrementAndGet());

    void begin() {
        now = now.plusSeconds(5);
        assertThat(cycle.isDue()).isTrue();
    }

    /** A cycle that reads the records, with this node well, and decides. */
    Decision seeAll(List<RecordSet> records, Check lb2) {
        cycle.sawAddress(Answer.value("203.0.113.10"));
        cycle.sawRecords(Answer.value(records));
        cycle.sawCheck(PairOfNodes.target("lb1"), OK);
        cycle.sawCheck(PairOfNodes.target("lb2"), lb2);
        return cycle.decide();
    }

    /** Asked once a second, as the timer does. */
    int secondsUntilDue() {
        for (int seconds = 1; seconds <= 60; seconds++) {
            now = now.plusSeconds(1);
            if (cycle.isDue()) {
                return seconds;
            }
        }
        throw new AssertionError("no cycle was due within 60 s");
    }

    static String ownerText(Decision decision) {
        return ((Decision.Changing) decision).change().desired().get(1).values().get(0);
    }
}
