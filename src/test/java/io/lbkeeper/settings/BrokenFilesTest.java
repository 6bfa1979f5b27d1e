package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file in {@code settings/broken} has mistakes, and begins with the messages that they must lead to. */
class BrokenFilesTest {
    private static final Path BROKEN = Path.of("src/test/resources/settings/broken");
    private static final Path TEN_MISTAKES = Path.of("src/test/resources/settings/ten-mistakes.properties");
    private static final String EXPECT = "# expect: ";

    @ParameterizedTest
    @MethodSource("files")
    void tellsFileLineKeySeenAndAllowed(Path file) throws IOException {
        List<String> expected = expectedBy(file);

        assertThat(expected).as("%s holds one mistake and says in its first line what is expected", file).hasSize(1);
        assertThat(messagesFor(file)).isEqualTo(expected);
    }

    @Test
    void tellsTenMistakesAtOnce() throws IOException {
        assertThat(expectedBy(TEN_MISTAKES)).hasSize(10);
        assertThat(messagesFor(TEN_MISTAKES)).isEqualTo(expectedBy(TEN_MISTAKES));
    }

    @Test
    void hasAtLeastTwentyFiveMistakesNoTwoOfThemTheSame() throws IOException {
        List<String> expected = files().flatMap(file -> expectedBy(file).stream()
                .map(line -> line.replace(file.toString(), ""))).toList();

        assertThat(expected).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates();
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files.sorted().toList().stream();
        }
    }

    private static List<String> messagesFor(Path file) {
        SettingsException e = catchThrowableOfType(SettingsException.class, () -> Settings.judge(
                PropertiesFile.read(file), Set.of("acme", "rfc2136"), Optional.of(Set.of("webhook", "slack", "mail",
                "command")), Map.of("SIXTY", "60")::get));
        assertThat(e).as("%s is broken and must not be taken", file).isNotNull();
        assertThat(e).as("a secret was shown").hasMessageNotContaining("CANARY");
        assertThat(e.problems()).hasSize((int) e.getMessage().lines().count());
        return e.getMessage().lines().toList();
    }

    /** Read as Latin-1, because one of the files is broken by not being UTF-8. */
    private static List<String> expectedBy(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream().filter(line -> line.contains(EXPECT))
                    .map(line -> file + ":" + line.substring(line.indexOf(EXPECT) + EXPECT.length())).toList();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
