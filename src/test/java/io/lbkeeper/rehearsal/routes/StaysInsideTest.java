package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes that tell people, write files or wait: in a rehearsal none of it leaves the process, or takes real time. */
class StaysInsideTest {
    private static final Cluster PAIR = Cluster.ofDefaults(2);
    private static final Schedule QUIET = Schedule.quiet(Duration.ofMinutes(5));
    private static final long SEED = 5;
    private static final String TOLD = "        - filter:\n            id: when-new\n";

    @TempDir
    private Path routes;
    @TempDir
    private Path outside;
    private EditedCopy copy;

    @BeforeEach
    void copyTheRoutes() throws IOException {
        copy = EditedCopy.in(routes);
    }

    @Test
    void aFileIsNotWrittenAndAWebHookNotAsked() throws IOException {
        tell("- to: file:" + outside + "/told", "- to: http://hooks.example.com/told?httpMethod=GET");
        try (RouteLevel level = new RouteLevel(PAIR, routes)) {
            Verdict verdict = level.run(QUIET, SEED, Trace.kept());
            assertThat(verdict.breaches()).as("%s", verdict.trace()).isEmpty();
            assertThat(level.keptInside()).as("what was asked for, and kept inside").hasSize(2)
                    .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(10));
            assertThat(level.keptInside().keySet()).anyMatch(what -> what.startsWith("file:"))
                    .anyMatch(what -> what.contains("http://hooks.example.com/told"));
        }
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aQueueAWireTapAndADelayTakeVirtualTime() throws IOException {
        copy.write("slowly.camel.yaml", """
                - route:
                    id: slowly
                    from:
                      uri: seda:slowly
                      steps:
                        - delay: {constant: "3000"}
                        - to: file:OUTSIDE/slow
                """.replace("OUTSIDE", outside.toString()));
        copy.write("tapped.camel.yaml", """
                - route:
                    id: tapped
                    from:
                      uri: direct:tapped
                      steps:
                        - delay: {constant: "7000"}
                        - to: file:OUTSIDE/tapped
                """.replace("OUTSIDE", outside.toString()));
        tell("- to: seda:slowly?size=10", "- wireTap: {uri: direct:tapped}");
        try (RouteLevel level = new RouteLevel(PAIR, routes)) {
            Verdict verdict = level.run(QUIET, SEED, Trace.kept());
            assertThat(verdict.breaches()).as("%s", verdict.trace()).isEmpty();
            assertThat(level.keptInside()).as("both ways came to their ends").hasSize(2)
                    .allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(10));
        }
    }

    @Test
    void aRouteThatWaitsInRealTimeIsTold() throws IOException {
        tell("- bean: {beanType: io.lbkeeper.rehearsal.routes.StaysInsideTest$Sleeper, method: sleep}");
        RouteLevel level = new RouteLevel(PAIR, routes, Duration.ofSeconds(1));
        assertThatThrownBy(() -> level.run(QUIET, SEED, Trace.off())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a route waits for something that is not simulated")
                .hasMessageContaining("StaysInsideTest$Sleeper.sleep");
    }

    /** An operator's own bean that waits for what never comes. */
    public static final class Sleeper {
        private final Object never = new Object();

        public void sleep() throws InterruptedException {
            synchronized (never) {
                while (true) {
                    never.wait();
                }
            }
        }
    }

    /** With these steps at the beginning of the route that tells people of each decision. */
    private void tell(String... steps) throws IOException {
        copy.edit("notify.camel.yaml", TOLD, "        " + String.join("\n        ", steps) + "\n" + TOLD);
    }
}
