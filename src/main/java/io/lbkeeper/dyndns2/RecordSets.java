package io.lbkeeper.dyndns2;

import io.lbkeeper.decision.RecordSet;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xbill.DNS.Address;

/** What of record sets this protocol has to do with: addresses, whatever their TTL and however they are written. */
final class RecordSets {
    private RecordSets() {
    }

    static List<RecordSet> addresses(List<RecordSet> sets) {
        return sets.stream().filter(RecordSet::isAddress).toList();
    }

    /** TTLs are the provider's affair. */
    static Map<String, String> values(List<RecordSet> sets) {
        return sets.stream().collect(Collectors.toMap(RecordSets::key, RecordSets::canonical, (one, other) -> one));
    }

    static String key(RecordSet set) {
        return set.name() + " " + set.type();
    }

    static String canonical(RecordSet set) {
        return set.values().stream().map(RecordSets::canonical).distinct().sorted().collect(Collectors.joining(", "));
    }

    /** An IPv6 address can be written in several ways. */
    static String canonical(String address) {
        byte[] octets = Address.toByteArray(address, address.contains(":") ? Address.IPv6 : Address.IPv4);
        try {
            return octets == null ? address : InetAddress.getByAddress(octets).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
