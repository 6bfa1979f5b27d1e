package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator may type, and what it ends with. */
class RehearseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void everyScenarioIsListed() {
        CommandLineRun run = CommandLineRun.of("rehearse", "--list");
        assertThat(run.exitCode()).isZero();
        List<Scenario> all = Catalogue.all(Cluster.ofDefaults(2));
        assertThat(run.out().lines()).hasSize(all.size());
        all.forEach(scenario -> assertThat(run.out()).contains(scenario.name() + " ", scenario.what()));
    }

    @Test
    void theReportIsWrittenAsAPageToo() throws IOException {
        Path page = folder.resolve("report.html");
        CommandLineRun run = CommandLineRun.of("rehearse", "owner-machine-off", "--seed", "5", "--html",
                page.toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("routes: " + Path.of("routes").toAbsolutePath(), "lb2 took over",
                "it is ok; seed 5", "with pictures: " + page);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("owner-machine-off", "lb2 took over");
    }

    @Test
    void ofManyScenariosOnlyTheTableIsTold() {
        CommandLineRun run = CommandLineRun.of("rehearse", "stats-401", "stats-403", "stats-503", "stats-garbage",
                "soft-stop", "standby-isolated");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("all 6 are ok").doesNotContain("KeepRecord");
    }

    @Test
    void randomHoursComeFromTheirSeeds() {
        CommandLineRun run = CommandLineRun.of("rehearse", "random", "--hours", "2", "--seed", "41");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("random-41 ", "random-42 ", "all 2 are ok; seed 41, 2.0 hours simulated");
    }

    @Test
    void theSettingsThatAreNamedAreRehearsed() throws IOException {
        Path file = settings("lb.nodes=a,b,c", "lb.node=b", "lb.check.interval=10s", "lb.address=203.0.113.99");
        CommandLineRun run = CommandLineRun.of("rehearse", "owner-machine-off", "--config", file.toString(),
                "--routes", "routes");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("settings: " + file, "nodes: a, b, c", " took over");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            link-cut-20s                     | did you mean link-cut-120s?
            nothing-like-it                  | there is no scenario nothing-like-it
            --hours 0                        | --hours 0 is not 1 to
            --hours -3                       | --hours -3 is not 1 to
            --hours 101                      | --hours 101 is not 1 to 100
            --hours many                     | --hours
            random                           | add --hours 1
            --seed x                         | --seed
            --html /nowhere/at/all.html      | there is no folder /nowhere/at
            --html src                       | it is a folder
            --routes /nowhere                | /nowhere
            --routes src/main/docs           | no routes in
            --config /nowhere.properties     | /nowhere.properties can't be read
            --config src                     | src can't be read
            --colour                         | Unknown option
            """)
    void badUsageIsToldBeforeAnythingRuns(String arguments, String told) {
        List<String> words = new ArrayList<>(List.of("rehearse"));
        words.addAll(List.of(arguments.split(" ")));
        assertRefused(CommandLineRun.of(words.toArray(String[]::new)), told);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            lb.check.fall=0       | lb.check.fall=0:
            lb.dry-run=true       | lb.dry-run=true: nothing would ever be changed
            lb.nodes=lb1          | lb.nodes=lb1: there is nothing to rehearse with one node
            """)
    void settingsThatTellNothingAreRefused(String line, String told) throws IOException {
        assertRefused(CommandLineRun.of("rehearse", "link-cut-120s", "--config", settings(line).toString(), "--routes",
                "routes"), told);
    }

    @Test
    void aProviderThatIsNotSimulatedIsRefused() throws IOException {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        for (String kind : List.of("read", "change")) {
            Files.copy(routes.resolve("kamelets/dns-route53-" + kind + "-action.kamelet.yaml"),
                    routes.resolve("kamelets/dns-acme-" + kind + "-action.kamelet.yaml"));
        }
        assertRefused(CommandLineRun.of("rehearse", "--config", settings("lb.dns=acme").toString()),
                "lb.dns=acme: a rehearsal knows no provider of that name", "add --core",
                "lb.dns=local and lb.route53.zone-id=ZREHEARSAL");
        CommandLineRun run = CommandLineRun.of("rehearse", "--core", "owner-machine-off", "--config",
                settings("lb.dns=acme").toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("the decisions alone (--core)", "lb2 took over", "it is ok")
                .doesNotContain("compare and swap");
    }

    @Test
    void whatCannotBeSurvivedWithAProviderIsToldAndIsNoSuccess() throws IOException {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        for (String kind : List.of("read", "change")) {
            Path kamelet = Files.copy(routes.resolve("kamelets/dns-route53-" + kind + "-action.kamelet.yaml"),
                    routes.resolve("kamelets/dns-acme-" + kind + "-action.kamelet.yaml"));
            Files.writeString(kamelet, Files.readString(kamelet).replace("swap: \"true\"", "swap: \"false\""));
        }
        CommandLineRun run = CommandLineRun.of("rehearse", "--core", "owner-machine-off", "link-cut-120s",
                "both-dead-then-one", "soft-stop", "stats-401", "loss-10-percent", "--config",
                settings("lb.dns=acme").toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).contains("DNS provider: it can't compare and swap;",
                "NOT SURVIVED: link-cut-120s. What can't be promised with this DNS provider: never-from-a-living-owner",
                "1 of 6 NOT SURVIVED").doesNotContain("BROKEN");
    }

    @Test
    void whatChecksDoNotSeeIsToldAndIsNoSuccess() throws IOException {
        String[] ping = {"rehearse", "owner-machine-off", "stranger-on-recycled-address", "--routes", "routes",
            "--config", settings("lb.check.kind=ping").toString()};
        CommandLineRun run = CommandLineRun.of(ping);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).contains("checks: a ping sees only a machine", "NOT SURVIVED: "
                + "stranger-on-recycled-address. What can't be promised with lb.check.kind=ping: settles",
                "1 of 2 NOT SURVIVED").doesNotContain("of 2 BROKEN");
        CommandLineRun seen = CommandLineRun.of("rehearse", "owner-machine-off", "--routes", "routes", "--config",
                settings("lb.check.kind=tcp", "lb.check.port=443").toString());
        assertThat(seen.exitCode()).as(seen.out() + seen.err()).isZero();
        assertThat(seen.out()).contains("checks: a TCP check sees only that a port", "lb2 took over", "it is ok");
    }

    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource(delimiter = '|', textBlock = """
            steps         | stepz         | observe.camel.yaml | observe.camel.yaml
            direct:notify | direct:notfiy | watch.camel.yaml   | direct://notfiy
            ref: cycle    | ref: cylce    | watch.camel.yaml   | cylce
            """)
    void routesThatDoNotStartAreNamed(String right, String wrong, String file, String told) throws IOException {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        RoutesCopy.edit(routes.resolve(file), right, wrong);
        assertRefused(CommandLineRun.of("rehearse", "link-cut-120s", "--routes", routes.toString()),
                "the routes in " + routes + " could not be started: ", told);
    }

    private Path settings(String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of(more));
        for (String usual : List.of("lb.node=lb1", "lb.nodes=lb1,lb2", "lb.domain=example.com",
                "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE")) {
            String key = usual.replaceFirst("=.*", "=");
            if (lines.stream().noneMatch(line -> line.startsWith(key))) {
                lines.add(usual);
            }
        }
        return Files.write(folder.resolve("lbkeeper.properties"), lines);
    }

    private static void assertRefused(CommandLineRun run, String... words) {
        assertThat(run.err()).as("with output %s", run.out()).contains(words);
        assertThat(run.exitCode()).as("exit code, with %s", run.err()).isEqualTo(2);
        assertThat(run.err()).as("told in words, not in a stack trace").doesNotContain("\tat ");
        assertThat(run.out()).as("nothing was told as if it had run").doesNotContain("simulated in");
    }
}
