package io.lbkeeper.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.requests.Kind;
import io.lbkeeper.requests.Request;
import io.lbkeeper.requests.RequestFiles;
import io.lbkeeper.service.StatsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lbkeeper plan} with the shipped routes, against a local Route 53 that refuses every change. */
@Timeout(60)
class PlanCommandTest {
    private static final String OWNED_BY_LB2 = "\"v=1 owner=lb2 address=127.0.1.2 epoch=4 nonce=n4 inter=5\"";

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;
    @TempDir
    private Path asked;
    private final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
    private final List<AutoCloseable> running = new ArrayList<>();
    private LocalRoute53 route53;
    private StatsServer own;
    private StatsServer peer;

    @BeforeEach
    void start() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(zone), Duration.ZERO);
        route53.faults().add("error-503:ChangeResourceRecordSets");
        running.add(route53);
        peer = new StatsServer("lb2", "127.0.1.2", 0);
        own = new StatsServer("lb1", "127.0.1.1", peer.port());
        running.addAll(List.of(own, peer));
    }

    @AfterEach
    void stopAndSeeThatNothingWasChanged() throws Exception {
        for (AutoCloseable one : running) {
            one.close();
        }
        assertThat(route53.faults().standing()).as("changes that were asked of the API").singleElement()
                .satisfies(change -> assertThat(change.calls()).isZero());
        assertThat(folder.resolve("state")).as("lb.state-dir").doesNotExist();
    }

    @Test
    void aStandbyWithAGoodOwnerChangesNothing() throws Exception {
        records();
        CommandLineRun plan = plan();
        assertThat(plan.out()).contains("own address: 127.0.1.1\n", "lb1's HAProxy: OK (", "lb2's HAProxy: OK (",
                "record lb.example.com A 127.0.1.2 (TTL 60 s)\n", "record _owner.lb.example.com TXT " + OWNED_BY_LB2,
                "record lb1.example.com A 127.0.1.1 (TTL 60 s)\n", "record lb2.example.com A 127.0.1.2 (TTL 60 s)\n",
                "A first look: no failed checks are counted yet", "Decision: KeepRecord\n",
                "Changes of records:\n  nothing\nNothing was sent.\n");
        assertThat(plan.exitCode()).isZero();
    }

    @Test
    void aFreshPairIsToldTheBatchAsItWouldBeSent() throws Exception {
        zone.change(List.of(create("lb1.example.com.", "127.0.1.1")));
        CommandLineRun plan = plan();
        assertThat(plan.out()).contains("record lb.example.com: not there\n", "lb2's HAProxy: not asked",
                "Decision: CreateRecord\n").containsPattern("Changes of records:\n"
                        + "  CREATE lb.example.com A 60 127.0.1.1\n"
                        + "  CREATE _owner.lb.example.com TXT 60 \"v=1 owner=lb1 address=127.0.1.1 epoch=1 nonce=");
        assertThat(plan.exitCode()).isZero();
    }

    @Test
    void anOwnerThatIsGoneWouldBeChallenged() throws Exception {
        records();
        peer.close();
        CommandLineRun plan = plan();
        assertThat(plan.out()).contains("lb2's HAProxy: DEAD (", "Decision: Challenge\n",
                "  DELETE _owner.lb.example.com TXT 60 " + OWNED_BY_LB2 + "\n  CREATE _owner.lb.example.com TXT 60 ");
        assertThat(plan.exitCode()).isZero();
    }

    @Test
    void whatTheDnsProviderCannotDoIsSaidAndNoOwnerRecordIsPlannedWithoutOne() throws Exception {
        Path change = RoutesCopy.in(folder.resolve("routes"))
                .resolve("kamelets/dns-route53-change-action.kamelet.yaml");
        RoutesCopy.edit(change, "compare-and-swap: \"true\"", "compare-and-swap: \"false\"");
        RoutesCopy.edit(change, "owner-record: \"true\"", "owner-record: \"false\"");
        CommandLineRun plan = plan();
        assertThat(plan.out()).contains("lb.dns=local: the DNS provider can't compare and swap, so a standby",
                "it keeps no owner record", "owner: nobody, by the address", "Changes of records:\n"
                        + "  SET lb.example.com A 60 127.0.1.1\n  SET lb1.example.com A 60 127.0.1.1\n")
                .doesNotContain("_owner.");
    }

    @Test
    void theNodesOwnRecordWouldBeSetWhateverIsThere() throws Exception {
        records();
        zone.change(List.of(RecordChange.delete(a("lb1.example.com.", "127.0.1.1"))));
        CommandLineRun plan = plan("lb.ttl=30s");
        assertThat(plan.out()).contains("Changes of records:\n  UPSERT lb1.example.com A 30 127.0.1.1\n");
    }

    @Test
    void aRefusalIsAnAlarmAndTheAnswerIsNo() throws Exception {
        records();
        zone.change(List.of(RecordChange.upsert(ResourceRecordSet.simple("lb.example.com.", RecordType.A, MINUTE,
                "192.0.2.99", "192.0.2.98"))));
        CommandLineRun plan = plan();
        assertThat(plan.out()).contains("Decision: RefuseToMove (an alarm)\n", "2 addresses: 192.0.2.9",
                "  nothing\n");
        assertThat(plan.exitCode()).isEqualTo(1);
    }

    @Test
    void recordsThatCouldNotBeReadAreNoPlan() throws Exception {
        route53.close();
        CommandLineRun plan = plan();
        assertThat(plan.out()).contains("records: could not ask: ", "Changes of records:\n  nothing\n");
        assertThat(plan.exitCode()).isEqualTo(3);
    }

    @Test
    void theHaproxiesDoNotTakeItForTheService() throws Exception {
        records();
        plan();
        assertThat(Stream.of(own, peer).flatMap(server -> server.asked().stream())).hasSize(2)
                .noneMatch(asked -> asked.keySet().stream().anyMatch(name -> name.startsWith("X-lbkeeper")));
    }

    /** The service itself removes what has ended. */
    @Test
    void whatOperatorsAskedForCountsAndStaysAsItIs() throws Exception {
        records();
        RequestFiles files = new RequestFiles(asked);
        Instant now = Instant.now();
        files.write(new Request(Kind.PAUSE, now, "ops", Optional.of(now.plusSeconds(600)), Optional.of("works"),
                Optional.empty(), Optional.empty()));
        files.write(new Request(Kind.DRAIN, now, "ops", Optional.of(now.minusSeconds(600)), Optional.empty(),
                Optional.empty(), Optional.empty()));
        CommandLineRun plan = plan("lb.state-dir=" + asked);
        assertThat(plan.out()).contains("asked of this node: ").contains("paused").contains("works");
        assertThat(files.file(Kind.PAUSE)).exists();
        assertThat(files.file(Kind.DRAIN)).exists();
    }

    @Test
    void noRouteBeginsByItself() throws Exception {
        records();
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        Files.writeString(routes.resolve("own.camel.yaml"), """
                - route:
                    id: own
                    from:
                      uri: timer:own
                      parameters:
                        delay: "0"
                      steps:
                        - to: file:%s?fileName=ticked
                """.formatted(folder.resolve("ticks")));
        assertThat(plan().exitCode()).isZero();
        assertThat(folder.resolve("ticks")).doesNotExist();
    }

    @Test
    void routesThatDoNotLoadAreNamed() throws Exception {
        Path routes = RoutesCopy.in(folder.resolve("routes"));
        Files.writeString(routes.resolve("observe.camel.yaml"), "- rout:\n");
        CommandLineRun plan = plan();
        assertThat(plan.err()).contains("the routes in " + routes + " could not be loaded: ", "observe.camel.yaml");
        assertThat(plan.exitCode()).isEqualTo(2);
    }

    @Test
    void settingsThatAreNotThereAreNamed() {
        CommandLineRun plan = CommandLineRun.of("plan", "--config", folder.resolve("none").toString());
        assertThat(plan.err()).contains(folder.resolve("none") + " can't be read", "there is no such file");
        assertThat(plan.exitCode()).isEqualTo(2);
    }

    private void records() throws Exception {
        zone.change(List.of(create("lb1.example.com.", "127.0.1.1"), create("lb2.example.com.", "127.0.1.2"),
                create("lb.example.com.", "127.0.1.2"), RecordChange.create(ResourceRecordSet.simple(
                        "_owner.lb.example.com.", RecordType.TXT, MINUTE, OWNED_BY_LB2))));
    }

    private static RecordChange create(String name, String address) {
        return RecordChange.create(a(name, address));
    }

    private static ResourceRecordSet a(String name, String address) {
        return ResourceRecordSet.simple(name, RecordType.A, MINUTE, address);
    }

    private CommandLineRun plan(String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of("lb.node=lb1", "lb.nodes=lb1,lb2", "lb.domain=example.com",
                "lb.service=lb.example.com", "lb.dns=local", "lb.route53.zone-id=ZEXAMPLE", "lb.address=127.0.1.1",
                "lb.route53.endpoint=http://127.0.0.1:" + route53.apiPort(),
                "lb.check.url=http://{address}:" + own.port() + "/stats;csv",
                "lb.check.own-url=http://127.0.1.1:" + own.port() + "/stats;csv"));
        lines.addAll(List.of(more));
        if (lines.stream().noneMatch(line -> line.startsWith("lb.state-dir="))) {
            lines.add("lb.state-dir=" + folder.resolve("state"));
        }
        Path file = Files.write(folder.resolve("lbkeeper.properties"), lines);
        Path routes = folder.resolve("routes");
        return CommandLineRun.of("plan", "--config", file.toString(), "--routes",
                Files.exists(routes) ? routes.toString() : "routes");
    }
}
