package io.lbkeeper.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.Address;

/**
 * Tells requests that were meant for this server from those of a web page elsewhere whose name was made to point here
 * (DNS rebinding): a browser gives the name that it believes to talk to.
 */
final class Hosts {
    private static final Pattern HOST = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\[\\]]+))(?::[0-9]{1,5})?");

    private Hosts() {
    }

    /**
     * Whether a request is meant for this server: its {@code Host} is an address of this machine's own, that of the
     * connection, or localhost. One without any is no browser's.
     *
     * @param given all values of the header
     * @param here  where the connection came in
     */
    static boolean areThis(List<String> given, InetAddress here) {
        if (given.isEmpty()) {
            return true;
        }
        Matcher form = HOST.matcher(given.get(0));
        if (given.size() > 1 || !form.matches()) {
            return false;
        }
        if ("localhost".equalsIgnoreCase(form.group(2))) {
            return true;
        }
        Optional<InetAddress> address = form.group(1) == null ? address(form.group(2), Address.IPv4)
                : address(form.group(1), Address.IPv6);
        return address.filter(host -> host.isLoopbackAddress() || host.equals(here)).isPresent();
    }

    private static Optional<InetAddress> address(String text, int family) {
        byte[] octets = Address.toByteArray(text, family);
        try {
            return octets == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(octets));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four or sixteen octets are always an address", e);
        }
    }
}
