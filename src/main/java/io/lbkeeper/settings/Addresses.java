package io.lbkeeper.settings;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.xbill.DNS.Address;

/** Addresses as text, judged without asking any name server. */
final class Addresses {
    private static final int IPV4_BYTES = 4;
    private static final byte[] BROADCAST = {-1, -1, -1, -1};
    private static final Pattern INTERFACE = Pattern.compile("[A-Za-z0-9_.:@-]{1,15}");

    private Addresses() {
    }

    /** Loopback is allowed: trying things out on one machine needs it. */
    static Kind<InetAddress> literal() {
        return new Kind<>("an IPv4 or IPv6 address of one host, such as 203.0.113.10 or 2001:db8::10",
                Addresses::parse);
    }

    /** For {@code imds} the answer holds no URL yet: that is a setting of its own. */
    static Kind<String> source() {
        return new Kind<>("imds, interface:NAME, an http:// or https:// URL, or an IPv4 or IPv6 address", text -> {
            if (text.startsWith("interface:")) {
                if (!INTERFACE.matcher(interfaceOf(text)).matches()) {
                    throw new Mistake("does not name a network interface");
                }
            } else if (Urls.isUrl(text)) {
                Urls.url().parse(text);
            } else if (!text.equals("imds")) {
                parse(text);
            }
            return text;
        });
    }

    /** What a text that was judged good means. */
    static AddressSource sourceOf(String text, URI imds) {
        if (text.equals("imds")) {
            return new AddressSource.Imds(imds);
        }
        if (text.startsWith("interface:")) {
            return new AddressSource.Interface(interfaceOf(text));
        }
        if (Urls.isUrl(text)) {
            return new AddressSource.Http(URI.create(text));
        }
        try {
            return new AddressSource.Literal(parse(text), text);
        } catch (Mistake e) {
            throw new IllegalStateException("lb.address=" + text + " was judged good and is no address", e);
        }
    }

    private static String interfaceOf(String source) {
        return source.substring("interface:".length());
    }

    static InetAddress parse(String text) throws Mistake {
        byte[] v4 = Address.toByteArray(text, Address.IPv4);
        byte[] bytes = v4 != null ? v4 : Address.toByteArray(text, Address.IPv6);
        if (bytes == null) {
            throw new Mistake("is not an address");
        }
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            boolean mapped = bytes.length > IPV4_BYTES && address.getAddress().length == IPV4_BYTES;
            boolean linkLocal = bytes.length > IPV4_BYTES && address.isLinkLocalAddress();
            if (mapped || linkLocal || address.isAnyLocalAddress() || address.isMulticastAddress()
                    || Arrays.equals(bytes, BROADCAST)) {
                throw new Mistake("is not the address of one host");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new Mistake("is not an address");
        }
    }
}
