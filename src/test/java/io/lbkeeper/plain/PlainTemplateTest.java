package io.lbkeeper.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.json.JsonText;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTemplateTest {
    private static final String DATA = """
            {"zone": "example.com", "serial": 7, "sets": [
              {"name": "lb", "values": ["a", "b"], "off": true},
              {"name": "lb1", "values": [], "off": false}], "none": [], "rows": [{"off": false}, {"off": true}]}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "\"<zone>\"|\"example.com\"",
        "\"<serial>\"|7",
        "\"<zone>. has <serial>\"|\"example.com. has 7\"",
        "{\"fixed\": false, \"at\": \"<serial>\"}|{\"fixed\":false,\"at\":7}",
        "[\"<sets[].name>\"]|[\"lb\",\"lb1\"]",
        "[\"<none[].name>\"]|[]",
        "[\"first\", \"<sets[].name>.\"]|[\"first\",\"lb.\",\"lb1.\"]",
        "[{\"n\": \"<sets[].name>\", \"v\": [{\"c\": \"<sets[].values[]>\"}]}]"
                + "|[{\"n\":\"lb\",\"v\":[{\"c\":\"a\"},{\"c\":\"b\"}]},{\"n\":\"lb1\",\"v\":[]}]",
        "[{\"n\": \"<sets[].name>\", \"c\": \"<sets[].values[]>\"}]"
                + "|[{\"n\":\"lb\",\"c\":\"a\"},{\"n\":\"lb\",\"c\":\"b\"}]",
        "[{\"n\": \"<sets[].name>\", \"z\": \"<zone>\"}]"
                + "|[{\"n\":\"lb\",\"z\":\"example.com\"},{\"n\":\"lb1\",\"z\":\"example.com\"}]",
        "[\"<sets[].off?switched off>\"]|[\"switched off\",\"\"]",
        "\"<rows.off?some>\"|\"some\"",
        "\"<sets.gone?some>\"|\"\""})
    void placeholdersStandForWhatIsThere(String template, String filled) throws IOException {
        assertThat(JsonText.of(fill(template))).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', value = {
        "\"<zones>\"|there is no field zones, where zones looks for it",
        "[\"<sets[].nam>\"]|there is no field nam, where sets[].nam looks for it, in \"{name=lb",
        "[\"<zone[].name>\"]|zone is no list but \"example.com\"",
        "\"<zone.name>\"|where zone.name looks for name is no map but \"example.com\""})
    void whatIsNotThereIsAnErrorAndNeverEmpty(String template, String words) {
        assertThatThrownBy(() -> fill(template)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    @Test
    void whatAProviderSaysIsNoTemplate() throws IOException {
        Object data = PlainData.parse("{\"a\": \"<b>\", \"b\": \"secret\"}");
        assertThat(new PlainTemplate(data).fill("<a> and $1 \\ <a>")).isEqualTo("<b> and $1 \\ <b>");
    }

    private static Object fill(String template) throws IOException {
        return new PlainTemplate(PlainData.parse(DATA)).fill(PlainData.parse(template));
    }
}
