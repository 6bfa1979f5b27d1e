package io.lbkeeper.localroute53.health;

import java.util.List;
import org.xbill.DNS.Address;

/**
 * Addresses that health checkers cannot reach: local, private, not routable, for documentation, or multicast.
 * Source: RFC 5735, RFC 6598 and RFC 5156, as the page
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html names them.
 */
public final class SpecialUseAddress {
    private static final List<Range> RANGES = List.of(
            Range.of("0.0.0.0", 8), Range.of("10.0.0.0", 8), Range.of("100.64.0.0", 10), Range.of("127.0.0.0", 8),
            Range.of("169.254.0.0", 16), Range.of("172.16.0.0", 12), Range.of("192.0.0.0", 24),
            Range.of("192.0.2.0", 24), Range.of("192.88.99.0", 24), Range.of("192.168.0.0", 16),
            Range.of("198.18.0.0", 15), Range.of("198.51.100.0", 24), Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 4), Range.of("240.0.0.0", 4),
            Range.of("::", 96), Range.of("::ffff:0:0", 96), Range.of("2001::", 32), Range.of("2001:10::", 28),
            Range.of("2001:db8::", 32), Range.of("2002::", 16), Range.of("5f00::", 8), Range.of("3ffe::", 16),
            Range.of("fc00::", 7), Range.of("fe80::", 10), Range.of("fec0::", 10), Range.of("ff00::", 8));

    private record Range(byte[] first, int prefixBits) {
        static Range of(String first, int prefixBits) {
            return new Range(octets(first), prefixBits);
        }

        boolean contains(byte[] address) {
            boolean same = address.length == first.length;
            for (int bit = 0; same && bit < prefixBits; bit++) {
                int mask = 0x80 >> bit % 8;
                same = (address[bit / 8] & mask) == (first[bit / 8] & mask);
            }
            return same;
        }
    }

    private SpecialUseAddress() {
    }

    /** Whether a text is an address at all. */
    public static boolean isAddress(String text) {
        return text.indexOf('%') < 0 && octets(text) != null;
    }

    static boolean is(String address) {
        byte[] octets = octets(address);
        return RANGES.stream().anyMatch(range -> range.contains(octets));
    }

    private static byte[] octets(String address) {
        boolean six = address.indexOf(':') >= 0;
        return Address.toByteArray(address, six ? Address.IPv6 : Address.IPv4);
    }
}
