package io.lbkeeper.audit;

import io.lbkeeper.cycle.Sight;
import io.lbkeeper.decision.Decision;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.decision.Requests;
import io.lbkeeper.json.JsonText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One line of the audit: who has done what, why, and what came of it. */
public record AuditLine(Map<String, Object> fields) {
    private static final Pattern EPOCH = Pattern.compile("\\bepoch=(\\d+)");
    private static final Pattern NONCE = Pattern.compile("\\bnonce=([^\\s\"]+)");

    /** A change of records that was sent. */
    static AuditLine change(Instant at, Sight sight, Decision.Changing sent, Outcome outcome) {
        String node = sight.rules().node();
        Map<String, Object> fields = fields(at, "change", node);
        fields.put("user", System.getProperty("user.name"));
        fields.put("requests", words(sight.seen().requests()));
        fields.put("decision", sent.name());
        fields.put("reason", sent.reason());
        fields.put("guarded", sent.change().guarded());
        List<RecordSet> old = sent.change().guarded() ? sent.change().expected()
                : sight.memory().records().map(records -> records.nodes().getOrDefault(node, List.of()))
                        .orElse(List.of());
        fields.put("old", old.stream().map(AuditLine::record).toList());
        fields.put("new", sent.change().desired().stream().map(AuditLine::record).toList());
        String owner = sent.change().desired().stream().filter(set -> set.type().equals("TXT"))
                .flatMap(set -> set.values().stream()).findFirst().orElse("");
        fields.put("epoch", found(EPOCH, owner).map(Long::valueOf));
        fields.put("nonce", found(NONCE, owner));
        fields.put("outcome", outcome instanceof Outcome.Applied ? "applied"
                : outcome instanceof Outcome.Lost ? "lost" : "unknown");
        fields.put("changeId", outcome instanceof Outcome.Applied applied ? Optional.of(applied.changeId())
                : Optional.empty());
        fields.put("detail", outcome.toString());
        return new AuditLine(fields);
    }

    /**
     * What an operator asks of a node.
     *
     * @param by    who
     * @param what  the command, such as {@code drain}
     * @param words what is asked, until when and why, in words
     */
    public static AuditLine request(Instant at, String node, String by, String what, String words) {
        Map<String, Object> fields = fields(at, "request", node);
        fields.put("user", by);
        fields.put("request", what);
        fields.put("detail", words);
        return new AuditLine(fields);
    }

    String json() {
        return JsonText.of(fields);
    }

    private static Map<String, Object> fields(Instant at, String kind, String node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", at.truncatedTo(ChronoUnit.MILLIS));
        fields.put("kind", kind);
        fields.put("node", node);
        fields.put("pid", ProcessHandle.current().pid());
        return fields;
    }

    private static List<String> words(Requests requests) {
        return Stream.of(requests.pause(), requests.drain(), requests.switchover().map(Requests.Switchover::words))
                .flatMap(Optional::stream).toList();
    }

    private static Map<String, Object> record(RecordSet set) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", set.name());
        fields.put("type", set.type());
        fields.put("ttlSeconds", set.ttl().toSeconds());
        fields.put("values", set.values());
        return fields;
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
