package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lbkeeper.audit.Audit;
import io.lbkeeper.audit.Auditor;
import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Memory;
import io.lbkeeper.decision.Observation;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.decision.Rules;
import io.lbkeeper.notice.Notice;
import io.lbkeeper.status.Alarms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notice and the line of the audit that the pages show have the fields that real ones have. */
class TellingSamplesTest {
    private static final Duration TTL = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void theNoticeIsAsOnThePage() throws IOException {
        Notice notice = new Notice(Instant.EPOCH, "lb2", "lb.example.com", Notice.Kind.MOVE, "TakeOver", "x", 0);
        assertThat(sample("notifications.md", "leftOut")).isEqualTo(names(new ObjectMapper().readTree(notice.json())));
    }

    @Test
    void theLineOfTheAuditIsAsOnThePage() throws IOException {
        Rules rules = new Rules("lb2", List.of("lb1", "lb2"), "example.com", List.of("lb.example.com"), TTL,
                Duration.ofSeconds(5), Duration.ofSeconds(1), 3, 2, Duration.ofSeconds(2), TTL, TTL);
        RecordSet record = RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.10");
        Observation seen = new Observation(Duration.ZERO, Duration.ZERO, Answer.absent("x"), Map.of(), Map.of(),
                Answer.couldNotAsk("x"), false, "n", Requests.none());
        Audit audit = new Audit(folder);
        Auditor auditor = new Auditor(audit, new Alarms(), () -> Instant.EPOCH);
        Decision.TakeOver sent = new Decision.TakeOver("x", Change.swap(List.of(record), List.of(record)));
        auditor.decided(new Sight(seen, Memory.empty(), sent, true, rules));
        auditor.acted(sent, new Outcome.Applied("C1"));
        Awaitility.await("the line").until(() -> Files.exists(audit.file()) && Files.size(audit.file()) > 0);
        JsonNode line = new ObjectMapper().readTree(audit.file().toFile());
        assertThat(sample("log.md", "changeId")).isEqualTo(names(line));
        assertThat(names(line.get("old").get(0))).containsExactly("name", "type", "ttlSeconds", "values");
    }

    /** The names of the one sample's fields, in their order. */
    private static List<String> sample(String page, String field) throws IOException {
        List<Page.Sample> samples = Page.of("src/main/docs/" + page).samples().stream()
                .filter(one -> one.language().equals("json") && one.text().contains("\"" + field + "\"")).toList();
        assertThat(samples).as("samples in %s", page).hasSize(1);
        return names(new ObjectMapper().readTree(samples.get(0).text()));
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
