package io.lbkeeper.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.Address;

/** Where a server of this process listens: an address of this machine's, and a port. No name server is asked. */
final class Listening {
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\[\\]]+)):([0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    private Listening() {
    }

    static Kind<InetSocketAddress> at() {
        return new Kind<>("ADDRESS:PORT with an IPv4 address, an IPv6 address in brackets, or localhost, such as "
                + "127.0.0.1:8405 or [::1]:8405; port 0 for any free one", Listening::parse);
    }

    private static InetSocketAddress parse(String text) throws Mistake {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new Mistake("is not ADDRESS:PORT");
        }
        int port = Integer.parseInt(form.group(3));
        if (port > HIGHEST_PORT) {
            throw new Mistake("has a port above " + HIGHEST_PORT);
        }
        return new InetSocketAddress(address(form.group(1), form.group(2)), port);
    }

    private static InetAddress address(String v6, String v4OrName) throws Mistake {
        if ("localhost".equals(v4OrName)) {
            return InetAddress.getLoopbackAddress();
        }
        byte[] bytes = v6 == null ? Address.toByteArray(v4OrName, Address.IPv4) : Address.toByteArray(v6, Address.IPv6);
        if (bytes == null) {
            throw new Mistake("has no address before its port");
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new Mistake("has no address before its port");
        }
    }
}
