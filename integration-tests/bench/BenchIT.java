package bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import network.Namespaces;
import network.Tool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the bench measures and cleans up; how fast anything is, it does not judge. */
class BenchIT {
    @Test
    void oneRoundOfLbkeeperIsTimedAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
        String obstacle = Namespaces.obstacle().orElse("");
        assumeTrue(obstacle.isEmpty(), "the bench in network namespaces: " + obstacle);
        Bench bench = new Bench(TableTest.options("--only", "lbkeeper", "--faults", "kill-fall-1", "--rounds", "1",
                "--settle", "1"));
        bench.run();
        Results.Cell cell = bench.results.cell("lbkeeper", Line.KILL_1);
        assertThat(cell.failures()).as("failures; the logs are in target/bench/lbkeeper-fall-1-faults").isEmpty();
        assertThat(cell.samples()).as("samples").hasSize(1).allMatch(seconds -> seconds > 0);
        new Report(bench).writeTo(folder);
        assertThat(Files.readString(folder.resolve("table.md"))).contains("| " + Line.KILL_1.label + " | ");
        assertThat(Files.readAllLines(folder.resolve("results.csv"))).hasSize(2).element(1).asString().startsWith(
                "lbkeeper,kill-fall-1,sample,");
        assertThat(namespaces()).as("network namespaces of this process").isEmpty();
        // Killed they are by now; the kernel tells this process of it in a moment.
        Awaitility.await("no process to be left").atMost(Duration.ofSeconds(10)).until(() -> ProcessHandle.current()
                .descendants().findAny().isEmpty());
    }

    private static List<String> namespaces() {
        String own = "lbk-" + ProcessHandle.current().pid() + "-";
        return Stream.of(Tool.run("", "ip", "netns", "list").split("\n")).filter(name -> name.startsWith(own)).toList();
    }
}
