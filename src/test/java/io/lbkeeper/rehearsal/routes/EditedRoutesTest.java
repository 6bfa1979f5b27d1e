package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Face;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of the shipped routes with an edit that an operator might make in good faith, and what it costs. */
class EditedRoutesTest {
    private static final Cluster PAIR = Cluster.ofDefaults(2);
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final long SEED = 3;
    /** lb1 starts first and has the name. */
    private static final Schedule QUIET = Schedule.quiet(LENGTH).starting(Duration.ZERO, Duration.ofSeconds(8));
    private static final Schedule LINK_CUT = QUIET.with(120, 240, new Fault.LinkCut("lb1", "lb2"));
    private static final Schedule OWNER_OFF = QUIET.forGood(120, new Fault.MachineOff("lb1"));

    @TempDir
    private Path routes;

    private EditedCopy copy;

    @BeforeEach
    void copyTheRoutes() throws IOException {
        copy = EditedCopy.in(routes);
    }

    @Test
    void unchangedTheyBreakNothing() {
        for (Schedule schedule : List.of(QUIET, LINK_CUT, OWNER_OFF)) {
            assertThat(run(schedule).breaches()).isEmpty();
        }
    }

    @Test
    void aBlindUpsertAtTheFirstFailedCheckIsFound() throws IOException {
        instead("Challenge", """
                        - removeHeaders: {pattern: "*"}
                        - setHeader: {name: CamelAwsRoute53Operation, constant: upsertRecord}
                        - setHeader: {name: CamelAwsRoute53RecordName, constant: "{{lb.service}}"}
                        - setHeader: {name: CamelAwsRoute53RecordType, constant: A}
                        - setHeader: {name: CamelAwsRoute53RecordTtl, constant: "60"}
                        - setHeader: {name: CamelAwsRoute53RecordValues, simple: "${exchangeProperty.address}"}
                        - setBody: {constant: ""}
                        - to: aws2-route53:lbkeeper
                """);
        assertFound(LINK_CUT, "one-batch-per-epoch", "FAULT    LinkCut", "DECISION Challenge:",
                "CHANGE   - lb.example.com A 203.0.113.10 (TTL 60 s)  + lb.example.com A 203.0.113.11");
    }

    @Test
    void aTakeOverWithoutAChallengeIsFound() throws IOException {
        instead("Challenge", """
                        - bean:
                            beanType: io.lbkeeper.rehearsal.routes.EagerTakeOver
                            method: "takeOver(${exchangeProperty.decision}, {{lb.node}}, ${exchangeProperty.address})"
                        - to: direct:change-service
                """);
        assertFound(LINK_CUT, "never-from-a-living-owner", "FAULT    LinkCut", "DECISION Challenge:",
                "CHANGE   - lb.example.com A 203.0.113.10 (TTL 60 s)");
    }

    @Test
    void aRefusedLookTakenForADeadNodeIsFound() throws IOException {
        copy.edit("kamelets/ask-haproxy-action.kamelet.yaml", "              - bean: {ref: stats, method: judge}\n", """
                              - filter:
                                  simple: "${header.CamelHttpResponseCode} == 403"
                                  steps:
                                    - throwException:
                                        exceptionType: java.net.ConnectException
                                        message: "Connection refused"
                              - bean: {ref: stats, method: judge}
                """);
        assertFound(QUIET.with(120, 300, new Fault.HaproxyShows("lb1", Face.FORBIDDEN)), "never-on-unknown",
                "FAULT    HaproxyShows lb1 FORBIDDEN", "its own HAProxy is DEAD (connection refused)",
                "DECISION HandOver:");
    }

    @Test
    void aTakeOverThatNobodyDoesIsFound() throws IOException {
        copy.edit("watch.camel.yaml", "- simple: \"${body.name} == 'TakeOver'\"\n"
                + "                            steps: [to: {id: take-over, uri: direct:change-service}]\n"
                + "                          ", "");
        assertFound(OWNER_OFF, "settles", "FAULT    MachineOff lb1", "DECISION TakeOver:");
    }

    @Test
    void aNodeThatNoLongerChecksItsPeersIsFound() throws IOException {
        copy.edit("observe-haproxies.camel.yaml", "            steps:\n", """
                            steps:
                              - filter:
                                  simple: "${body.node} != '{{lb.node}}'"
                                  steps: [stop: {}]
                """);
        assertFound(OWNER_OFF, "settles", "FAULT    MachineOff lb1");
    }

    /** An own route in the place of what is done upon a decision; it knows this node's address. */
    private void instead(String decision, String steps) throws IOException {
        String watch = copy.read("watch.camel.yaml");
        String shipped = watch.lines().dropWhile(line -> !line.contains("== '" + decision + "'")).skip(1).findFirst()
                .orElseThrow();
        copy.edit("watch.camel.yaml", shipped, "                            steps: [to: {uri: direct:instead}]");
        copy.write("instead.camel.yaml", """
                - route:
                    id: instead
                    from:
                      uri: direct:instead
                      steps:
                        - to: "kamelet:address-imds-action?source=RAW(http://169.254.169.254)&deadline=2000"
                        - setProperty: {name: address, simple: "${body.found.get}"}
                """ + steps);
    }

    private void assertFound(Schedule schedule, String invariant, String... story) {
        Verdict verdict = run(schedule);
        assertThat(verdict.breaches()).extracting(Breach::invariant).as("what is broken; %s", verdict.trace())
                .contains(invariant);
        String told = String.join("\n", verdict.trace().stream().map(Object::toString).toList());
        assertThat(told).contains(story).contains("BREACH");
    }

    private Verdict run(Schedule schedule) {
        try (RouteLevel level = new RouteLevel(PAIR, routes)) {
            return level.run(schedule, SEED, Trace.kept());
        }
    }
}
