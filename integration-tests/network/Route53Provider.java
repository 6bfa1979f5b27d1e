package network;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** The local Route 53, of the distribution. */
final class Route53Provider implements Provider {
    private Path log;

    @Override
    public Map<String, String> settings(String address) {
        return Map.of("lb.dns", "local", "lb.route53.zone-id", "ZEXAMPLE", "lb.route53.endpoint",
                "http://" + address + ":8053", "lb.route53.timeout", "900ms");
    }

    @Override
    public void start(String namespace, String address, Path folder) {
        log = folder.resolve("local-route53.log");
        Running route53 = Running.start(namespace, "the local Route 53", log, Map.of(),
                LoadBalancer.program("local-route53", "--api", address + ":8053", "--dns", address + ":53"));
        Awaitility.await("the local Route 53, see " + log).atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(50)).pollInSameThread().until(() -> !route53.isAlive()
                        || route53.lines().stream().anyMatch(line -> line.contains("ready")));
    }

    @Override
    public String story() {
        return "The local Route 53: see " + log;
    }
}
