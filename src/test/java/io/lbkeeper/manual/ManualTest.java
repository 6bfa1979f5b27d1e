package io.lbkeeper.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.command.RootCommand;
import io.lbkeeper.settings.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual pages and the completion as a package takes them: from {@code lbkeeper write-manual}. */
class ManualTest {
    @TempDir
    private Path folder;

    private final CommandSpec root = new CommandLine(RootCommand.class).getCommandSpec();

    @BeforeEach
    void writeManual() {
        assertThat(RootCommand.execute("write-manual", folder.resolve("manual").toString())).isZero();
    }

    @Test
    void thePageHasEveryCommandWithItsOptionsAndExitCodes() throws Exception {
        String page = page("lbkeeper.8");
        assertThat(commands()).hasSizeGreaterThan(3).allSatisfy(command -> {
            String part = part(page, command.name());
            assertThat(part).as("what lbkeeper(8) says of %s", command.name()).isNotBlank();
            for (OptionSpec option : command.options()) {
                assertThat(option.hidden() || option.usageHelp() || option.versionHelp()
                        || part.contains("\\fB" + String.join(", ", option.names()).replace("-", "\\-")))
                        .as("%s of %s is in lbkeeper(8)", option.longestName(), command.name()).isTrue();
            }
            assertThat(command.usageMessage().exitCodeList().keySet()).as("the exit codes of %s", command.name())
                    .allSatisfy(code -> assertThat(part).containsPattern("\\b" + code.strip() + " "));
        });
        assertThat(page).contains(".SH NAME\n", "\\-\\-help", "\\-\\-version", "/etc/lbkeeper/lbkeeper.properties");
    }

    @Test
    void hiddenCommandsAreNotInThePage() throws Exception {
        assertThat(page("lbkeeper.8")).doesNotContain("write\\-manual");
        assertThat(page("lbkeeper.bash")).doesNotContain("write-manual");
    }

    @Test
    void thePageHasEverySettingWithItsDefault() throws Exception {
        String page = page("lbkeeper.properties.5");
        assertThat(Reference.all()).hasSizeGreaterThan(30).allSatisfy(setting -> assertThat(page).contains("\n\\fB"
                + (setting.name() + setting.fallback().map(text -> "=" + text).orElse("")).replace("-", "\\-")
                + "\\fR\n"));
    }

    /** A dot at the start of a line is a request of the page's language, and an unknown one swallows the line. */
    @Test
    void noLineIsTakenForARequest() throws Exception {
        for (String name : List.of("lbkeeper.8", "lbkeeper.properties.5")) {
            assertThat(page(name).lines().filter(line -> line.startsWith(".") || line.startsWith("'")))
                    .as("requests in %s", name).allMatch(line -> line.matches(
                            "\\.(TH|SH|SS) .*|\\.(PP|TP|IP|EX|EE|in)( \\+4n)?"));
        }
        assertThat(new Roff("x", 8, "v").paragraph(".so secret").paragraph("'quoted' C:\\x").text())
                .endsWith(".PP\n\\&.so secret\n.PP\n\\(aqquoted\\(aq C:\\ex\n");
    }

    @Test
    void bashCompletesCommandsAndOptions() throws Exception {
        for (CommandSpec command : commands()) {
            assertThat(completed("lbkeeper", command.name().substring(0, 3))).contains(command.name());
            for (OptionSpec option : command.options()) {
                if (!option.hidden()) {
                    assertThat(completed("lbkeeper", command.name(), "--")).as("options of %s", command.name())
                            .contains(option.longestName());
                }
            }
        }
        assertThat(completed("lbkeeper", "nosuch")).isEmpty();
    }

    private List<CommandSpec> commands() {
        return root.subcommands().values().stream().map(CommandLine::getCommandSpec)
                .filter(command -> !command.usageMessage().hidden()).distinct().toList();
    }

    private String page(String name) throws Exception {
        return Files.readString(folder.resolve("manual").resolve(name));
    }

    private static String part(String page, String command) {
        int start = page.indexOf(".SS " + command.replace("-", "\\-") + "\n");
        return start < 0 ? "" : page.substring(start, page.indexOf("\n.S", start + 1));
    }

    /** What bash offers for the last of these words. */
    private List<String> completed(String... words) throws Exception {
        String typed = String.join(" ", words);
        Path script = Files.writeString(folder.resolve("complete.sh"), ". " + folder.resolve("manual/lbkeeper.bash")
                + "\nCOMP_WORDS=(" + typed + ")\nCOMP_CWORD=" + (words.length - 1) + "\nCOMP_LINE='" + typed
                + "'\nCOMP_POINT=" + typed.length() + "\nCOMPREPLY=()\n"
                + "$(complete -p lbkeeper | sed 's/.*-F \\([^ ]*\\).*/\\1/')\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n");
        Process bash = new ProcessBuilder("bash", "--norc", script.toString()).redirectErrorStream(true).start();
        List<String> offered = new String(bash.getInputStream().readAllBytes()).lines().map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return offered;
    }
}
