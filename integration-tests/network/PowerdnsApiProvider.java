package network;

import dns.NameServerProcess;
import dns.Place;
import dns.Powerdns;
import dns.Zone;
import java.nio.file.Path;
import java.util.Map;

/** A real PowerDNS, changed by its own HTTP API. */
final class PowerdnsApiProvider implements Provider {
    private static final String KEY = "k3y-of-the-api";
    private NameServerProcess server;

    @Override
    public Map<String, String> settings(String address) {
        return Map.of("lb.dns", "powerdns", "lb.powerdns.url", "http://" + address + ":8081", "lb.powerdns.zone",
                Zone.NAME, "lb.powerdns.key", KEY, "lb.dns.timeout", "900ms");
    }

    @Override
    public void start(String namespace, String address, Path folder) {
        server = new Powerdns(folder.resolve("name-server"), Place.in(namespace, address), Zone.primary(), """
                webserver=yes
                webserver-address=%s
                webserver-port=8081
                webserver-allow-from=0.0.0.0/0
                api=yes
                api-key=%s
                """.formatted(address, KEY)).start();
    }

    @Override
    public String story() {
        return server == null ? "PowerDNS was not started" : server.story();
    }
}
