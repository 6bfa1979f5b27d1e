package io.lbkeeper.plain;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a read kamelet answers: {@code {"records": [{"name", "type", "ttl", "values"}]}} or
 * {@code {"could-not-ask": "why"}}. A provider with an entry for each value gives each as a record of its own.
 */
final class PlainRecords {
    static final String COULD_NOT_ASK = "could-not-ask";
    static final String ID = "id";
    private static final String RECORDS = "records";
    private static final Set<String> FIELDS = Set.of("name", "type", "ttl", "values", "policy", ID);
    /** Types that no name server gives out: a provider makes address records of them. */
    private static final Set<String> ADDRESS_BY_RULE = Set.of("ALIAS", "ANAME", "LUA");
    private static final long LONGEST_TTL_SECONDS = Integer.MAX_VALUE;

    private record Key(String name, String type) {
    }

    private PlainRecords() {
    }

    static Answer<List<RecordSet>> answer(Object given) {
        try {
            Map<?, ?> answer = PlainData.map(PlainData.parse(given), "the answer of the read kamelet");
            PlainData.onlyKnows(answer, Set.of(RECORDS, COULD_NOT_ASK));
            if (answer.containsKey(COULD_NOT_ASK)) {
                return Answer.couldNotAsk(PlainData.text(answer, COULD_NOT_ASK));
            }
            return Answer.value(sets(answer));
        } catch (IllegalArgumentException | IOException e) {
            return Answer.couldNotAsk("the answer of the read kamelet is not in the form it must have: "
                    + e.getMessage());
        }
    }

    static List<RecordSet> sets(Map<?, ?> answer) {
        Map<Key, RecordSet> sets = new LinkedHashMap<>();
        for (Object row : PlainData.list(answer, RECORDS)) {
            RecordSet set = set(PlainData.map(row, "a record"));
            sets.merge(new Key(set.name(), set.type()), set, PlainRecords::together);
        }
        return List.copyOf(sets.values());
    }

    /** The record as it stands in the list; without the others of its name and type. */
    static RecordSet set(Map<?, ?> row) {
        PlainData.onlyKnows(row, FIELDS);
        String type = PlainData.text(row, "type");
        String policy = row.get("policy") == null || row.get("policy").equals("") ? RecordSet.SIMPLE
                : PlainData.text(row, "policy");
        Duration ttl = Duration.ofSeconds(PlainData.number(row, "ttl", LONGEST_TTL_SECONDS));
        List<String> values = PlainData.texts(row, "values");
        if (values.isEmpty() && policy.equals(RecordSet.SIMPLE)) {
            throw new IllegalArgumentException("there is no value in " + PlainData.quote(row));
        }
        boolean byRule = ADDRESS_BY_RULE.contains(type);
        return new RecordSet(PlainData.text(row, "name"), byRule ? "A" : type, ttl,
                type.equals("TXT") ? values.stream().map(PlainRecords::quoted).toList() : values,
                byRule ? type + " record" : policy);
    }

    private static RecordSet together(RecordSet one, RecordSet other) {
        List<String> values = new ArrayList<>(one.values());
        other.values().stream().filter(value -> !values.contains(value)).forEach(values::add);
        String policy = !one.isSimple() ? one.policy() : !other.isSimple() ? other.policy()
                : one.ttl().equals(other.ttl()) ? RecordSet.SIMPLE : "records with different TTLs";
        return new RecordSet(one.name(), one.type(), one.ttl(), values, policy);
    }

    /** Some providers tell a TXT value without the quotes that zone files have. */
    private static String quoted(String value) {
        return value.startsWith("\"") ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
