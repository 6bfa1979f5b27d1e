package io.lbkeeper.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTextTest {
    @Test
    void writesEachKindOfValueInTheOrderOfTheMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("text", "a\"b\\c\nd\u0007\u2028");
        all.put("numbers", List.of(1, 2L));
        all.put("truth", true);
        all.put("nothing", Optional.empty());
        all.put("something", Optional.of("x"));
        assertThat(JsonText.of(all)).isEqualTo("{\"text\":\"a\\\"b\\\\c\\nd\\u0007\\u2028\",\"numbers\":[1,2],"
                + "\"truth\":true,\"nothing\":null,\"something\":\"x\"}");
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(JsonText.of("a\ud83db\ude00")).isEqualTo("\"a\ufffdb\ufffd\"");
        assertThat(JsonText.of("\ud83d\ude00")).isEqualTo("\"\ud83d\ude00\"");
    }

    /** Read back by another implementation, over the bytes. */
    @Property
    void anyTextComesBackAndStaysOnOneLine(@ForAll String text) throws Exception {
        byte[] bytes = JsonText.of(Map.of("text", text)).getBytes(StandardCharsets.UTF_8);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContainPattern("[\\p{Cntrl}\\p{Zl}\\p{Zp}]");
        String expected = new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
        assertThat(new ObjectMapper().readTree(bytes).get("text").textValue()).isEqualTo(expected);
    }
}
