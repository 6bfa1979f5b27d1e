package io.lbkeeper.route53;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Any text becomes a value that Route 53 takes, and comes back from it. */
class TxtValueTest {
    /** A string as AWS describes it: printable ASCII, a quote and a backslash only as an escape. */
    private static final Pattern STRING = Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\\"|\\\\[0-3][0-7]{2})*)\"(?: |$)");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.integers().between(0, 0x10ffff)
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .list().ofMaxSize(600).map(TxtValueTest::ofPoints);
        Arbitrary<String> thorny = Arbitraries.of("\"", "\\", " ", "\\101", "\" \"", ";", ",", "é", "\t", "\n", "x")
                .list().ofMaxSize(600).map(parts -> String.join("", parts));
        return Arbitraries.oneOf(any, thorny, Arbitraries.strings().ascii().ofMaxLength(1000));
    }

    private static String ofPoints(Iterable<Integer> points) {
        StringBuilder text = new StringBuilder();
        points.forEach(text::appendCodePoint);
        return text.toString();
    }

    @Property
    void textComesBack(@ForAll("texts") String text) {
        assertThat(TxtValue.text(TxtValue.of(text))).isEqualTo(text);
    }

    @Property
    void aValueIsStringsOfAtMost255Octets(@ForAll("texts") String text) {
        String value = TxtValue.of(text);
        Matcher strings = STRING.matcher(value);
        int octets = 0;
        while (strings.lookingAt()) {
            int length = strings.group(1).replaceAll("\\\\(\"|[0-7]{3})", "x").length();
            assertThat(length).as("octets of a string of %s", value).isLessThanOrEqualTo(255);
            octets += length;
            strings.region(strings.end(), value.length());
        }
        assertThat(strings.regionStart()).as("all of %s is strings", value).isEqualTo(value.length());
        assertThat(octets).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Property
    void aValueStaysAsItIs(@ForAll("texts") String text) {
        assertThat(TxtValue.ofTextOrValue(TxtValue.of(text))).isEqualTo(TxtValue.of(text));
    }

    @Example
    void looksAsAwsDescribesIt() {
        assertThat(TxtValue.of("v=spf1 -all")).isEqualTo("\"v=spf1 -all\"");
        assertThat(TxtValue.of("")).isEqualTo("\"\"");
        assertThat(TxtValue.of("say \"a\\b\"")).isEqualTo("\"say \\\"a\\134b\\\"\"");
        assertThat(TxtValue.of("exämple\n\u007f")).isEqualTo("\"ex\\303\\244mple\\012\\177\"");
        assertThat(TxtValue.of("x".repeat(256))).isEqualTo("\"" + "x".repeat(255) + "\" \"x\"");
        assertThat(TxtValue.of("x".repeat(510))).isEqualTo("\"" + "x".repeat(255) + "\" \"" + "x".repeat(255) + "\"");
    }

    @Example
    void readsWhatOthersWrote() {
        assertThat(TxtValue.text("\"a\" \"b\\\"\\\\\" \t\"\\303\\244\"")).isEqualTo("ab\"\\ä");
        assertThat(TxtValue.text("\"ex\\344mple\"")).as("ISO-8859-1, as in AWS's own example").isEqualTo("exämple");
    }

    @Example
    void whatIsNoValueIsToldWithItsPlace() {
        for (String[] row : new String[][] {{"", "it is empty"}, {"plain", "no quote opens at character 1"},
            {"\"open", "the last quote is not closed"}, {"\"a\"b", "no space follows the quote at character 3"},
            {"\"a\"\"b\"", "no space follows the quote at character 3"}, {"\"a\" b", "no quote opens at character 5"},
            {"\"\\9\"", "the backslash at character 2"}, {"\"\\400\"", "the backslash at character 2"},
            {"\"é\"", "character 2 is not printable ASCII"}}) {
            assertThatThrownBy(() -> TxtValue.text(row[0])).as(row[0]).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(row[1]).hasMessageContaining("'" + row[0] + "'");
        }
        assertThatThrownBy(() -> TxtValue.ofTextOrValue("\"" + "x".repeat(256) + "\""))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("256 octets");
        assertThatThrownBy(() -> TxtValue.of("half \ud83d")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }
}
