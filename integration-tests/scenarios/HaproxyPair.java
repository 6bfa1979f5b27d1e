package scenarios;

import com.sun.net.httpserver.HttpServer;
import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import services.Haproxy;

/** Two nodes in this process with real HAProxies before one backend, over a local Route 53. */
final class HaproxyPair {
    final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");
    final LocalRoute53 route53;
    private final List<AutoCloseable> running = new ArrayList<>();
    private final Map<String, Haproxy> haproxies = new HashMap<>();

    HaproxyPair(Path folder) throws Exception {
        InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
        route53 = LocalRoute53.start(anyPort, anyPort, List.of(zone), Duration.ZERO);
        running.add(route53);
        HttpServer backend = HttpServer.create(anyPort, 0);
        backend.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        backend.start();
        running.add(() -> backend.stop(0));
        for (String node : List.of("lb1", "lb2")) {
            Haproxy haproxy = Haproxy.start(node, Pair.address(node), "127.0.0.1:" + backend.getAddress().getPort(),
                    Files.createDirectory(folder.resolve(node)), Map.of());
            haproxies.put(node, haproxy);
            running.add(haproxy);
        }
    }

    Haproxy haproxy(String node) {
        return haproxies.get(node);
    }

    /** @param peersPort at which the other node's HAProxy is looked at */
    Map<String, String> settings(String node, int peersPort) {
        InetSocketAddress own = haproxy(node).stats();
        Map<String, String> all = new HashMap<>(Map.of("lb.nodes", "lb1,lb2", "lb.domain", "example.com", "lb.service",
                "lb.example.com", "lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE", "lb.address", Pair.address(node),
                "lb.route53.endpoint", "http://127.0.0.1:" + route53.apiPort(), "lb.follow.deadline", "0s"));
        all.putAll(Map.of("lb.check.own-url", "http://" + own.getAddress().getHostAddress() + ":" + own.getPort()
                + "/stats;csv", "lb.check.url", "http://{address}:" + peersPort + "/stats;csv",
                "lb.peer." + Pair.other(node) + ".address", Pair.address(Pair.other(node))));
        return all;
    }

    Node start(String node, Map<String, String> settings) throws Exception {
        return closing(new Node(node, settings).start());
    }

    /** It is closed before what was there before it. */
    <T extends AutoCloseable> T closing(T one) {
        running.add(one);
        return one;
    }

    void close() throws Exception {
        for (int i = running.size() - 1; i >= 0; i--) {
            running.get(i).close();
        }
    }
}
