package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever a file holds, it is either taken or refused with problems, never with another exception. */
class RandomFilesTest {

    @Property
    void refusesRandomBytesInWords(@ForAll @Size(max = 300) byte[] bytes) {
        judge(bytes);
    }

    @Property
    void refusesRandomValuesInWords(@ForAll("settings") List<String> lines) {
        judge(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void refusesTheDamagedSampleInWords(@ForAll("damage") int[][] damage) throws IOException {
        byte[] bytes = Files.readString(SettingsTest.SAMPLE).replace("#lb.", "lb.").getBytes(StandardCharsets.UTF_8);
        for (int[] one : damage) {
            bytes[one[0] % bytes.length] = (byte) one[1];
        }
        judge(bytes);
    }

    @Provide
    Arbitrary<List<String>> settings() {
        Arbitrary<String> keys = Arbitraries.of(Declared.ALL).map(setting -> setting.name().replace("<node>", "lb2"));
        Arbitrary<String> values = Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(12),
                Arbitraries.strings().withChars("019:./{}[]@%,-fhmsenv ").ofMaxLength(20),
                Arbitraries.strings().withChars("/{}x\u0000").ofMaxLength(8).map(s -> "{{file:/" + s + "}}"),
                Arbitraries.strings().withChars("/:[]@%{}a1?").ofMaxLength(12).map(s -> "http://{address}" + s),
                Arbitraries.of("99999999h99999999m", "0s", "lb1,lb2", "lb1", "example.com", "a.example.com", "1ms"));
        return Combinators.combine(keys, values).as((key, value) -> key + "=" + value).list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<int[][]> damage() {
        Arbitrary<int[]> one = Combinators.combine(Arbitraries.integers().between(0, 1 << 20),
                Arbitraries.integers().between(0, 255)).as((at, value) -> new int[] {at, value});
        return one.array(int[][].class).ofMaxSize(20);
    }

    private static void judge(byte[] bytes) {
        try {
            Settings settings = Settings.judge(PropertiesFile.parse("file", bytes), Set.of(), Optional.empty(),
                    name -> null);
            assertThat(settings.placeholders()).containsKey("lb.address.value");
        } catch (SettingsException e) {
            assertThat(e.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.line()).isPositive();
                assertThat(problem.wrong()).isNotBlank();
                assertThat(problem.allowed()).isNotBlank();
            });
            assertThat(e.getMessage().split("\n")).as("one line for each problem").hasSameSizeAs(e.problems());
        }
    }
}
