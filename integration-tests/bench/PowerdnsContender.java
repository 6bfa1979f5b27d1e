package bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.Net;
import network.Running;
import network.Tool;

/** PowerDNS on both machines, with a record in Lua; the client asks the one on lb2, which no fault befalls. */
final class PowerdnsContender implements Contender {
    private static final String CONFIG = """
            launch=bind
            bind-config=%1$s/named.conf
            enable-lua-records=yes
            local-address=0.0.0.0
            socket-dir=%1$s
            lua-health-checks-interval=%2$d
            cache-ttl=0
            query-cache-ttl=0
            negquery-cache-ttl=0
            guardian=no
            daemon=no
            security-poll-suffix=
            """;
    private static final String ZONE = """
            $TTL 60
            @ IN SOA ns.example.com. hostmaster.example.com. 1 60 60 60 60
            @ IN NS ns.example.com.
            ns IN A %1$s
            lb %2$d IN LUA A "ifurlup('http://lb/', {{'%3$s'},{'%4$s'}}, {timeout=%5$d})"
            """;

    @Override
    public String name() {
        return "PowerDNS";
    }

    @Override
    public List<String> packages() {
        return List.of("pdns-server");
    }

    @Override
    public Optional<String> obstacle(Setting setting) {
        return setting == Setting.FALL_3 ? Optional.of("knows fall 1 only") : Optional.empty();
    }

    @Override
    public int fall(Setting setting) {
        return 1;
    }

    @Override
    public boolean asksProvider() {
        return false;
    }

    @Override
    public Running start(Site site, String machine) {
        String folder = machine + "-pdns";
        String path = site.folder.resolve(folder).toString();
        site.write(folder + "/named.conf", "zone \"example.com\" { type master; file \"" + path + "/zone\"; };\n");
        writeZone(site, machine, "lb1", "lb2");
        site.write(folder + "/pdns.conf", CONFIG.formatted(path, site.setting.interval().toSeconds()));
        return Running.start(site.net.namespace(machine), machine + "'s PowerDNS", site.folder.resolve(folder
                + ".log"), Map.of(), List.of("pdns_server", "--config-dir=" + path));
    }

    private void writeZone(Site site, String machine, String first, String second) {
        site.write(machine + "-pdns/zone", ZONE.formatted(Net.address(machine), Site.TTL.toSeconds(),
                Net.address(first), Net.address(second), timeout(site.setting).toSeconds()));
    }

    /** There is no switch: the zone is edited and read again. */
    @Override
    public HandOver handOver(Site site, String from, String to) {
        long typed = System.nanoTime();
        writeZone(site, "lb2", to, from);
        long written = System.nanoTime();
        reload(site);
        return new HandOver(typed, written);
    }

    @Override
    public void forgetHandOver(Site site) {
        writeZone(site, "lb2", "lb1", "lb2");
        reload(site);
    }

    private static void reload(Site site) {
        Tool.run("", "pdns_control", "--config-dir=" + site.folder.resolve("lb2-pdns"), "bind-reload-now",
                "example.com");
    }
}
