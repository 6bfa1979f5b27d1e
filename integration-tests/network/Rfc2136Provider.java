package network;

import dns.NameServerProcess;
import dns.Place;
import dns.Zone;
import java.nio.file.Path;
import java.util.Map;

/** A real name server, changed by dynamic updates. */
final class Rfc2136Provider implements Provider {
    private final Kind kind;
    private NameServerProcess server;

    /** How a server is made. */
    interface Kind {
        NameServerProcess of(Path folder, Place place, Zone zone);
    }

    Rfc2136Provider(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Map<String, String> settings(String address) {
        Zone zone = Zone.primary();
        return Map.of("lb.dns", "rfc2136", "lb.rfc2136.zone", Zone.NAME, "lb.rfc2136.servers", address,
                "lb.rfc2136.key-name", zone.key().name(), "lb.rfc2136.key", zone.key().secret(), "lb.dns.timeout",
                "900ms");
    }

    @Override
    public void start(String namespace, String address, Path folder) {
        server = kind.of(folder.resolve("name-server"), Place.in(namespace, address), Zone.primary()).start();
    }

    @Override
    public String story() {
        return server == null ? "The name server was not started" : server.story();
    }
}
