package dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import network.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lbkeeper check --online} tells before the first start whether real servers will take its updates. */
@Timeout(180)
class CheckOnlineIT {
    private static final Path PROGRAM = Path.of(System.getProperty("lbkeeper.distribution", "target/lbkeeper"))
            .toAbsolutePath().resolve("bin/lbkeeper");
    private static final String TAKEN = "online, changes: note: an update was judged, and refused for what it expected";

    @TempDir
    private Path folder;

    @Test
    void bindTakesUpdatesOfAGoodKeyOnly() throws Exception {
        assertTold(new Bind(folder.resolve("server"), Place.beside(), Zone.primary()), "BADSIG", "BADKEY");
    }

    @Test
    void knotTakesUpdatesOfAGoodKeyOnly() throws Exception {
        assertTold(new Knot(folder.resolve("server"), Place.beside(), Zone.primary()), "BADSIG", "BADKEY");
    }

    @Test
    void powerdnsTakesUpdatesOfAGoodKeyOnly() throws Exception {
        assertTold(new Powerdns(folder.resolve("server"), Place.beside(), Zone.primary()),
                "NOTAUTH", "NOTAUTH");
    }

    /** PowerDNS does not say what is wrong with a key; its log does. */
    private void assertTold(NameServerProcess server, String otherSecret, String otherKey) throws Exception {
        try (server) {
            server.start();
            assertThat(check(server, Map.of())).as(server.story()).contains(TAKEN, "the zone example.com holds all");
            assertThat(check(server, Map.of("lb.rfc2136.key", "bm90IHRoZSBzZWNyZXQgb2YgdGhlIHNlcnZlcg==")))
                    .as("another secret; %s", server.story()).doesNotContain(TAKEN).contains(otherSecret);
            assertThat(check(server, Map.of("lb.rfc2136.key-name", "nobody"))).as("another key; %s", server.story())
                    .doesNotContain(TAKEN).contains(otherKey);
            assertThat(server.ask("_owner.lb.example.com", "TXT")).as("what the check wrote").isEmpty();
        }
    }

    private String check(NameServerProcess server, Map<String, String> other) throws Exception {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("lb.node", "lb1", "lb.nodes", "lb1,lb2",
                "lb.domain", "example.com", "lb.service", "lb.example.com", "lb.address", "127.0.0.1",
                "lb.dns", "rfc2136", "lb.rfc2136.zone", "example.com",
                "lb.rfc2136.servers", server.place().withColon(), "lb.state-dir", folder.resolve("state").toString()));
        settings.put("lb.rfc2136.key-name", server.key().name());
        settings.put("lb.rfc2136.key", server.key().secret());
        settings.putAll(other);
        Path config = folder.resolve("lbkeeper.properties");
        Files.write(config, settings.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
        return Tool.attempt("", PROGRAM.toString(), "check", "--online", "--config", config.toString(),
                "--resolver", server.place().withColon()).printed();
    }
}
