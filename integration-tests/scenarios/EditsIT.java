package scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are edited under a running lbkeeper. That it cycles on is told by its HAProxy. */
class EditsIT {

    @TempDir
    private Path folder;

    @Test
    void goodEditsAreTakenUpAndBadOnesChangeNothingAndNoCycleIsMissed() throws Exception {
        try (Workbench bench = new Workbench(folder, "127.0.4.1"); Lbkeeper lb1 = bench.run(Map.of())) {
            lb1.awaitOutput(Workbench.KEEPS);
            bench.haproxy.forgetGaps();

            bench.edit("notify.camel.yaml", "message: \"${body.name}: ${body.reason}\"",
                    "message: \"EDITED ${body.name}\"");
            lb1.awaitOutput("Edit: notify.camel.yaml taken up");

            bench.edit("watch.camel.yaml", "direct:notify", "direct:notfiy");
            lb1.awaitOutput("Edit: not taken up, and what ran runs on: ");
            lb1.awaitOutput(bench.routes.resolve("watch.camel.yaml") + ":");
            bench.edit("watch.camel.yaml", "direct:notfiy", "direct:notify");
            lb1.awaitOutput("Edit: the files are again those that run");

            bench.settings.put("lb.node", "lb2");
            bench.write();
            lb1.awaitOutput("lb.node=lb2 (it runs with lb1) can't change while lbkeeper runs; restart lbkeeper");
            bench.settings.put("lb.node", "lb1");
            bench.settings.compute("lb.check.own-url", (key, url) -> url + ";norefresh");
            bench.write();
            lb1.awaitOutput("Edit: lbkeeper.properties taken up");
            bench.haproxy.awaitAskedAt("/stats;csv;norefresh");
            assertThat(bench.haproxy.longestGap()).as("between two checks of its HAProxy; it said:%n%s", lb1.output())
                    .isLessThan(Workbench.INTERVAL.multipliedBy(2));
            assertThat(bench.haproxy.mostAtOnce()).as("checks at once").isEqualTo(1);

            bench.haproxy.kill();
            lb1.awaitOutput("EDITED ");
            assertThat(lb1.terminate()).as(lb1.output()).isLessThan(Duration.ofSeconds(2));
            assertThat(lb1.output()).doesNotContain("Exception").doesNotContain("ERROR");
            try (Stream<Path> left = Files.list(bench.temporary())) {
                assertThat(left.filter(file -> file.getFileName().toString().startsWith("lbkeeper-"))).isEmpty();
            }
        }
    }
}
