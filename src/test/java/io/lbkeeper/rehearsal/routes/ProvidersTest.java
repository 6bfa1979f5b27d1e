package io.lbkeeper.rehearsal.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.rehearsal.core.CoreRun;
import io.lbkeeper.rehearsal.core.Wiring;
import io.lbkeeper.rehearsal.referee.Breach;
import io.lbkeeper.rehearsal.referee.Verdict;
import io.lbkeeper.rehearsal.scenario.Catalogue;
import io.lbkeeper.rehearsal.scenario.Scenario;
import io.lbkeeper.rehearsal.world.ApiTrouble;
import io.lbkeeper.rehearsal.world.Cluster;
import io.lbkeeper.rehearsal.world.Fault;
import io.lbkeeper.rehearsal.world.Happening;
import io.lbkeeper.rehearsal.world.Schedule;
import io.lbkeeper.rehearsal.world.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped routes with each DNS provider but Route 53. They take other calls, and so other times, than the core
 * does; but a story ends alike on both levels, and breaks the same promises.
 */
class ProvidersTest {
    private static final Path SHIPPED = Path.of("routes");
    private static final long SEED = 1;
    /** One of each kind, and those in which it matters what the provider can do. */
    private static final List<String> STORIES = List.of("owner-machine-off", "stopped-before-write", "link-cut-120s",
            "owner-address-changes", "both-start-together", "cname-by-human", "ttl-edited-again-and-again",
            "api-lost-during-owner-death", "credentials-revoked", "answer-lost", "lost-race");
    /**
     * Those that end otherwise. At Cloudflare a name may have several records: who adds one takes no other's place, as
     * he does in the core. By dyndns2 no TTL is set, and an address is not sent twice within a minute; and without an
     * owner record, who is first has a name that is free.
     */
    private static final Map<String, List<String>> OTHERWISE = Map.of("cloudflare", List.of("both-start-together"),
            "dyndns2", List.of("cname-by-human", "ttl-edited-again-and-again", "lost-race"));

    @TempDir
    private Path edited;

