package io.lbkeeper.localroute53.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about the local Route 53 tells each fault, and whether the change is applied all the same. */
class LocalRoute53PageTest {
    private static final Path PAGE = Path.of("src/main/docs/local-route53.md");

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void tellsTheFault(FaultKind kind) throws IOException {
        String written = kind.takesTime() ? kind.word() + "=TIME" : kind.word();
        String applied = kind.effect().contains("not applied") ? "no" : "\\*\\*yes\\*\\*";
        assertThat(Files.readString(PAGE)).as("the row of %s on %s", kind, PAGE)
                .containsPattern("(?m)^\\|.*`" + written + "`.*\\| " + applied + " \\|$");
    }
}
