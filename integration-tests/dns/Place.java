package dns;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Where a name server answers. Beside the tests all are at 127.0.0.1, since BIND serves only what an interface has.
 *
 * @param namespace empty for this process's own
 */
public record Place(String namespace, String address, int port) {
    private static final String LOOPBACK = "127.0.0.1";

    /** Port 53 in a network namespace. */
    public static Place in(String namespace, String address) {
        return new Place(namespace, address, 53);
    }

    /** A port of this machine that nobody has yet, for TCP and for UDP. */
    public static Place beside() throws IOException {
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
                new DatagramSocket(tcp.getLocalPort(), tcp.getInetAddress()).close();
                return new Place("", LOOPBACK, tcp.getLocalPort());
            } catch (BindException taken) {
                // Free for TCP and taken for UDP: the system is asked for another one.
                continue;
            }
        }
    }

    /** As lbkeeper's settings and PowerDNS have it. */
    public String withColon() {
        return address + ":" + port;
    }

    /** As Knot and NSD have it. */
    public String withAt() {
        return address + "@" + port;
    }
}
