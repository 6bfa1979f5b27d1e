package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.Net;
import network.Running;

/** lbkeeper from the distribution, run as users run it: health and metrics are on. */
final class LbkeeperContender implements Contender {
    private static final Duration QUICK_TIMEOUT = Duration.ofMillis(900);

    @Override
    public String name() {
        return "lbkeeper";
    }

    @Override
    public List<String> packages() {
        return List.of();
    }

    /** It has to be shorter than the interval. */
    @Override
    public Duration timeout(Setting setting) {
        return isQuick(setting) ? QUICK_TIMEOUT : setting.timeout();
    }

    private static boolean isQuick(Setting setting) {
        return setting != Setting.EASY;
    }

    @Override
    public Running start(Site site, String machine) {
        Path config = site.write(machine + ".properties", settings(site, machine).entrySet().stream().map(entry ->
                entry.getKey() + "=" + entry.getValue() + "\n").collect(Collectors.joining()));
        return Running.start(site.net.namespace(machine), machine + "'s lbkeeper", log(site, machine), Map.of(),
                List.of(Site.DISTRIBUTION.resolve("bin/lbkeeper").toString(), "run", "--config", config.toString()));
    }

    private static Path log(Site site, String machine) {
        return site.folder.resolve(machine + "-lbkeeper.log");
    }

    private Map<String, String> settings(Site site, String machine) {
        Map<String, String> all = new TreeMap<>(Map.of("lb.node", machine, "lb.nodes", "lb1,lb2", "lb.domain",
                "example.com", "lb.service", Site.SERVICE, "lb.dns", "local", "lb.route53.zone-id", Site.ZONE_ID,
                "lb.route53.endpoint", site.api(), "lb.address", "interface:eth0", "lb.ttl", Site.TTL.toSeconds()
                + "s", "lb.state-dir", state(site, machine).toString()));
        // One round follows the other here: nothing but that is asked of the hold-down.
        all.putAll(Map.of("lb.grace", "0s", "lb.hold-down", "0s", "lb.follow.deadline", "0s"));
        if (isQuick(site.setting)) {
            String timeout = QUICK_TIMEOUT.toMillis() + "ms";
            all.putAll(Map.of("lb.check.interval", millis(site.setting.interval()), "lb.check.fastinter",
                    millis(site.setting.interval()), "lb.check.fall", String.valueOf(site.setting.fall()),
                    "lb.check.timeout", timeout, "lb.address.timeout", timeout, "lb.route53.timeout", timeout));
        }
        return all;
    }

    private static String millis(Duration duration) {
        return duration.toMillis() + "ms";
    }

    private static Path state(Site site, String machine) {
        return site.folder.resolve(machine + "-state");
    }

    @Override
    public boolean isReady(Site site, String machine) {
        return site.machine(machine).agentNews().stream().anyMatch(line -> line.contains("KeepRecord: "));
    }

    @Override
    public HandOver handOver(Site site, String from, String to) {
        Path request = state(site, from).resolve("requests/switchover");
        long typed = System.nanoTime();
        Running.start(site.net.namespace(from), "switchover", site.folder.resolve("switchover.log"), Map.of(),
                List.of(Site.DISTRIBUTION.resolve("bin/lbkeeper").toString(), "switchover", "--to", to, "--config",
                        site.folder.resolve(from + ".properties").toString()));
        Wait.until("the request is written:", Duration.ofSeconds(10), () -> Files.exists(request)
                || site.answers().now().equals(Net.address(to)));
        return new HandOver(typed, System.nanoTime());
    }
}
