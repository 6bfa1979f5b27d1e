package io.lbkeeper.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;

/** The library's own form, made in one go, is the measure. */
class IndentedJsonTest {
    private static final String ODD = "\"\\/\b\f\n\r\t\u0000\u001f\u007f\u009f\u00a0\u1fff\u2000\u2028\u20ff\u2100";

    @Property(tries = 500)
    void itIsWhatTheLibraryWrites(@ForAll("objects") JsonObject json) {
        assertThat(IndentedJson.of(json)).isEqualTo(Jsoner.prettyPrint(json.toJson(), 2));
    }

    @Provide
    Arbitrary<JsonObject> objects() {
        return objects(2);
    }

    private static Arbitrary<JsonObject> objects(int depth) {
        Arbitrary<Object> leaf = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(20).map(text -> (Object) text),
                Arbitraries.strings().withChars(ODD).ofMaxLength(8).map(text -> (Object) text),
                Arbitraries.longs().map(number -> (Object) number), Arbitraries.of(true, false).map(is -> (Object) is),
                Arbitraries.integers().between(0, 999_999).map(millis -> (Object) (millis / 1000.0)));
        Arbitrary<Object> value = depth == 0 ? leaf : Arbitraries.oneOf(leaf,
                objects(depth - 1).map(object -> (Object) object),
                objects(depth - 1).list().ofMaxSize(3).map(list -> (Object) new JsonArray((List<?>) list)),
                leaf.list().ofMaxSize(3).map(list -> (Object) new JsonArray((List<?>) list)));
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9), value).ofMaxSize(5)
                .map((Map<String, Object> map) -> new JsonObject(map));
    }
}
