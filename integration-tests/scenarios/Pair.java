package scenarios;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import services.Ports;

/** Two nodes in this process with their HAProxies' stats pages, over a local Route 53 that can be made to fail. */
final class Pair implements AutoCloseable {
    /** In the settings: where this pair's zone is told by DNS. */
    static final String NAME_SERVER = "name-server.of.the.pair";
    static final String SERVICE = "lb.example.com.";
    private static final Pattern CLAIM = Pattern.compile("owner=(\\S+) address=(\\S+) epoch=(\\d+)");

    final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
    final FaultyApi api;
    final Map<String, FakeHaproxy> haproxies = new HashMap<>();
    final Map<String, Node> nodes = new HashMap<>();
    private final LocalRoute53 route53;
    private final int port;

    Pair(Map<String, String> settings) throws Exception {
        this(settings, Duration.ZERO);
    }

    /** @param insyncAfter how long the API says that a change is pending */
    Pair(Map<String, String> settings, Duration insyncAfter) throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(zone), insyncAfter);
        api = new FaultyApi(route53.apiPort());
        port = Ports.free("127.0.1.1", "127.0.1.2", "127.0.1.3");
        for (String name : List.of("lb1", "lb2")) {
            haproxies.put(name, new FakeHaproxy(name, at(address(name))));
            Map<String, String> all = settings(address(name));
            all.putAll(settings);
            all.computeIfPresent("lb.follow.name-servers", (key, servers) -> servers.replace(NAME_SERVER,
                    "127.0.0.1:" + route53.dnsPort()));
            nodes.put(name, new Node(name, all));
        }
    }

    /** Of a machine at this address, which may be none of the pair's. */
    Map<String, String> settings(String address) {
        Map<String, String> all = new HashMap<>(Map.of("lb.nodes", "lb1,lb2", "lb.domain", "example.com",
                "lb.service", "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE",
                "lb.address", address, "lb.check.url", "http://{address}:" + port + "/stats;csv",
                "lb.check.own-url", "http://" + address + ":" + port + "/stats;csv",
                "lb.route53.endpoint", api.url()));
        all.putAll(Map.of("lb.check.interval", "1s", "lb.check.fastinter", "100ms", "lb.check.timeout", "900ms",
                "lb.address.timeout", "900ms", "lb.route53.timeout", "900ms", "lb.records.interval", "1s",
                "lb.hold-down", "0s"));
        // It has a test of its own, and in the others it would only stand between the lines.
        all.put("lb.follow.deadline", "0s");
        return all;
    }

    /** Where the stats page at this address is. */
    InetSocketAddress at(String address) {
        return new InetSocketAddress(address, port);
    }

    static String address(String node) {
        return "127.0.1." + node.substring(2);
    }

    static String other(String node) {
        return node.equals("lb1") ? "lb2" : "lb1";
    }

    Optional<ResourceRecordSet> record(String name, RecordType type) {
        return zone.find(name, type);
    }

    /** The address in the service record, or "absent". */
    String serviceAddress() {
        return record(SERVICE, RecordType.A).map(set -> set.values().get(0)).orElse("absent");
    }

    /** The owner, address and epoch in the owner record. */
    Matcher claim() {
        String text = record("_owner." + SERVICE, RecordType.TXT).map(set -> set.values().get(0)).orElse("none");
        Matcher claim = CLAIM.matcher(text);
        if (!claim.find()) {
            throw new AssertionError("the owner record says " + text + "; the zone holds " + zone.records());
        }
        return claim;
    }

    String owner() {
        return claim().group(1);
    }

    long epoch() {
        return Long.parseLong(claim().group(3));
    }

    boolean isSettled() {
        return record(SERVICE, RecordType.A).isPresent() && record("lb1.example.com.", RecordType.A).isPresent()
                && record("lb2.example.com.", RecordType.A).isPresent();
    }

    /** Changes the zone as somebody at the provider's console would. */
    void byHand(RecordChange... changes) throws Exception {
        zone.change(List.of(changes));
    }

    String story() {
        return "lb1 said:\n  " + String.join("\n  ", nodes.get("lb1").said()) + "\nlb2 said:\n  "
                + String.join("\n  ", nodes.get("lb2").said()) + "\nthe zone holds:\n  " + zone.records();
    }

    @Override
    public void close() {
        nodes.values().forEach(Node::close);
        haproxies.values().forEach(FakeHaproxy::close);
        api.close();
        route53.close();
    }
}
