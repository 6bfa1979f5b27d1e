package io.lbkeeper.plain;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.RecordSet;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of a provider's kamelets in plain data, by Camel's own conversion. */
class PlainConvertersTest {
    private static final RecordSet LB = RecordSet.simple("lb.example.com", "A", Duration.ofSeconds(60), "203.0.113.10");
    private static final String RECORD = "{\"name\": \"LB.example.com.\", \"type\": \"A\", \"ttl\": 60, "
            + "\"values\": [\"203.0.113.10\"]}";

    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void register() {
        camel.getTypeConverterRegistry().addTypeConverters(new PlainConverters());
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void recordsAreValuesInWhateverFormTheyCome() {
        String json = "{\"records\": [" + RECORD + "]}";
        Map<String, Object> map = Map.of("records", List.of(Map.of("name", "lb.example.com", "type", "A", "ttl", 60L,
                "values", List.of("203.0.113.10"), "policy", "")));
        for (Object form : List.of(json, json.getBytes(StandardCharsets.UTF_8), map,
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(answer(form)).as("%s", form).isEqualTo(Answer.value(List.of(LB)));
        }
        assertThat(answer(Answer.absent("as it is"))).isEqualTo(Answer.absent("as it is"));
    }

    @Test
    void entriesOfOneNameAndTypeAreOneRecordSet() {
        assertThat(answer("{\"records\": [" + RECORD + ", " + RECORD.replace(".10", ".20") + "]}")).isEqualTo(
                Answer.value(List.of(RecordSet.simple("lb.example.com", "A", Duration.ofSeconds(60), "203.0.113.10",
                        "203.0.113.20"))));
        assertThat(policy("{\"records\": [" + RECORD + ", " + RECORD.replace("60", "300") + "]}"))
                .isEqualTo("records with different TTLs");
    }

    @Test
    void whatIsNoPlainRecordIsToldFromOne() {
        assertThat(policy("{\"records\": [" + RECORD.replace("\"ttl\"", "\"policy\": \"proxied\", \"ttl\"") + "]}"))
                .isEqualTo("proxied");
        assertThat(policy("{\"records\": [" + RECORD.replace("\"A\"", "\"LUA\"") + "]}")).isEqualTo("LUA record");
    }

    @Test
    void aTxtValueMayLackItsQuotes() {
        Answer<?> answer = answer("{\"records\": [{\"name\": \"t\", \"type\": \"TXT\", \"ttl\": 1, \"values\": "
                + "[\"a \\\"b\\\" \\\\\", \"\\\"c\\\"\"]}]}");
        assertThat(answer).isEqualTo(Answer.value(List.of(RecordSet.simple("t", "TXT", Duration.ofSeconds(1),
                "\"a \\\"b\\\" \\\\\"", "\"c\""))));
    }

    @Test
    void aListWithoutRecordsIsAnAnswer() {
        assertThat(answer("{\"records\": []}")).isEqualTo(Answer.value(List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "{\"could-not-ask\": \"it is closed\"}|it is closed",
        "{}|no field records", "[]|no map but", "7|no map but", "nonsense|no JSON: \"nonsense\"", "' '|no JSON",
        "{\"records\": {}}|the field records is not a list",
        "{\"records\": [7]}|a record is no map but \"7\"",
        "{\"record\": []}|the field \"record\"",
        "{\"records\": [], \"note\": 1}|is none of could-not-ask, records",
        "{\"could-not-ask\": \"\"}|the field could-not-ask is not a text",
        "{\"records\": [{\"type\": \"A\", \"ttl\": 60, \"values\": [\"192.0.2.1\"]}]}|no field name",
        "{\"records\": [{\"name\": \"a\", \"ttl\": 60, \"values\": [\"192.0.2.1\"]}]}|no field type",
        "{\"records\": [{\"name\": \"a\", \"type\": \"A\", \"values\": [\"192.0.2.1\"]}]}|no field ttl",
        "{\"records\": [{\"name\": \"a\", \"type\": \"A\", \"ttl\": 60}]}|no field values",
        "{\"records\": [{\"name\": \"a\", \"type\": \"A\", \"ttl\": 60, \"values\": []}]}|there is no value",
        "{\"records\": [{\"name\": \"a\", \"type\": \"A\", \"ttl\": 60, \"values\": [7]}]}|not a list of texts",
        "{\"records\": [{\"name\": \"a\", \"type\": \"A\", \"ttl\": \"60\", \"values\": [\"b\"]}]}|a whole number",
        "{\"records\": [{\"name\": \"a\", \"type\": \"A\", \"ttl\": -1, \"values\": [\"b\"]}]}|a whole number",
        "{\"records\": [{\"name\": \"a\", \"type\": \"A\", \"ttl\": 1.5, \"values\": [\"b\"]}]}|a whole number",
        "{\"records\": [{\"name\": \"a\", \"type\": \"A\", \"ttl\": 9e9, \"values\": [\"b\"]}]}|a whole number"})
    void allElseCouldNotBeAskedAndSaysWhatWasSeen(String plain, String words) {
        assertThat(answer(plain)).isInstanceOf(Answer.CouldNotAsk.class).asString().contains(words);
    }

    @Test
    void outcomesAreOneOfThree() {
        assertThat(outcome("{\"applied\": \"C7\"}")).isEqualTo(new Outcome.Applied("C7"));
        assertThat(outcome(Map.of("applied", 7))).isEqualTo(new Outcome.Applied("7"));
        assertThat(outcome("{\"lost\": \"other serial\"}")).isEqualTo(new Outcome.Lost("other serial"));
        assertThat(outcome("{\"could-not-ask\": \"closed\"}")).isEqualTo(new Outcome.CouldNotAsk("closed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"applied\": \"\"}", "{\"applied\": true}", "{\"done\": \"x\"}", "done", "",
        "{\"applied\": \"x\", \"lost\": \"y\"}", "[]"})
    void anyOtherOutcomeLeavesItOpen(String plain) {
        assertThat(outcome(plain)).isInstanceOf(Outcome.CouldNotAsk.class);
    }

    @Test
    void aChangeIsPlainDataWhereAMapIsAsked() {
        RecordSet six = RecordSet.simple("lb.example.com", "AAAA", Duration.ofSeconds(60), "2001:db8::1");
        Map<?, ?> plain = camel.getTypeConverter().convertTo(Map.class, Change.swap(List.of(LB), List.of(six)));
        Map<String, Object> four = Map.of("name", "lb.example.com", "type", "A", "ttl", 60L, "values",
                List.of("203.0.113.10"));
        assertThat(plain).isEqualTo(Map.of("guarded", true, "expected", List.of(four), "removed", List.of(four),
                "desired", List.of(Map.of("name", "lb.example.com", "type", "AAAA", "ttl", 60L, "values",
                        List.of("2001:db8::1")))));
    }

    private String policy(String plain) {
        return ((RecordSet) ((List<?>) answer(plain).found().orElseThrow()).get(0)).policy();
    }

    private Answer<?> answer(Object plain) {
        return camel.getTypeConverter().convertTo(Answer.class, plain);
    }

    private Outcome outcome(Object plain) {
        return camel.getTypeConverter().convertTo(Outcome.class, plain);
    }
}
