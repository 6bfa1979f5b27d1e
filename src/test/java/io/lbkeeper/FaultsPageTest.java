package io.lbkeeper;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.world.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of faults names a test, a story or a scenario for each, and each of them is there. */
class FaultsPageTest {
    private static final Path PAGE = Path.of("src/main/docs/faults.md");
    private static final Path STORIES = Path.of("src/test/resources/transcripts");
    private static final Pattern REFERENCE = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("([A-Z]\\w+)(?:\\.(\\w+))?");
    private static final int FAULTS = 51;

    @Test
    void eachFaultHasItsRow() throws IOException {
        assertThat(rows().map(cells -> cells[1].strip())).containsExactlyElementsOf(
                IntStream.rangeClosed(1, FAULTS).mapToObj(String::valueOf).toList());
    }

    @Test
    void eachRowNamesWhatIsThereOrSaysThatItIsNotYet() throws IOException {
        List<String> scenarios = Catalogue.all(Cluster.ofDefaults(2)).stream().map(scenario -> scenario.name())
                .toList();
        List<String[]> rows = rows().toList();
        for (String[] cells : rows) {
            List<String> references = REFERENCE.matcher(cells[4]).results().map(found -> found.group(1)).toList();
            assertThat(references.isEmpty() ? cells[4] : "").as("fault %s names no test", cells[1])
                    .matches("(| not yet.*)");
            for (String reference : references) {
                assertThat(isThere(reference, scenarios)).as("fault %s: is there a %s?", cells[1], reference).isTrue();
            }
        }
    }

    @Test
    void eachScenarioHasAFault() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Catalogue.all(Cluster.ofDefaults(2))).allSatisfy(scenario ->
                assertThat(page).as("the scenario's row").contains("`" + scenario.name() + "`"));
    }

    private static boolean isThere(String reference, List<String> scenarios) throws IOException {
        Matcher test = TEST.matcher(reference);
        if (test.matches()) {
            Optional<String> text = source(test.group(1));
            return text.isPresent() && (test.group(2) == null || text.get().contains("void " + test.group(2) + "("));
        }
        return scenarios.contains(reference) || Files.exists(STORIES.resolve(reference));
    }

    private static Optional<String> source(String name) throws IOException {
        for (Path root : List.of(Path.of("src/test/java"), Path.of("integration-tests"))) {
            try (Stream<Path> files = Files.walk(root)) {
                Optional<Path> found = files.filter(file -> file.endsWith(name + ".java")).findFirst();
                if (found.isPresent()) {
                    return Optional.of(Files.readString(found.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| \\d+ .*")).map(line ->
                line.split("\\|"));
    }
}
