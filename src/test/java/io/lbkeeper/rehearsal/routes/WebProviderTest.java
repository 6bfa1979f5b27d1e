package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.core.CoreRun;
import io.lbkeeper.rehearsal.core.Wiring;
import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.ApiTrouble;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import io.lbkeeper.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A DNS provider whose kamelets talk HTTP: its API stands where Route 53 does, behind the same faults. */
class WebProviderTest {
    private static final long SEED = 3;
    private static final Schedule QUIET = Schedule.quiet(Duration.ofMinutes(10)).starting(Duration.ZERO,
            Duration.ofSeconds(8));
    private static final Schedule CUT_THEN_OFF = QUIET.with(120, 180, new Fault.LinkCut("lb1", "lb2"))
            .forGood(300, new Fault.MachineOff("lb1"));

    @TempDir
    private Path routes;
    private EditedCopy copy;
    private Cluster pair;

    @BeforeEach
    void writeTheKamelets() throws Exception {
        copy = EditedCopy.in(routes);
        pair = Cluster.of(Settings.of(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.dns", "lines"), "a provider by HTTP", Set.of("lines")));
        LineDns.writeKamelets(copy, pair.settings().apiTimeout());
    }

    @Test
    void tellsTheStoryThatTheCoreTells() {
        Verdict byCore = CoreRun.of(pair, CUT_THEN_OFF, SEED, Wiring.shipped(), Trace.kept());
        assertThat(byCore.holder()).contains("lb2");
        assertThat(story(run(CUT_THEN_OFF))).as("each decision and each change, at its moment")
                .isEqualTo(story(byCore));
    }

    @ParameterizedTest
    @CsvSource({"THROTTLED, statusCode: 429", "FORBIDDEN, statusCode: 403", "UNAVAILABLE, statusCode: 503",
            "REQUEST_LOST, no complete answer within 3000 ms"})
    void whatTheApiSaysWhereItIsBrokenIsToldAndMovesNothing(ApiTrouble trouble, String told) {
        Verdict verdict = run(QUIET.with(120, 300, new Fault.ApiFails("lb1", trouble, 1)));
        assertThat(verdict.trace()).extracting(line -> line.text()).as("what lb1 says").anyMatch(text ->
                text.contains(told));
        assertThat(verdict.breaches()).as("%s", verdict.trace()).isEmpty();
        assertThat(verdict.moves()).isZero();
    }

    @Test
    void anAnswerThatIsLostIsLookedFor() {
        Verdict verdict = run(QUIET.with(100, 300, new Fault.ApiFails("lb2", ApiTrouble.REPLY_LOST, 0.5))
                .forGood(120, new Fault.MachineOff("lb1")));
        assertThat(verdict.holder()).as("%s", verdict.trace()).contains("lb2");
        assertThat(verdict.breaches()).as("%s", verdict.trace()).isEmpty();
    }

    @Test
    void aKameletThatWritesBlindlyIsFound() throws IOException {
        copy.edit(LineDns.kamelet("change").toString(), "method: changeBody", "method: blindBody");
        Verdict verdict = run(QUIET.starting(Duration.ZERO, Duration.ZERO));
        assertThat(verdict.breaches()).extracting(Breach::invariant).as("what is broken: %s", verdict.trace())
                .contains("one-batch-per-epoch");
    }

    private Verdict run(Schedule schedule) {
        try (RouteLevel level = new RouteLevel(pair, routes, Duration.ofSeconds(60), settings ->
                new SimulatedProvider(Optional.of(new ProviderSite(URI.create(LineDns.URL), new LineDns())),
                        Optional.empty()))) {
            return level.run(schedule, SEED, Trace.kept());
        }
    }

    /** Without the changes' ids, of which this provider has none. */
    private static String story(Verdict verdict) {
        return verdict.trace().stream().map(line -> line.toString().replaceFirst("applied as change .*", "applied"))
                .collect(Collectors.joining("\n"));
    }
}
