package bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.Net;
import network.Running;

/** gdnsd on both machines, each with its own checks of both; the client asks the one on lb2, which no fault befalls. */
final class GdnsdContender implements Contender {
    private static final Duration LEAST_INTERVAL = Duration.ofSeconds(2);
    private static final String CONFIG = """
            options => { listen => 0.0.0.0, run_dir => %1$s/run, state_dir => %1$s/state, zones_default_ttl => %2$d,
              min_ttl => 1 }
            service_types => { lb => { plugin => http_status, port => 80, url_path => /, ok_codes => 200,
              interval => %3$d, timeout => %4$d, up_thresh => 1, ok_thresh => 1, down_thresh => %5$d } }
            plugins => { simplefo => { service_types => lb, lb => { primary => %6$s, secondary => %7$s } } }
            """;
    private static final String ZONE = """
            @ 60 SOA ns.example.com. hostmaster.example.com. ( 1 60 60 60 60 )
            @ 60 NS ns
            ns 60 A %s
            lb %d DYNA simplefo!lb
            """;

    @Override
    public String name() {
        return "gdnsd";
    }

    @Override
    public List<String> packages() {
        return List.of("gdnsd");
    }

    @Override
    public Duration interval(Setting setting) {
        return setting.interval().compareTo(LEAST_INTERVAL) < 0 ? LEAST_INTERVAL : setting.interval();
    }

    @Override
    public boolean asksProvider() {
        return false;
    }

    @Override
    public Running start(Site site, String machine) {
        String folder = machine + "-gdnsd";
        site.write(folder + "/run/.keep", "");
        site.write(folder + "/state/.keep", "");
        site.write(folder + "/zones/example.com", ZONE.formatted(Net.address(machine), Site.TTL.toSeconds()));
        site.write(folder + "/config", CONFIG.formatted(site.folder.resolve(folder), Site.TTL.toSeconds(),
                interval(site.setting).toSeconds(), timeout(site.setting).toSeconds(), site.setting.fall(),
                Net.address("lb1"), Net.address("lb2")));
        return Running.start(site.net.namespace(machine), machine + "'s gdnsd", site.folder.resolve(folder + ".log"),
                Map.of(), List.of("gdnsd", "-c", site.folder.resolve(folder).toString(), "start"));
    }

    /** The file for states set by hand, on the server that the client asks. */
    @Override
    public HandOver handOver(Site site, String from, String to) {
        long typed = System.nanoTime();
        site.write("lb2-gdnsd/state/admin_state", Net.address(from) + "/lb => DOWN\n");
        return new HandOver(typed, System.nanoTime());
    }

    @Override
    public void forgetHandOver(Site site) {
        site.write("lb2-gdnsd/state/admin_state", "");
    }
}
