package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the service from starting. A start that should fail and does not would never return. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RunCommandTest {
    private static final Path SHIPPED = Path.of("routes");

    @TempDir
    Path folder;

    @Test
    void settingsThatAreNotThereAreNamed() {
        Path file = folder.resolve("lbkeeper.properties");
        assertRefused(CommandLineRun.of("run", "--config", file.toString()), file.toString(), "--config");
    }

    @Test
    void settingsThatAreAFolderAreNamed() {
        assertRefused(CommandLineRun.of("run", "--config", folder.toString(), "--routes", "routes"),
                folder.toString());
    }

    @Test
    void allMistakesInTheSettingsAreToldAtOnce() throws IOException {
        Path file = settings("lb.check.fall=0", "lb.chek.rise=2", "lb.address=nowhere");
        CommandLineRun run = CommandLineRun.of("run", "--config", file.toString(), "--routes", "routes");
        assertRefused(run, "lb.check.fall=0: ", "lb.chek.rise=", "did you mean lb.check.rise", "lb.address=nowhere: ");
        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.startsWith(file + ":"));
    }

    @Test
    void aFolderWithoutRoutesIsNamed() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("none"));
        assertRefused(run(empty), "no routes in " + empty, "*.camel.yaml", "--routes");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() throws IOException {
        assertRefused(run(folder.resolve("elsewhere")), folder.resolve("elsewhere").toString(), "--routes");
    }

    @ParameterizedTest(name = "{0} instead of {1} in {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ' - to:'           | '  to:'            | observe.camel.yaml         | observe.camel.yaml
            steps              | stepz              | observe.camel.yaml         | observe.camel.yaml
            uri: direct        | uri: diretc        | observe.camel.yaml         | diretc
            direct:observe}  | direct:obsrve}   | watch.camel.yaml           | direct://obsrve
            direct:notify      | direct:notfiy      | watch.camel.yaml           | direct://notfiy
            id: watch\\n       | id: wacth\\n       | watch.camel.yaml           | no route watch
            {{lb.dry-run}}     | {{lb.dryrun}}      | watch.camel.yaml           | lb.dryrun
            ref: cycle         | ref: cylce         | observe-address.camel.yaml | cylce
            id: observe\\n      | id: watch\\n        | observe.camel.yaml         | watch
            id: look,         | id: decide,       | watch.camel.yaml           | decide
            kamelet:check-    | kamelet:chekc-     | check-haproxy.camel.yaml     | chekc-haproxy-action
            steps              | stepz              | kamelets/check-haproxy-action.kamelet.yaml | check-haproxy-action
            ref: stats         | ref: statz         | kamelets/ask-haproxy-action.kamelet.yaml   | statz
            kamelet:ask-h      | kamelet:aks-h      | kamelets/check-haproxy-action.kamelet.yaml | aks-haproxy-action
            """)
    void aMistakeInARouteIsNamed(String right, String wrong, String file, String named) throws IOException {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        Path edited = routes.resolve(file);
        String text = Files.readString(edited);
        String broken = text.replace(right.translateEscapes(), wrong.translateEscapes());
        assertThat(broken).as("%s is in %s", right, file).isNotEqualTo(text);
        Files.writeString(edited, broken);
        assertRefused(run(routes), "the routes in " + routes, named);
    }

    @Test
    void aSecondOneOnTheSameStateDirectoryIsRefused() throws Exception {
        try (InstanceLock first = InstanceLock.take(folder.resolve("state"), "lb1")) {
            assertThat(first).isNotNull();
            assertRefused(run(SHIPPED), "another lbkeeper runs with lb.state-dir=" + folder.resolve("state"));
        }
    }

    private CommandLineRun run(Path routes) throws IOException {
        return CommandLineRun.of("run", "--config", settings().toString(), "--routes", routes.toString());
    }

    private Path settings(String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of("lb.node=lb1", "lb.nodes=lb1,lb2", "lb.domain=example.com",
                "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE",
                "lb.state-dir=" + folder.resolve("state")));
        if (more.length == 0) {
            lines.add("lb.address=203.0.113.10");
        }
        lines.addAll(List.of(more));
        return Files.write(folder.resolve("lbkeeper.properties"), lines);
    }

    private static void assertRefused(CommandLineRun run, String... words) {
        assertThat(run.err()).contains(words);
        assertThat(run.exitCode()).as("exit code, with %s", run.err()).isEqualTo(2);
        assertThat(run.err()).as("told in words, not in a stack trace").doesNotContain("\tat ");
    }
}
