package io.lbkeeper.observation;

import io.lbkeeper.decision.Answer;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.xbill.DNS.Address;

/**
 * This node's own address, from what a metadata service, a web page or the settings say. Private addresses are
 * fine, since a pair may live behind a provider's translation; host names are not, and are never looked up.
 */
public final class OwnAddress {
    /** Where a text comes from, and so what is plausible. */
    public enum Scope {
        /** Found out by asking: loopback would be a wrong answer. */
        DISCOVERED,
        /** Written by the operator, who may mean a loopback address for a trial on one machine. */
        CONFIGURED
    }

    private OwnAddress() {
    }

    /**
     * Exactly one address in canonical form (IPv6 as RFC 5952 has it), or what was seen instead.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5952">RFC 5952</a>
     */
    public static Answer<String> parse(String text, Scope scope) {
        String literal = text.strip();
        if (literal.isEmpty()) {
            return Answer.couldNotAsk("an empty text instead of an address");
        }
        byte[] ipv4 = Address.toByteArray(literal, Address.IPv4);
        byte[] bytes = ipv4 != null ? ipv4 : Address.toByteArray(literal, Address.IPv6);
        if (bytes == null) {
            return Answer.couldNotAsk("not one IP address: " + SeenText.quote(text));
        }
        InetAddress address = fromBytes(bytes);
        return plausible(address, scope) ? Answer.value(canonical(address))
                : Answer.couldNotAsk(canonical(address) + " is " + kind(address) + ", which cannot be this node's own");
    }

    /** Whether a node may have it as its own: unicast, not link-local, not reserved. */
    static boolean plausible(InetAddress address, Scope scope) {
        return kind(address).isEmpty() || scope == Scope.CONFIGURED && address.isLoopbackAddress();
    }

    /** What stands against an address; empty where nothing does. */
    private static String kind(InetAddress address) {
        int first = address.getAddress()[0] & 0xff;
        if (address.isLoopbackAddress()) {
            return "a loopback address";
        }
        if (address.isLinkLocalAddress()) {
            return "a link-local address";
        }
        if (address.isMulticastAddress()) {
            return "a multicast address";
        }
        if (address instanceof Inet6Address) {
            // Global unicast is 2000::/3, unique local addresses are fc00::/7.
            boolean usual = (first & 0xe0) == 0x20 || (first & 0xfe) == 0xfc;
            return usual ? "" : "neither a global nor a unique local address";
        }
        return first == 0 || first >= 240 ? "an unspecified, reserved or broadcast address" : "";
    }

    static String canonical(InetAddress address) {
        return address instanceof Inet6Address ? compress(address.getAddress()) : address.getHostAddress();
    }

    /** The longest run of two or more zero groups, the first of equal ones, becomes "::". */
    private static String compress(byte[] bytes) {
        int[] groups = IntStream.range(0, 8)
                .map(i -> (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff).toArray();
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = 0;
            while (i + zeros < 8 && groups[i + zeros] == 0) {
                zeros++;
            }
            if (zeros > length) {
                start = i;
                length = zeros;
            }
        }
        if (start < 0) {
            return join(groups, 0, 8);
        }
        return join(groups, 0, start) + "::" + join(groups, start + length, 8);
    }

    private static String join(int[] groups, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Integer.toHexString(groups[i]))
                .collect(Collectors.joining(":"));
    }

    /** An IPv4 address written as IPv6 (::ffff:192.0.2.1) comes out as the IPv4 address that it is. */
    private static InetAddress fromBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException("an address of " + bytes.length + " bytes", wrongLength);
        }
    }
}
