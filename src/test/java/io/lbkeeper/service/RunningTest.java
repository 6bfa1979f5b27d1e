package io.lbkeeper.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.settings.Settings;
import io.lbkeeper.supervision.Edition;
import io.lbkeeper.supervision.Heard;
import io.lbkeeper.supervision.Pauses;
import io.lbkeeper.supervision.Saved;
import io.lbkeeper.supervision.Supervisor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Camels take each other's place. */
class RunningTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WATCH = """
            - route:
                id: watch
                from:
                  uri: timer:watch
                  parameters: {delay: "0", period: "{{lb.check.tick}}", synchronous: true}
                  steps:
                    - filter:
                        simple: "${bean:cycle?method=isDue}"
                        steps:
                          #
                          - bean: {ref: watchdog, method: fed}
            """;

    @TempDir
    private Path folder;
    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void aCycleThatHangsIsGivenUpForGoodAndTheOldRoutesGoOn() throws Exception {
        Path config = Files.write(folder.resolve("lbkeeper.properties"), List.of("lb.node=lb1", "lb.nodes=lb1,lb2",
                "lb.domain=example.com", "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE",
                "lb.address=127.0.0.1", "lb.state-dir=" + folder.resolve("state"), "lb.check.interval=200ms",
                "lb.check.fastinter=200ms", "lb.check.timeout=150ms", "lb.address.timeout=150ms",
                "lb.route53.timeout=150ms"));
        Path routes = Files.createDirectories(folder.resolve("routes"));
        Path watch = Files.writeString(routes.resolve("watch.camel.yaml"), WATCH);
        Edition edition = Edition.copyOf(Saved.read(config, routes));
        Running first = Running.first(settings(edition), edition.routes());
        try (Supervisor<Running> supervisor = new Supervisor<>(first, edition, new Supervisor.Parts<>(
                saved -> Saved.read(config, routes), (next, running) -> running.next(settings(next), next.routes()),
                new Heard(told), String::valueOf), Pauses.real())) {
            supervisor.start();
            supervisor.watch(running -> Duration.ofMillis(20));
            awaitCycles(first, 3);

            Files.writeString(watch, WATCH.replace("#", "- bean: " + step("hang") + "\n              - bean: "
                    + step("act")));
            await("the refusal").atMost(PATIENCE).until(() -> told.size() == 2);
            assertThat(told.get(1)).contains("no cycle has completed within");
            assertThat(Straggler.HANGING.getCount()).as("the new routes were tried").isZero();
            assertThat(supervisor.running()).isSameAs(first);
            awaitCycles(first, 3);
            Straggler.MAY_GO_ON.countDown();
            assertThat(Straggler.WENT_ON.await(60, TimeUnit.SECONDS)).isTrue();
            awaitCycles(first, 3);
            assertThat(Straggler.ACTED).as("the step behind the one that hung").hasValue(0);

            Files.writeString(watch, WATCH.replace("#", "# as good as before"));
            await("the good edit").atMost(PATIENCE).until(() -> told.contains("taken watch.camel.yaml"));
            assertThat(supervisor.running()).isNotSameAs(first);
            await("the end of the old one, which comes after the edit is told of").atMost(PATIENCE)
                    .until(() -> first.camel().isStopped());
            awaitCycles(supervisor.running(), 3);
        }
        assertThat(told).hasSize(4);
    }

    private static String step(String method) {
        return "{beanType: " + Straggler.class.getName() + ", method: " + method + "}";
    }

    private static Settings settings(Edition edition) {
        try {
            return Settings.read(edition.settings(), Set.of());
        } catch (Exception e) {
            throw new IllegalStateException("the settings of this test", e);
        }
    }

    private static void awaitCycles(Running running, long more) {
        long before = running.cycles();
        await(more + " cycles").atMost(PATIENCE).until(() -> running.cycles() >= before + more);
    }
}
