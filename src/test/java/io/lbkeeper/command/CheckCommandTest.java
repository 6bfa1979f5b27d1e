package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.check.Mistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command around the check: what it prints, and its exit codes. */
class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsShippedIsOkInOneLine() throws IOException {
        Path config = Mistakes.copyInto(folder);
        CommandLineRun run = CommandLineRun.of("check", "--config", config.toString());
        assertThat(run.out()).isEqualTo("ok: " + config + " and the routes in " + folder.resolve("routes") + "\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void allProblemsAreToldByFileAndLineAndCounted() throws IOException {
        Path config = Mistakes.copyInto(folder);
        Path routes = folder.resolve("routes");
        RoutesCopy.edit(routes.resolve("watch.camel.yaml"), "synchronous: true", "synchronous: false");
        RoutesCopy.edit(routes.resolve("watch.camel.yaml"), "method: fed", "method: fead");
        RoutesCopy.edit(routes.resolve("kamelets/ask-haproxy-action.kamelet.yaml"), "ref: stats, method: judge",
                "ref: statz, method: judge");
        RoutesCopy.edit(config, "lb.domain=example.com", "lb.domain=Example.com");
        CommandLineRun run = CommandLineRun.of("check", "--config", config.toString(), "--routes", routes.toString());
        assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
        List<String> told = run.out().lines().filter(line -> !line.matches("\\d+ problems")).toList();
        assertThat(told).hasSizeGreaterThan(3).allMatch(line -> line.matches("\\S+:\\d+: .+"))
                .isSortedAccordingTo(Comparator.comparing(CheckCommandTest::file)
                        .thenComparing(CheckCommandTest::line));
        assertThat(run.out()).contains("lbkeeper.properties:", "lb.domain=Example.com", "synchronous: false, write "
                + "synchronous: true", "did you mean fed?", "did you mean stats?")
                .endsWith((run.out().lines().count() - 1) + " problems\n");
    }

    private static String file(String told) {
        return told.split(":")[0];
    }

    private static int line(String told) {
        return Integer.parseInt(told.split(":")[1]);
    }

    /** It may be meant so, and is told each time all the same. */
    @Test
    void whatTheDnsProviderCannotDoIsAWarning() throws IOException {
        Path config = Mistakes.copyInto(folder);
        Path kamelet = folder.resolve("routes/kamelets/dns-route53-change-action.kamelet.yaml");
        RoutesCopy.edit(kamelet, "compare-and-swap: \"true\"", "compare-and-swap: \"false\"");
        CommandLineRun run = CommandLineRun.of("check", "--config", config.toString());
        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out()).containsPattern("lbkeeper.properties:\\d+: warning: the DNS provider can't compare and "
                + "swap, so a standby .*, seen lb.dns=route53").contains(", 1 warning").doesNotContain("owner record");
        RoutesCopy.edit(kamelet, "    lbkeeper.io/compare-and-swap: \"false\"\n", "");
        RoutesCopy.edit(kamelet, "lbkeeper.io/owner-record: \"true\"", "of-another-tool: x");
        assertThat(CommandLineRun.of("check", "--config", config.toString()).out()).containsPattern(
                "dns-route53-change-action.kamelet.yaml:\\d+: warning: the kamelet does not say whether its provider "
                        + "can compare and swap, so it is taken not to").contains(", 1 warning");
    }

    @Test
    void aCopyIsToldOfAsTheOriginal() throws IOException {
        Path config = Mistakes.copyInto(folder);
        RoutesCopy.edit(folder.resolve("routes/notify.camel.yaml"), "choice:", "choise:");
        CommandLineRun run = CommandLineRun.of("check", "--config", config.toString(), "--shown-as",
                folder + "=/etc/lbkeeper");
        assertThat(run.out()).contains("/etc/lbkeeper/routes/notify.camel.yaml:11: ", "did you mean choice?")
                .doesNotContain(folder.toString());
    }

    @Test
    void warningsDoNotCount() throws IOException {
        Path config = Mistakes.copyInto(folder);
        Files.writeString(folder.resolve("routes/spare.camel.yaml"), """
                - route:
                    id: spare
                    from:
                      uri: direct:spare
                      steps:
                        - log: {logName: lbkeeper, message: spare}
                """);
        CommandLineRun run = CommandLineRun.of("check", "--config", config.toString());
        assertThat(run.out()).contains("spare.camel.yaml:2: warning: nobody calls direct:spare", "ok: ", ", 1 warning");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void settingsThatAreNotThereAreBadUsage() {
        CommandLineRun run = CommandLineRun.of("check", "--config", folder.resolve("none").toString());
        assertThat(run.err()).contains(folder.resolve("none").toString(), "--config");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void aFolderWithoutRoutesIsBadUsage() throws IOException {
        Path config = Mistakes.copyInto(folder);
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandLineRun run = CommandLineRun.of("check", "--config", config.toString(), "--routes", empty.toString());
        assertThat(run.err()).contains("no routes in " + empty);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void theHelpTellsTheExitCodes() {
        CommandLineRun run = CommandLineRun.of("check", "--help");
        assertThat(run.out()).contains("Exit codes:", "--config", "--routes").doesNotContain("--shown-as");
    }
}
