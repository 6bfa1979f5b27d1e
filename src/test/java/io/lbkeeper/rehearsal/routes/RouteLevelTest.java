package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Generator;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Kind;
import io.lbkeeper.rehearsal.world.Planned;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The shipped routes by the real Camel, for two nodes in a simulated world. */
class RouteLevelTest {
    private static final Path ROUTES = Path.of("routes");
    private static final Cluster PAIR = Cluster.ofDefaults(2);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final long SEED = 7;
    private static final Schedule FIRST_THEN_SECOND = Schedule.quiet(TEN_MINUTES).starting(Duration.ZERO,
            Duration.ofSeconds(8));
    /** What was sent before may arrive after. */
    private static final Duration ON_ITS_WAY = Duration.ofMillis(200);

    private static RouteLevel level;

    @BeforeAll
    static void loadTheRoutes() {
        level = new RouteLevel(PAIR, ROUTES);
    }

    @AfterAll
    static void stop() {
        level.close();
    }

    @Test
    void oneNodeCreatesTheNameAndTheOtherStandsBy() {
        Verdict verdict = run(Schedule.quiet(TEN_MINUTES));
        assertThat(verdict.changes()).as("the service record, and each node's own: %s", verdict.trace()).isEqualTo(3);
        assertThat(verdict.breaches()).isEmpty();
        assertThat(verdict.holder()).isPresent();
    }

    @Test
    void aMachineThatIsSwitchedOffLosesTheName() {
        String owner = run(Schedule.quiet(TEN_MINUTES)).holder().orElseThrow();
        Verdict verdict = run(Schedule.quiet(TEN_MINUTES).with(120, 300, new Fault.MachineOff(owner)));
        assertThat(verdict.holder()).as("who has it: %s", verdict.trace()).isPresent().isNotEqualTo(owner);
        assertThat(verdict.moves()).isEqualTo(1);
        assertThat(verdict.breaches()).isEmpty();
    }

    @Test
    void aCutLinkBetweenHealthyNodesMovesNothing() {
        Verdict verdict = run(Schedule.quiet(TEN_MINUTES).with(120, 300, new Fault.LinkCut("lb1", "lb2")));
        assertThat(verdict.trace()).as("a challenge, and that it is refuted").extracting(line -> line.text())
                .anyMatch(text -> text.startsWith("Challenge:")).anyMatch(text -> text.startsWith("RefuteChallenge:"));
        assertThat(verdict.moves()).as("moves: %s", verdict.trace()).isZero();
        assertThat(verdict.breaches()).isEmpty();
    }

    @Test
    void anAgentThatIsKilledForgetsAndStartsAnew() {
        Verdict verdict = run(Schedule.quiet(TEN_MINUTES).with(120, 180, new Fault.AgentKilled("lb1")));
        assertThat(verdict.trace()).filteredOn(line -> line.where().equals("lb1") && line.kind() == Kind.DECISION
                && line.at().compareTo(Duration.ofSeconds(120)) > 0).as("a decision that is news: after its start "
                        + "everything is, and nothing while it is dead").isNotEmpty()
                .allMatch(line -> line.at().compareTo(Duration.ofSeconds(180)) >= 0);
        assertThat(verdict.breaches()).isEmpty();
    }

    @Test
    void anAgentThatDiesWhileItWaitsChangesNothingMore() {
        Schedule schedule = Schedule.quiet(TEN_MINUTES).with(0, 60, new Fault.AgentKilledBeforeWrite("lb1"))
                .with(0, 60, new Fault.AgentFrozenBeforeWrite("lb2"));
        Verdict verdict = run(schedule);
        assertThat(verdict.trace()).filteredOn(line -> line.kind() == Kind.CHANGE).as("changes: %s", verdict.trace())
                .isNotEmpty().allMatch(line -> line.at().compareTo(Duration.ofSeconds(60)) >= 0);
        assertThat(verdict.breaches()).isEmpty();
    }

    @Test
    void anAgentThatIsKilledInTheMiddleOfACycleChallengesNobodyAnyMore() {
        for (int millis = 120_000; millis < 128_000; millis += 500) {
            Duration killed = Duration.ofMillis(millis);
            Schedule cut = FIRST_THEN_SECOND.with(120, 300, new Fault.LinkCut("lb1", "lb2"));
            List<Planned> faults = new ArrayList<>(cut.faults());
            faults.add(new Planned(killed, Duration.ofSeconds(170), new Fault.AgentKilled("lb2")));
            Verdict verdict = run(new Schedule(faults, cut.starts(), TEN_MINUTES));
            assertThat(verdict.trace()).as("changes by lb2 after it was killed at %s: %s", killed, verdict.trace())
                    .filteredOn(line -> line.where().equals("lb2") && line.kind() == Kind.CHANGE)
                    .noneMatch(line -> line.at().compareTo(killed.plus(ON_ITS_WAY)) > 0
                            && line.at().compareTo(Duration.ofSeconds(170)) < 0);
        }
    }

    @Test
    void whatNodesLogIsNotInThisProcessLog() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            run(Schedule.quiet(TEN_MINUTES).with(120, 180, new Fault.AgentKilled("lb1")));
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list).extracting(ILoggingEvent::getThreadName).noneMatch(name -> name.startsWith("rehearsal-"));
    }

    @Test
    void theSameSeedGivesTheSameRunToTheByte() {
        Schedule schedule = Generator.draw(PAIR.nodes(), SEED);
        String first = story(level.run(schedule, SEED, Trace.kept()));
        assertThat(story(level.run(schedule, SEED, Trace.kept()))).as("seed %s once more", SEED).isEqualTo(first);
        try (RouteLevel other = new RouteLevel(PAIR, ROUTES)) {
            assertThat(story(other.run(schedule, SEED, Trace.kept()))).as("seed %s, routes loaded anew", SEED)
                    .isEqualTo(first);
        }
    }

    private static Verdict run(Schedule schedule) {
        return level.run(schedule, SEED, Trace.kept());
    }

    private static String story(Verdict verdict) {
        return String.join("\n", verdict.trace().stream().map(Object::toString).toList());
    }
}
