package io.lbkeeper.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check that cries wolf is soon not run any more. */
class HarmlessEditsTest {
    private static Check check;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readSchemaAndCatalogueOnce() {
        check = new Check();
    }

    static List<Mistake> all() throws IOException {
        return Mistakes.in("harmless");
    }

    @ParameterizedTest
    @MethodSource("all")
    void isGood(Mistake edit) throws IOException {
        Path config = Mistakes.copyInto(folder);
        edit.make(config, folder.resolve("routes"));
        Findings findings = check.of(config, folder.resolve("routes"), Set.of(), MistakesTest.CHANNELS);
        assertThat(findings.all()).as("%s: nothing is wrong in %s", edit, edit.in()).isEmpty();
    }
}
