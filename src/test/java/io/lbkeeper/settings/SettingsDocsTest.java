package io.lbkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page and the sample that people read say what is declared. */
class SettingsDocsTest {
    private static final Path PAGE = Path.of("src/main/docs/settings.md");
    private static final Pattern SAMPLE_LINE = Pattern.compile("#?(lb\\.[^= ]+)=(.*)");

    @Test
    void thePageHasTheTableOfAllSettings() throws Exception {
        String table = Declared.ALL.stream().map(SettingsDocsTest::row).collect(Collectors.joining("\n"));

        assertThat(tableOf(Files.readAllLines(PAGE))).as("the table in %s; copy the expected one into it", PAGE)
                .isEqualTo(table);
    }

    @Test
    void theSampleHasEverySettingOnceWithItsDefault() throws Exception {
        List<String[]> lines = Files.readAllLines(SettingsTest.SAMPLE).stream().map(SAMPLE_LINE::matcher)
                .filter(line -> line.matches()).map(line -> new String[] {line.group(1), line.group(2), line.group()})
                .toList();

        assertThat(lines).extracting(line -> line[0]).containsExactlyInAnyOrderElementsOf(Declared.ALL.stream()
                .map(setting -> setting.name().replace("<node>", "lb2")).toList());
        for (String[] line : lines) {
            Declared.ALL.stream().filter(setting -> setting.name().equals(line[0]) && line[2].startsWith("#"))
                    .forEach(setting -> assertThat(setting.fallback()).as("default of %s", line[0]).contains(line[1]));
        }
    }

    @Test
    void whatIsRequiredIsSetInTheSampleAndNothingElse() throws Exception {
        assertThat(Files.readAllLines(SettingsTest.SAMPLE)).filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .containsExactly("lb.node", "lb.nodes", "lb.domain", "lb.service", "lb.route53.zone-id");
    }

    private static String row(Setting<?> setting) {
        String fallback = setting.fallback().map(text -> text.isEmpty() ? "empty" : "`" + text + "`")
                .orElse("**required**");
        return "| `" + setting.name() + "` | " + fallback + " | " + setting.kind().allowed().replace("<name>", "NAME")
                + " | " + setting.meaning() + " |";
    }

    private static String tableOf(List<String> page) {
        return page.stream().filter(line -> line.startsWith("| `lb.")).collect(Collectors.joining("\n"));
    }
}