    static Set<String> providers() {
        return ProviderSettings.ALL.keySet();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void bothLevelsComeToTheSame(String provider) {
        Cluster pair = ProviderSettings.pair(provider);
        List<String> otherwise = OTHERWISE.getOrDefault(provider, List.of());
        SoftAssertions all = new SoftAssertions();
        try (RouteLevel routes = new RouteLevel(pair, SHIPPED)) {
            for (String name : STORIES.stream().filter(story -> !otherwise.contains(story)).toList()) {
                Scenario scenario = Catalogue.find(name, pair).orElseThrow();
                Verdict byRoutes = routes.run(scenario.schedule(SEED), SEED, Trace.kept());
                Verdict byCore = CoreRun.of(pair, scenario.schedule(SEED), SEED, Wiring.shipped(), Trace.off());
                all.assertThat(story(byRoutes)).as("no route fails").doesNotContain("failed:");
                all.assertThat(end(scenario, byRoutes)).as("%s with %s on the routes, against the core; %s", name,
                        provider, story(byRoutes)).isEqualTo(end(scenario, byCore));
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theSameSeedGivesTheSameRunToTheByte(String provider) {
        Cluster pair = ProviderSettings.pair(provider);
        Scenario scenario = Catalogue.find("api-throttles", pair).orElseThrow();
        try (RouteLevel routes = new RouteLevel(pair, SHIPPED)) {
            String first = story(routes.run(scenario.schedule(SEED), SEED, Trace.kept()));
            routes.run(scenario.schedule(SEED + 1), SEED + 1, Trace.off());
            assertThat(story(routes.run(scenario.schedule(SEED), SEED, Trace.kept()))).isEqualTo(first);
        }
    }

    @Test
    void ofTwoThatCreateTheNameAtCloudflareTogetherOneHasIt() {
        Cluster pair = ProviderSettings.pair("cloudflare");
        Scenario scenario = Catalogue.find("both-start-together", pair).orElseThrow();
        try (RouteLevel routes = new RouteLevel(pair, SHIPPED)) {
            Verdict verdict = routes.run(scenario.schedule(SEED), SEED, Trace.kept());
            assertThat(story(verdict)).as("both have written").contains("lb.example.com A 203.0.113.11, 203.0.113.10",
                    "holds what several have written at once").doesNotContain("RefuseToMove");
            assertThat(verdict.holder()).as(story(verdict)).contains("lb1");
        }
    }

    @Test
    void everyProviderThatIsShippedCanBeRehearsed() throws IOException {
        try (Stream<Path> kamelets = Files.list(SHIPPED.resolve("kamelets"))) {
            assertThat(kamelets.map(file -> file.getFileName().toString()).filter(name -> name.matches(
                    "dns-.*-change-action.*")).map(name -> name.split("-")[1])).as("with a pair of kamelets")
                    .isSubsetOf(RouteLevel.providers());
        }
        assertThat(RouteLevel.providers()).containsAll(ProviderSettings.ALL.keySet());
    }

    @Test
    void anUpdateThatExpectsNothingIsFound() throws IOException {
        EditedCopy copy = EditedCopy.in(edited);
        copy.edit("kamelets/dns-rfc2136-change-action.kamelet.yaml",
                "                        - setHeader: {name: CamelDnsUpdateExpected, simple: "
                        + "\"${bean:rfc2136?method=expected}\"}\n", "");
        copy.edit("kamelets/dns-rfc2136-change-action.kamelet.yaml", "constant: update}", "constant: replaceRecord}");
        Schedule together = Schedule.quiet(Duration.ofMinutes(10)).starting(Duration.ZERO, Duration.ZERO);
        assertThat(broken("rfc2136", SHIPPED, together)).isEmpty();
        assertThat(broken("rfc2136", edited, together)).isNotEmpty();
    }

    @Test
    void aReadThatTakesCouldNotAskForAbsentIsFound() throws IOException {
        EditedCopy copy = EditedCopy.in(edited);
        copy.edit("kamelets/powerdns-records-action.kamelet.yaml", "        - to: kamelet:powerdns-call-action\n", """
                        - doTry:
                            steps:
                              - to: kamelet:powerdns-call-action
                            doCatch:
                              - exception: [java.lang.Exception]
                                steps:
                                  - setBody: {constant: '{"rrsets": []}'}
                                  - setBody: {simple: "${bean:plain?method=json}"}
                """);
        Schedule flaky = Schedule.quiet(Duration.ofMinutes(10)).starting(Duration.ZERO, Duration.ofSeconds(8))
                .with(60, 480, new Fault.ApiFails("lb2", ApiTrouble.UNAVAILABLE, 0.6));
        assertThat(broken("powerdns", SHIPPED, flaky)).isEmpty();
        assertThat(broken("powerdns", edited, flaky)).contains("one-batch-per-epoch");
    }

    private static List<String> broken(String provider, Path routes, Schedule schedule) {
        try (RouteLevel level = new RouteLevel(ProviderSettings.pair(provider), routes)) {
            return level.run(schedule, SEED, Trace.off()).breaches().stream().map(Breach::invariant).distinct()
                    .toList();
        }
    }

    private static String end(Scenario scenario, Verdict verdict) {
        Verdict unbroken = new Verdict(List.of(), verdict.moves(), verdict.changes(), verdict.holder(),
                verdict.recovery(), List.of());
        // Of two that start together either may win.
        String holder = scenario.expected().holders().size() > 1 ? "one of them" : verdict.holder().orElse("nobody");
        return holder + " has it after " + verdict.moves() + " moves and " + verdict.changes() + " changes; broken: "
                + verdict.breaches().stream().map(Breach::invariant).distinct().sorted().toList() + "; unexpected: "
                + (scenario.expected().judge(unbroken).isEmpty() ? "nothing" : "something");
    }

    private static String story(Verdict verdict) {
        return verdict.trace().stream().map(Happening::toString).collect(Collectors.joining("\n"));
    }
}
