package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.Page.Sample;
import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages say is there: links, files, settings, samples, and the arithmetic. */
class DocsTest {
    private static final Path SHIPPED_SETTINGS = Path.of("src/main/conf/lbkeeper.properties");
    /** Every fenced block has one, so that none escapes its test. */
    private static final Set<String> LANGUAGES = Set.of("yaml", "json", "properties", "console", "ini", "haproxy", "sh",
            "text");
    private static final Pattern LINK = Pattern.compile("\\[[^]\\[]+]\\(([^)]+)\\)|(?m)^\\[[^]]+]: (\\S+)$");
    private static final Pattern REFERENCE = Pattern.compile("]\\[([^]]+)]");
    private static final Pattern KEY = Pattern.compile("\\blb(?:\\.[a-z0-9<>-]+)+");
    private static final Pattern FILE_REFERENCE = Pattern.compile("\\{\\{file:[^}]+}}");
    private static final Pattern REPOSITORY_FILE = Pattern.compile("(?:bin|routes|haproxy|src|integration-tests|\\.ci)/"
            + "[\\w./<>*-]*|[\\w.<>-]+\\.(?:camel\\.yaml|kamelet\\.yaml|java|md|adoc)");
    private static final Pattern JAVA_CLASS = Pattern.compile("[A-Z][a-z]\\w+(?:Test|IT|Case|Table|Deadline)");

    @TempDir
    private Path folder;

