package io.lbkeeper.localroute53;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Random;

/**
 * The endpoint, running: the API over HTTP and the same records over DNS. DNS and the listing calls show a change at
 * once, whatever its status; PENDING is only told by GetChange, for as long as asked for. (At AWS the listing shows a
 * change at once, DNS within about 60 s.)
 */
public final class LocalRoute53 implements AutoCloseable {
    private final ZoneCatalog zones;
    private final ApiFront api;
    private final DnsFront dns;

    private LocalRoute53(ZoneCatalog zones, ApiFront api, DnsFront dns) {
        this.zones = zones;
        this.api = api;
        this.dns = dns;
    }

    /**
     * Starts it. Port 0 stands for one chosen by the system; DNS has the same port for UDP and TCP.
     *
     * @param insyncAfter how long GetChange tells PENDING
     * @throws IOException              where an address cannot be listened on; says which and why
     * @throws IllegalArgumentException where two zones have the same id or name
     */
    public static LocalRoute53 start(InetSocketAddress apiAddress, InetSocketAddress dnsAddress,
                                     Collection<HostedZone> zones, Duration insyncAfter) throws IOException {
        ZoneCatalog catalog = new ZoneCatalog(zones);
        DnsFront dns;
        try {
            dns = new DnsFront(dnsAddress, new DnsResponder(catalog, check -> true, new Random()));
        } catch (IOException e) {
            throw cannotListen("for DNS", dnsAddress, e);
        }
        try {
            ApiCalls calls = new ApiCalls(catalog, new ChangeHistory(insyncAfter), Clock.systemUTC());
            return new LocalRoute53(catalog, new ApiFront(apiAddress, calls), dns);
        } catch (IOException e) {
            dns.close();
            throw cannotListen("for the API", apiAddress, e);
        }
    }

    private static IOException cannotListen(String purpose, InetSocketAddress address, IOException e) {
        return new IOException("cannot listen " + purpose + " on " + address.getHostString() + ":" + address.getPort()
                + ": " + e.getMessage() + "; give another address, or port 0 for any free one", e);
    }

    public int apiPort() {
        return api.port();
    }

    /** For UDP and TCP. */
    public int dnsPort() {
        return dns.port();
    }

    /**
     * The zone itself, for looking and changing without HTTP.
     *
     * @throws IllegalArgumentException where there is none with this id
     */
    public HostedZone zone(String id) {
        try {
            return zones.zone(id);
        } catch (Refusal e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        api.close();
        dns.close();
    }
}
