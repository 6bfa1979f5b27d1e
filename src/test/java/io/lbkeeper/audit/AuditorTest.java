package io.lbkeeper.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.status.Alarms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {
    private static final Duration TTL = Duration.ofSeconds(60);
    private static final Rules RULES = new Rules("lb2", List.of("lb1", "lb2"), "example.com",
            List.of("lb.example.com"), TTL,
            Duration.ofSeconds(5), Duration.ofSeconds(1), 3, 2, Duration.ofSeconds(2), Duration.ofSeconds(60),
            Duration.ofSeconds(60));
    private static final RecordSet OLD_OWN = RecordSet.simple("lb2.example.com", "A", TTL, "203.0.113.20");
    private static final Change MOVE = Change.swap(
            List.of(RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.10")),
            List.of(RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.20"),
                    RecordSet.simple("_owner.lb.example.com", "TXT", TTL,
                            "\"v=1 owner=lb2 address=203.0.113.20 epoch=18 nonce=n-7 inter=5\"")));

    private final Alarms alarms = new Alarms();

    @TempDir
    private Path folder;

    @Test
    void aMoveIsWrittenWithWhoWhyWhatWasAndWhatCameOfIt() throws IOException {
        Auditor auditor = auditor(Runnable::run);
        auditor.decided(sight());
        auditor.acted(new Decision.TakeOver("lb1 is gone.", MOVE), new Outcome.Applied("C123"));
        JsonNode line = line(0);
        assertThat(line.get("kind").textValue()).isEqualTo("change");
        assertThat(line.get("node").textValue()).isEqualTo("lb2");
        assertThat(line.get("user").textValue()).isEqualTo(System.getProperty("user.name"));
        assertThat(line.get("requests").get(0).textValue()).isEqualTo("drained by alice");
        assertThat(line.get("decision").textValue()).isEqualTo("TakeOver");
        assertThat(line.get("reason").textValue()).isEqualTo("lb1 is gone.");
        assertThat(line.get("old").toString()).isEqualTo("[{\"name\":\"lb.example.com\",\"type\":\"A\","
                + "\"ttlSeconds\":60,\"values\":[\"203.0.113.10\"]}]");
        assertThat(line.get("new")).hasSize(2);
        assertThat(line.get("epoch").longValue()).isEqualTo(18);
        assertThat(line.get("nonce").textValue()).isEqualTo("n-7");
        assertThat(line.get("outcome").textValue()).isEqualTo("applied");
        assertThat(line.get("changeId").textValue()).isEqualTo("C123");
    }

    @Test
    void theOwnRecordIsWrittenWithWhatItWasBefore() throws IOException {
        Auditor auditor = auditor(Runnable::run);
        auditor.decided(sight());
        auditor.acted(new Decision.UpdateAddress("It is another.", Change.set(RecordSet.simple("lb2.example.com", "A",
                TTL, "203.0.113.99")), false), new Outcome.CouldNotAsk("timed out"));
        JsonNode line = line(0);
        assertThat(line.get("old").toString()).contains("203.0.113.20");
        assertThat(line.get("new").toString()).contains("203.0.113.99");
        assertThat(line.get("guarded").booleanValue()).isFalse();
        assertThat(line.get("epoch").isNull()).isTrue();
        assertThat(line.get("outcome").textValue()).isEqualTo("unknown");
        assertThat(line.get("detail").textValue()).contains("timed out");
    }

    @Test
    void whatCannotBeWrittenIsAnAlarmUntilItCanAndNoException() throws IOException {
        Path file = Files.createDirectory(folder.resolve(Audit.NAME));
        Auditor auditor = auditor(Runnable::run);
        auditor.decided(sight());
        auditor.acted(new Decision.TakeOver("a", MOVE), new Outcome.Lost("b"));
        assertThat(alarms.byKey().get(Auditor.ALARM)).startsWith("A change of records is missing in " + file);
        Files.delete(file);
        auditor.acted(new Decision.TakeOver("a", MOVE), new Outcome.Lost("b"));
        assertThat(alarms.standing()).isEmpty();
        assertThat(line(0).get("outcome").textValue()).isEqualTo("lost");
    }

    @Test
    void aDiskThatHangsHoldsNobodyUp() {
        Auditor auditor = auditor(work -> {
            throw new RejectedExecutionException();
        });
        auditor.decided(sight());
        auditor.acted(new Decision.TakeOver("a", MOVE), new Outcome.Lost("b"));
        assertThat(alarms.byKey()).containsKey(Auditor.ALARM);
    }

    private Auditor auditor(Executor writer) {
        return new Auditor(new Audit(folder), alarms, () -> Instant.EPOCH, writer);
    }

    private static Sight sight() {
        Records records = Records.of(List.of(OLD_OWN), RULES);
        Requests drained = new Requests(Optional.empty(), Optional.of("drained by alice"), Optional.empty());
        Observation seen = new Observation(Duration.ZERO, Duration.ZERO, Answer.value("203.0.113.20"), Map.of(),
                Map.of(), Answer.value(records), true, "n-7", drained);
        return new Sight(seen, Memory.empty().after(seen, RULES), new Decision.AwaitMoreChecks("x"), true, RULES);
    }

    private JsonNode line(int number) throws IOException {
        return new ObjectMapper().readTree(Files.readAllLines(folder.resolve(Audit.NAME)).get(number));
    }
}
