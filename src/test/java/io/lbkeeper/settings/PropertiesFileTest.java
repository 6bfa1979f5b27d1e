package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PropertiesFileTest {

    @Example
    void knowsTheLineThatEachKeyBeginsOn() {
        PropertiesFile file = parse("# a comment \\\r\na=1\r\n\r\n  b : two \\\n    more\rc\n! d=4\ne=5\\\\\nf=6");

        assertThat(file.entries()).containsExactly(new Entry("a", "1", 2), new Entry("b", "two more", 4),
                new Entry("c", "", 6), new Entry("e", "5\\", 8), new Entry("f", "6", 9));
        assertThat(file.lastLine()).isEqualTo(9);
        assertThat(parse("a=1\nb=2\n").lastLine()).isEqualTo(2);
        assertThat(parse("").lastLine()).isEqualTo(1);
    }

    @Property
    void readsTheSameAsJavaDoes(@ForAll("texts") String text) throws IOException {
        Properties expected = new Properties();
        expected.load(new StringReader(text));

        // The last of several wins there; here each is kept, to be told.
        assertThat(parse(text).entries().stream().collect(Collectors.toMap(Entry::key, Entry::text, (a, b) -> b)))
                .isEqualTo(expected);
    }

    @Property
    void tellsLinesInOrder(@ForAll("texts") String text) {
        PropertiesFile file = parse(text);

        assertThat(file.entries()).extracting(Entry::line).isSorted().allMatch(line -> line >= 1);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab#!=: \t\f\\\\\\\n\n\r\u2028\u0085").ofMaxLength(40);
    }

    private static PropertiesFile parse(String text) {
        return PropertiesFile.parse("file", text.getBytes(StandardCharsets.UTF_8));
    }
}
