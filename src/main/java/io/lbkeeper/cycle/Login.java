package io.lbkeeper.cycle;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.xbill.DNS.Address;

/**
 * The user and password for stats pages, and where they may go.
 *
 * @param inTheClear whether they may go unencrypted to a public address
 */
public record Login(String user, String password, boolean inTheClear) {
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int SHARED_FIRST_OCTET = 100;
    private static final int SHARED_SECOND_MASK = 0xc0;
    private static final int SHARED_SECOND = 64;

    boolean mayGoTo(String url) {
        URI uri = URI.create(url);
        return inTheClear || "https".equalsIgnoreCase(uri.getScheme()) || isPrivate(uri.getHost());
    }

    /** As RFC 7617 writes it. */
    String header() {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** A name may stand for any address, but {@code localhost} always means this machine (RFC 6761, section 6.3). */
    private static boolean isPrivate(String host) {
        if (host == null || host.equalsIgnoreCase("localhost")) {
            return host != null;
        }
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        byte[] octets = Address.toByteArray(bare, bare.contains(":") ? Address.IPv6 : Address.IPv4);
        if (octets == null) {
            return false;
        }
        InetAddress address = literal(octets);
        boolean shared = octets.length == 4 && octets[0] == SHARED_FIRST_OCTET
                && (octets[1] & SHARED_SECOND_MASK) == SHARED_SECOND;
        boolean uniqueLocal = octets.length > 4 && (octets[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || shared || uniqueLocal;
    }

    private static InetAddress literal(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen octets are always an address", e);
        }
    }

    @Override
    public String toString() {
        return "Login[user=" + user + "]";
    }
}
