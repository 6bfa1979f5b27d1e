package io.lbkeeper.rehearsal.provider;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** The prerequisites of an update: <a href="https://www.rfc-editor.org/rfc/rfc2136#section-3.2">RFC 2136, 3.2</a>. */
final class Prerequisites {
    private Prerequisites() {
    }

    private record Key(Name name, int type) {
    }

    /** The code with which the update is refused; empty where all is as it has to be. */
    static Optional<Integer> unmet(List<Record> prerequisites, ZoneRecords records) {
        Map<Key, Set<String>> expected = new LinkedHashMap<>();
        for (Record one : prerequisites) {
            if (one.getTTL() != 0) {
                return Optional.of(Rcode.FORMERR);
            }
            if (!one.getName().subdomain(records.apex())) {
                return Optional.of(Rcode.NOTZONE);
            }
            Optional<Integer> code = one.getDClass() == DClass.IN ? Optional.empty() : unmet(one, records);
            if (code.isPresent()) {
                return code;
            }
            if (one.getDClass() == DClass.IN) {
                expected.computeIfAbsent(new Key(one.getName(), one.getType()), key -> new HashSet<>())
                        .add(one.rdataToString());
            }
        }
        return expected.entrySet().stream().allMatch(set -> values(records, set.getKey()).equals(set.getValue()))
                ? Optional.empty() : Optional.of(Rcode.NXRRSET);
    }

    private static Optional<Integer> unmet(Record one, ZoneRecords records) {
        boolean wantsIt = one.getDClass() == DClass.ANY;
        if (!wantsIt && one.getDClass() != DClass.NONE || one.rdataToWireCanonical().length > 0) {
            return Optional.of(Rcode.FORMERR);
        }
        boolean ofName = one.getType() == Type.ANY;
        boolean isThere = ofName ? records.isInUse(one.getName())
                : !records.at(one.getName(), one.getType()).isEmpty();
        if (isThere == wantsIt) {
            return Optional.empty();
        }
        return Optional.of(wantsIt ? ofName ? Rcode.NXDOMAIN : Rcode.NXRRSET
                : ofName ? Rcode.YXDOMAIN : Rcode.YXRRSET);
    }

    /** The TTL is no part of the comparison (RFC 2136, 2.4.2). */
    private static Set<String> values(ZoneRecords records, Key key) {
        Set<String> values = new HashSet<>();
        records.at(key.name(), key.type()).forEach(record -> values.add(record.rdataToString()));
        return values;
    }
}
