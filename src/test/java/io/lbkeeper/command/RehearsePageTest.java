package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.world.Cluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rehearse.md shows is what comes out; {@code -Drehearsals.write=true} writes it anew. */
class RehearsePageTest {
    private static final Path PAGE = Path.of("src/main/docs/rehearse.md");
    private static final Pattern ROUTE = Pattern.compile("```yaml\n(# take-at-once.camel.yaml\n[^`]*)```\n");
    private static final Pattern TOOK = Pattern.compile(" simulated in [0-9.]+ s");

    @TempDir
    private Path folder;
    private String page;

    @BeforeEach
    void readThePage() throws IOException {
        page = Files.readString(PAGE);
    }

    @Test
    void itsTableHasAllScenarios() throws IOException {
        String rows = Catalogue.all(Cluster.ofDefaults(2)).stream().map(scenario -> "| `" + scenario.name() + "` | "
                + scenario.what() + " |\n").collect(Collectors.joining());
        hold("| scenario | what happens |\n|---|---|\n", rows, "\\z");
    }

    @Test
    void aScenarioIsToldAsItShows() throws IOException {
        CommandLineRun run = CommandLineRun.of("rehearse", "link-cut-120s");
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        hold("$ bin/lbkeeper rehearse link-cut-120s\n", asShown(run.out(), Path.of("routes")), "```\n");
    }

    /** The shipped routes but for the challenge, which is skipped. */
    @Test
    void theEditedRouteBreaksAPromiseAsItShows() throws IOException {
        Path edited = RoutesCopy.in(folder.resolve("edited"));
        Matcher route = ROUTE.matcher(page);
        assertThat(route.find()).as("the route on the page").isTrue();
        Files.writeString(edited.resolve("take-at-once.camel.yaml"), route.group(1));
        RoutesCopy.edit(edited.resolve("watch.camel.yaml"), "{id: challenge, uri: direct:change-service}",
                "{id: challenge, uri: direct:take-at-once}");
        CommandLineRun run = CommandLineRun.of("rehearse", "link-cut-120s", "--routes", edited.toString());
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).as("what led to it, what broke, and how to see it again")
                .containsSubsequence("! no packet goes between lb1 and lb2", "Challenge: lb1 owns",
                        "= lb.example.com moves from lb1 to lb2", "!!! one-batch-per-epoch",
                        "bin/lbkeeper rehearse link-cut-120s --seed 1 --routes");
        hold("$ bin/lbkeeper rehearse link-cut-120s --routes edited\n", asShown(run.out(), edited), "```\n");
    }

    private static String asShown(String out, Path routes) {
        assumeThat(Path.of("/etc/lbkeeper/lbkeeper.properties")).as("settings that would be taken").doesNotExist();
        String name = routes.getFileName().toString();
        String shown = out.replace("routes: " + routes.toAbsolutePath(), "routes: /opt/lbkeeper/" + name)
                .replace(routes.toString(), name);
        return TOOK.matcher(shown).replaceAll(" simulated in 1.0 s");
    }

    /** @param end what ends it, as a pattern */
    private void hold(String begin, String expected, String end) throws IOException {
        Matcher shown = Pattern.compile("(?s)(?<=" + Pattern.quote(begin) + ").*?(?=" + end + ")").matcher(page);
        assertThat(shown.find()).as("the part of %s after: %s", PAGE, begin).isTrue();
        if (Boolean.getBoolean("rehearsals.write")) {
            Files.writeString(PAGE, page.substring(0, shown.start()) + expected + page.substring(shown.end()));
            return;
        }
        assertThat(List.of(shown.group().split("\n"))).as("%s after: %s", PAGE, begin)
                .isEqualTo(List.of(expected.split("\n")));
    }
}