    @Test
    void everyFencedBlockSaysWhatItIs() throws IOException {
        for (Page page : Page.all()) {
            assertThat(page.samples()).as("samples in %s", page.file()).allMatch(sample -> LANGUAGES.contains(
                    sample.language()));
        }
    }

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Page page : Page.all()) {
            for (MatchResult link : LINK.matcher(page.prose()).results().toList()) {
                String target = link.group(1) == null ? link.group(2) : link.group(1);
                if (!target.startsWith("https://") && !leadsSomewhere(page, target)) {
                    dead.add(page.file() + ": " + target);
                }
            }
            REFERENCE.matcher(page.prose()).results().map(MatchResult::group).filter(reference -> !page.prose()
                    .contains("\n" + reference.substring(1) + ": ")).forEach(id -> dead.add(page.file() + ": " + id));
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyFileThatIsNamedIsThere() throws IOException {
        Set<String> there = repositoryFiles();
        Page.allSamples("yaml").forEach(sample -> there.add("/" + sample.text().lines().findFirst().orElse("")
                .replaceFirst("# (kamelets/)?", "")));
        List<String> missing = new ArrayList<>();
        for (Page page : Page.all()) {
            for (String code : page.code()) {
                String file = JAVA_CLASS.matcher(code).matches() ? code + ".java" : code.replaceFirst(" .*", "");
                if (REPOSITORY_FILE.matcher(file).matches() && !isThere(page, file, there)) {
                    missing.add(page.file() + ": " + file);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everySettingThatIsNamedIsDeclared() throws Exception {
        Set<String> keys = new TreeSet<>(Settings.read(SHIPPED_SETTINGS, Set.of()).placeholders()
                .stringPropertyNames());
        keys.addAll(Set.of("lb.peer.<node>.address", "lb.peer.lb1.address"));
        List<String> unknown = new ArrayList<>();
        for (Page page : Page.all()) {
            page.lines().stream().filter(line -> !line.contains(" is no setting ")).forEach(line -> KEY.matcher(line)
                    .results().map(MatchResult::group).filter(key -> !key.startsWith("lb.example.")
                            && !keys.contains(key)).forEach(key -> unknown.add(page.file() + ": " + key)));
        }
        assertThat(unknown).isEmpty();
    }

    /** A complete sample stands alone; one that is marked {@code part} goes on top of the shipped settings. */
    @Test
    void everySampleOfSettingsHasNoProblem() throws Exception {
        List<Sample> samples = Page.allSamples("properties");
        assertThat(samples).filteredOn(sample -> sample.info().isEmpty()).as("complete samples").isNotEmpty();
        for (Sample sample : samples) {
            String text = FILE_REFERENCE.matcher(sample.text()).replaceAll("FromAFile000");
            List<String> keys = text.lines().map(line -> line.replaceFirst("=.*", "")).toList();
            StringBuilder whole = new StringBuilder();
            if (sample.info().equals("part")) {
                Files.readAllLines(SHIPPED_SETTINGS).stream()
                        .filter(line -> !keys.contains(line.replaceFirst("=.*", "")))
                        .forEach(line -> whole.append(line).append('\n'));
            }
            Path file = Files.writeString(folder.resolve("lbkeeper.properties"), whole + text);
            Set<String> providers = Set.of("acme", "mydns", "rfc2136", "powerdns", "cloudflare", "dyndns2");
            assertThat(Settings.read(file, providers)).as("%s", sample).isNotNull();
        }
    }

    @Test
    void theReadmesTableHasTheDefaultsOfAllItsSettings() throws IOException {
        Map<String, String> defaults = new HashMap<>();
        for (String[] row : rows(Page.of("src/main/docs/settings.md"))) {
            defaults.put(row[1], row[4].contains("required") ? "required" : row[2].replace("*", ""));
        }
        List<String[]> rows = rows(Page.of("README.md"));
        assertThat(rows).hasSizeGreaterThan(10);
        for (String[] row : rows) {
            String[] keys = row[1].split(", ");
            String[] told = row[2].split(", ");
            for (int i = 0; i < keys.length; i++) {
                assertThat(told[Math.min(i, told.length - 1)]).as("the default of %s in README.md", keys[i])
                        .isEqualTo(defaults.get(keys[i]));
            }
        }
    }

    @Test
    void theReadmesArithmeticIsThatOfTheDefaults() throws Exception {
        Settings defaults = Settings.read(SHIPPED_SETTINGS, Set.of());
        Duration timeout = defaults.checkTimeout();
        Duration fastinter = defaults.fastinter();
        Duration late = defaults.interval();
        Duration twice = late.multipliedBy(2);
        Duration shorter = late.plus(fastinter.multipliedBy(2));
        Duration window = shorter.compareTo(twice) < 0 ? shorter : twice;
        List<Duration> least = List.of(defaults.grace(), timeout.plus(defaults.grace()), window, timeout.plus(window));
        List<Duration> more = List.of(Duration.ZERO, late, defaults.grace().plus(fastinter), late);
        Duration elsewhere = Duration.ofSeconds(60).plus(defaults.ttl());
        String readme = Page.of("README.md").prose();
        for (int i = 0; i < least.size(); i++) {
            assertThat(readme).contains("| " + range(least.get(i), more.get(i)) + " |");
            assertThat(readme).contains("| **" + range(least.get(i), more.get(i).plus(elsewhere)) + "** |");
        }
        assertThat(readme).contains("for a window, " + window.toSeconds() + " s by default");
        assertThat((timeout.compareTo(fastinter) > 0 ? timeout : fastinter)
                .plus(fastinter.multipliedBy(defaults.fall() - 2L))).as("the counting beside the window")
                .isLessThanOrEqualTo(window);
    }

    private static String range(Duration least, Duration more) {
        return least.toSeconds() + (more.isZero() ? "" : " to " + least.plus(more).toSeconds()) + " s";
    }

    /** Of what a DNS provider can do nothing is told without a test or a page that says so. */
    @Test
    void everyCellOfTheProvidersTableHasItsSource() throws IOException {
        List<String> rows = Page.of("src/main/docs/providers.md").lines().stream()
                .takeWhile(line -> !line.startsWith("## ")).filter(line -> line.startsWith("| `")).toList();
        assertThat(rows).hasSize(7);
        for (String row : rows) {
            List<String> cells = List.of(row.split(" ?\\| ?")).subList(2, 7);
            assertThat(cells).as(row).allMatch(cell -> cell.contains("](") || cell.contains("]["));
        }
    }

    private static List<String[]> rows(Page page) {
        return page.lines().stream().filter(line -> line.startsWith("| `lb.")).map(line -> line.split(" ?\\| ?"))
                .toList();
    }

    private static boolean leadsSomewhere(Page page, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]).normalize();
        return Files.exists(file) && (parts.length == 1 || Page.of(file.toString()).anchors().contains(parts[1]));
    }

    private static boolean isThere(Page page, String file, Set<String> there) {
        if (Files.exists(Path.of(file)) || Files.exists(page.file().resolveSibling(file))) {
            return true;
        }
        Pattern wanted = Pattern.compile(".*/" + Matcher.quoteReplacement(file).replace(".", "\\.")
                .replaceAll("<\\w+>|\\*", "[^/]+"));
        return there.stream().anyMatch(one -> wanted.matcher(one).matches());
    }

    private static Set<String> repositoryFiles() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String root : List.of("bin", "routes", "haproxy", "src", "integration-tests")) {
            try (Stream<Path> all = Files.walk(Path.of(root))) {
                all.filter(Files::isRegularFile).forEach(file -> files.add("/" + file));
            }
        }
        return files;
    }
}
