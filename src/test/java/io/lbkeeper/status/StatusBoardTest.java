package io.lbkeeper.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Powers;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.propagation.Propagation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusBoardTest {
    private static final Instant START = Instant.parse("2026-11-23T03:00:00Z");
    private static final Rules RULES = new Rules("lb1", List.of("lb1", "lb2"), "example.com", List.of("lb.example.com"),
            Duration.ofSeconds(60), Duration.ofSeconds(5), Duration.ofSeconds(1), 3, 2, Duration.ofSeconds(2),
            Duration.ofSeconds(60), Duration.ofSeconds(60));
    private static final List<RecordSet> ZONE = List.of(
            RecordSet.simple("lb.example.com", "A", RULES.ttl(), "203.0.113.1"),
            RecordSet.simple("_owner.lb.example.com", "TXT", RULES.ttl(),
                    "\"v=1 owner=lb1 address=203.0.113.1 epoch=7 nonce=n inter=5 challenger=lb2\""));

    private final Alarms alarms = new Alarms();
    private final List<Status> published = new ArrayList<>();
    private Propagation propagation = new Propagation.Nothing();
    private Instant now = START;
    private final StatusBoard board = new StatusBoard(new StatusBoard.Reporter("1.0", 42, START, Duration.ofSeconds(15),
            false), alarms, () -> propagation, () -> now, published::add);
    private Memory memory = Memory.empty();

    @Test
    void aCycleIsToldWhenItIsComplete() {
        cycle(0, Health.OK, new Decision.KeepRecord("All is well.", false));
        assertThat(board.current()).as("before the cycle is complete").isEmpty();
        board.publish();
        Status status = published.get(0);
        assertThat(board.current()).contains(status);
        assertThat(status.process()).isEqualTo(new Status.Process("lb1", "1.0", 42, START, START,
                Duration.ofSeconds(15), 1, false));
        assertThat(status.name()).isEqualTo(new Status.Name("lb.example.com", Optional.of("203.0.113.1"),
                Optional.of("lb1"), Optional.of(7L), Optional.of("lb2"), Optional.of(START), Map.of()));
        assertThat(status.isOwner()).isTrue();
        assertThat(status.alarms()).isEmpty();
        assertThat(status.nodes()).extracting(Status.Node::node, Status.Node::own, Status.Node::health)
                .containsExactly(tuple("lb1", true, "OK"),
                        tuple("lb2", false, "OK"));
    }

    @Test
    void whatTheDnsProviderCannotDoIsToldAndKeptInTheFile() {
        assertThat(told(0, Health.OK, new Decision.KeepRecord("All is well.", false)).process().lacks()).isEmpty();
        Rules weak = RULES.with(new Powers(false, false));
        Status status = told(5, Health.OK, new Decision.KeepRecord("All is well.", false), weak);
        assertThat(status.process().lacks().orElseThrow()).startsWith("the DNS provider can't compare and swap, so")
                .contains("it keeps no owner record");
        assertThat(StatusJson.read(StatusJson.write(status)).process()).isEqualTo(status.process());
    }

    @Test
    void aHealthAndADecisionKeepTheTimeFromWhichTheyHold() {
        told(0, Health.OK, new Decision.KeepRecord("All is well.", false));
        told(5, Health.OK, new Decision.KeepRecord("All is well.", false));
        Status same = told(10, Health.OK, new Decision.KeepRecord("All is well.", false));
        assertThat(same.decision().since()).isEqualTo(START);
        assertThat(same.nodes().get(1).since()).isEqualTo(START);
        assertThat(same.nodes().get(1).checked()).isEqualTo(START.plusSeconds(10));
        assertThat(same.timeline()).hasSize(1);
        Status other = told(15, Health.DEAD, new Decision.RefuseToMove("lb2 is gone."));
        assertThat(other.decision().since()).isEqualTo(START.plusSeconds(15));
        assertThat(other.nodes().get(1).since()).isEqualTo(START.plusSeconds(15));
        assertThat(other.nodes().get(1).failures()).isEqualTo(1);
        assertThat(other.timeline()).extracting(Status.Told::name).containsExactly("RefuseToMove", "KeepRecord");
    }

    @Test
    void allThatSomebodyShouldLookAtIsAnAlarm() {
        propagation = new Propagation.CouldNotTell("C1", "nobody answers");
        alarms.raise("edit", "routes/watch.camel.yaml:3 was not taken up.");
        Status status = told(0, Health.DEAD, new Decision.RefuseToMove("lb2 is gone."));
        assertThat(status.alarms()).containsExactly("lb2 is gone.", "how far change C1 has come can't be told: "
                + "nobody answers.", "routes/watch.camel.yaml:3 was not taken up.");
        alarms.clear("edit");
        assertThat(told(5, Health.OK, new Decision.KeepRecord("Well.", false)).alarms()).hasSize(1);
    }

    @Test
    void theTimelineHasAnEnd() {
        for (int i = 0; i < 200; i++) {
            told(i, Health.OK, new Decision.AwaitMoreChecks("Check " + i + "."));
            told(i, Health.OK, new Decision.KeepRecord("Well.", false));
        }
        Status last = published.get(published.size() - 1);
        assertThat(last.timeline()).hasSize(50);
        assertThat(last.timeline().get(0)).isEqualTo(last.decision());
        assertThat(last.process().cycles()).isEqualTo(400);
    }

    @Test
    void aStatusComesBackFromItsFileAsItWas(@TempDir Path dir) throws IOException {
        board.acted(new Decision.HandOver("It is \"drained\".", Change.swap(List.of(), List.of())),
                new Outcome.Applied("C7"));
        alarms.raise("x", "A line\nbreak, a \"quote\", a \\ and \u00e9\u2028.");
        Status status = told(0, Health.DEAD, new Decision.RefuseToMove("lb2 is gone."));
        new StatusFile(dir, alarms).accept(status);
        assertThat(StatusFile.read(dir)).contains(status);
        try (var files = Files.list(dir)) {
            assertThat(files).containsExactly(dir.resolve("status.json"));
        }
        for (String broken : List.of("", "{}", "[]", "null", "{\"node\":1}", StatusJson.write(status).substring(9))) {
            assertThatThrownBy(() -> StatusJson.read(broken)).as(broken)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aDiskThatCannotBeWrittenIsAnAlarmAndNoMore(@TempDir Path dir) throws IOException {
        Path noFolder = Files.createFile(dir.resolve("a-file"));
        StatusFile file = new StatusFile(noFolder, alarms);
        Status status = told(0, Health.OK, new Decision.KeepRecord("Well.", false));
        file.accept(status);
        file.accept(status);
        assertThat(alarms.standing()).singleElement().asString().contains("could not be written to " + noFolder);
        Files.delete(noFolder);
        file.accept(status);
        assertThat(alarms.standing()).isEmpty();
    }

    @Test
    void itIsStaleWhenItIsOlderThanTheNextCycleMayTake() {
        Status status = told(0, Health.OK, new Decision.KeepRecord("Well.", false));
        assertThat(status.isStale(START.plusSeconds(15))).isFalse();
        assertThat(status.isStale(START.plusMillis(15_001))).isTrue();
    }

    private Status told(int second, Health lb2, Decision decision) {
        return told(second, lb2, decision, RULES);
    }

    private Status told(int second, Health lb2, Decision decision, Rules rules) {
        cycle(second, lb2, decision, rules);
        board.publish();
        return published.get(published.size() - 1);
    }

    private void cycle(int second, Health lb2, Decision decision) {
        cycle(second, lb2, decision, RULES);
    }

    private void cycle(int second, Health lb2, Decision decision, Rules rules) {
        now = START.plusSeconds(second);
        Observation seen = new Observation(Duration.ofSeconds(1000 + second), Duration.ZERO,
                Answer.value("203.0.113.1"), Map.of("lb1", new Check(Health.OK, "fine"), "lb2",
                        new Check(lb2, "as the test says")), Map.of(), Answer.value(Records.of(ZONE, rules)), true,
                "n" + second, Requests.none());
        memory = memory.after(seen, rules);
        board.decided(new Sight(seen, memory, decision, false, rules));
    }
}
