package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.check.Mistake;
import io.lbkeeper.check.Mistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check.md} shows. */
class CheckPageTest {
    private static final Set<String> SHOWN = Set.of("setting-no-unit", "kamelet-parameter", "option");

    @TempDir
    private Path folder;

    @Test
    void theSampleIsWhatIsPrinted() throws IOException {
        Path config = Mistakes.copyInto(folder);
        for (Mistake mistake : Mistakes.all()) {
            if (SHOWN.contains(mistake.name().replaceFirst("^\\d+-", ""))) {
                mistake.make(config, folder.resolve("routes"));
            }
        }
        CommandLineRun run = CommandLineRun.of("check", "--config", config.toString(), "--shown-as",
                folder + "=/etc/lbkeeper");
        String page = Files.readString(Path.of("src/main/docs/check.md"));
        // The settings grow, and with them the line that is appended.
        assertThat(withoutLineOfSettings(page)).contains("```text\n" + withoutLineOfSettings(run.out()) + "```");
    }

    private static String withoutLineOfSettings(String text) {
        return text.replaceAll("lbkeeper\\.properties:\\d+", "lbkeeper.properties");
    }
}
