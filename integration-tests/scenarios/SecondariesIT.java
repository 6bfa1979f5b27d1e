package scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dns.Bind;
import dns.NameServerProcess;
import dns.Nsd;
import dns.Place;
import dns.Powerdns;
import dns.Zone;
import io.lbkeeper.command.RootCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import services.Ports;

/** A zone on a primary of one's own with real secondaries, of which some do not get what they should. */
@Timeout(180)
class SecondariesIT {
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final String OLD = "127.0.1.2";
    private static final String NEW = "127.0.1.1";

    @TempDir
    private Path folder;

    private final Map<String, NameServerProcess> all = new HashMap<>();

    @Test
    void afterAMoveEachAnswersTheNewAddressAndThoseThatDoNotAreNamed() throws Exception {
        Place at = Place.beside();
        List<NameServerProcess> fed = List.of(
                put("nsd", new Nsd(folder.resolve("nsd"), Place.beside(), Zone.secondaryOf(at))),
                put("powerdns", new Powerdns(folder.resolve("powerdns"), Place.beside(), Zone.secondaryOf(at))),
                put("bind", new Bind(folder.resolve("bind"), Place.beside(), Zone.secondaryOf(at))),
                put("stopped", new Bind(folder.resolve("stopped"), Place.beside(), Zone.secondaryOf(at))));
        NameServerProcess primary = put("primary", new Bind(folder.resolve("primary"), at, Zone.primary(
                fed.stream().map(NameServerProcess::place).toArray(Place[]::new))));
        // Nobody tells these two of anything: one has an old zone, the other what it fetched at its start.
        put("old", new Bind(folder.resolve("old"), Place.beside(), Zone.primary()));
        put("untold", new Bind(folder.resolve("untold"), Place.beside(), Zone.secondaryOf(at)));
        try {
            primary.start();
            all.values().forEach(server -> {
                if (server != primary) {
                    server.start();
                }
            });
            for (NameServerProcess owned : List.of(all.get("old"), primary)) {
                assertThat(owned.update("update add lb.example.com. 60 A " + OLD, "update add _owner.lb.example.com. "
                        + "60 TXT \"v=1 owner=lb2 address=" + OLD + " epoch=5 nonce=n5 inter=1\"")).isEmpty();
            }
            fed.forEach(server -> await(server.title() + " to know it").atMost(MINUTE).until(() ->
                    server.ask("lb.example.com", "A").equals(OLD)));
            all.get("stopped").kill();
            moveTheName(fed.subList(0, 3));
        } finally {
            all.values().forEach(NameServerProcess::close);
        }
    }

    private void moveTheName(List<NameServerProcess> well) throws Exception {
        int port = Ports.free(OLD, NEW);
        try (FakeHaproxy haproxy = new FakeHaproxy("lb1", new InetSocketAddress(NEW, port));
                Node lb1 = new Node("lb1", settings(port)).start()) {
            await("lb1 to take over").atMost(MINUTE).until(() -> all.get("primary").ask("lb.example.com", "A")
                    .equals(NEW));
            await("a name for each that lags").atMost(MINUTE).until(() -> Stream.of("stopped", "old", "untold")
                    .allMatch(name -> status(lb1).contains(all.get(name).place().withColon())));
            assertThat(status(lb1)).as(story(lb1))
                    .contains(at("old") + " still answers " + OLD + " (TTL 60 s) from serial 2 where another has")
                    .contains(at("untold") + " still answers nothing from serial 1 where another has")
                    .contains(at("stopped") + ": ");
            for (NameServerProcess server : well) {
                assertThat(status(lb1)).as(story(lb1)).doesNotContain(server.place().withColon());
                assertThat(server.ask("lb.example.com", "A")).as(server.story()).isEqualTo(NEW);
            }
            await("an alarm").atMost(MINUTE).until(() -> lb1.said().stream().anyMatch(line ->
                    line.startsWith("Propagation: ") && line.contains("is not everywhere after")));
            assertThat(haproxy.asked()).as("checks of lb1's HAProxy").isPositive();
        }
    }

    private Map<String, String> settings(int port) {
        Map<String, String> settings = new HashMap<>(Map.of("lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.address", NEW, "lb.check.url", "http://{address}:" + port
                        + "/stats;csv", "lb.check.own-url", "http://" + NEW + ":" + port + "/stats;csv",
                "lb.peer.lb2.address", OLD, "lb.hold-down", "0s", "lb.http", ""));
        settings.putAll(Map.of("lb.dns", "rfc2136", "lb.rfc2136.zone", Zone.NAME, "lb.rfc2136.servers",
                at("primary"), "lb.rfc2136.key-name", "lbkeeper", "lb.rfc2136.key", all.get("primary").key().secret(),
                "lb.dns.timeout", "900ms"));
        settings.putAll(Map.of("lb.check.interval", "1s", "lb.check.fastinter", "100ms", "lb.check.timeout", "900ms",
                "lb.address.timeout", "900ms", "lb.records.interval", "1s", "lb.follow.interval", "1s",
                "lb.follow.name-servers", all.keySet().stream().filter(name -> !name.equals("primary")).map(this::at)
                        .collect(Collectors.joining(","))));
        return settings;
    }

    private NameServerProcess put(String name, NameServerProcess server) {
        all.put(name, server);
        return server;
    }

    private String at(String name) {
        return all.get(name).place().withColon();
    }

    /** What {@code lbkeeper status} prints. */
    private static String status(Node node) {
        StringWriter printed = new StringWriter();
        new CommandLine(RootCommand.class).setOut(new PrintWriter(printed, true)).execute("status", "--state-dir",
                node.stateDir().toString());
        return printed.toString();
    }

    private String story(Node node) {
        List<String> said = new ArrayList<>(node.said());
        all.forEach((name, server) -> said.add(name + " is " + server.place() + ", serial " + server.serial()));
        return String.join("\n", said);
    }
}
