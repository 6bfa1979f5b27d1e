package io.lbkeeper.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each seeded mistake is found, with its file, its line and a suggestion that is right. */
class MistakesTest {
    static final Set<String> CHANNELS = Set.of("webhook", "slack", "mail", "command");
    private static Check check;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readSchemaAndCatalogueOnce() {
        check = new Check();
    }

    static List<Mistake> all() throws IOException {
        return Mistakes.all();
    }

    @Test
    void thereAreFortyAtLeastOfEachKind() throws IOException {
        assertThat(Mistakes.all()).hasSizeGreaterThan(40)
                .anyMatch(mistake -> mistake.in().startsWith("kamelets/"))
                .anyMatch(mistake -> mistake.in().equals(Mistake.SETTINGS))
                .anyMatch(mistake -> mistake.in().equals("watch.camel.yaml"));
    }

    @Test
    void nothingIsFoundWithoutAMistake() throws IOException {
        Path config = Mistakes.copyInto(folder);
        assertThat(check.of(config, folder.resolve("routes"), Set.of(), CHANNELS).all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isFound(Mistake mistake) throws IOException {
        Path config = Mistakes.copyInto(folder);
        Path routes = folder.resolve("routes");
        mistake.make(config, routes);
        Findings findings = check.of(config, routes, Set.of(), CHANNELS);
        boolean found = false;
        for (Finding finding : findings.all()) {
            found |= mistake.isTold(finding, config, routes);
        }
        assertThat(found).as("%s: an error in %s on a line with <%s> that says <%s>, among%n%s", mistake,
                mistake.found(), mistake.on(), mistake.says(), findings).isTrue();
    }
}
