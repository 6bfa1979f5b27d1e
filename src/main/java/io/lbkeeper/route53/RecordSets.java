package io.lbkeeper.route53;

import java.net.InetAddress;
import java.net.UnknownHostException;

import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Which record sets are alike whatever way they are written. */
final class RecordSets {
    private RecordSets() {
    }

    /** Whether both say the same; the order of values, case and final dot of names, the spelling of IPv6 aside. */
    static boolean areAlike(ResourceRecordSet one, ResourceRecordSet other) {
        return normal(one).equals(normal(other));
    }

    private static ResourceRecordSet normal(ResourceRecordSet set) {
        AliasTarget alias = set.aliasTarget();
        return set.toBuilder().name(RecordName.of(set.name()).text())
                .resourceRecords(set.resourceRecords().stream().map(ResourceRecord::value)
                        .map(value -> normal(set.typeAsString(), value)).sorted()
                        .map(value -> ResourceRecord.builder().value(value).build()).toList())
                .aliasTarget(alias == null ? null
                        : alias.toBuilder().dnsName(RecordName.of(alias.dnsName()).text()).build())
                .multiValueAnswer(Boolean.TRUE.equals(set.multiValueAnswer()) ? true : null).build();
    }

    private static String normal(String type, String value) {
        return switch (String.valueOf(type)) {
            case "CNAME", "NS", "PTR" -> RecordName.of(value).text();
            case "AAAA" -> address(value);
            default -> value;
        };
    }

    private static String address(String value) {
        try {
            return value.indexOf(':') < 0 ? value : InetAddress.getByName(value).getHostAddress();
        } catch (UnknownHostException e) {
            return value;
        }
    }

    /** As AWS's own messages name it. */
    static String describe(ResourceRecordSet set) {
        return "[name='" + set.name() + "', type='" + set.typeAsString() + "'"
                + (set.setIdentifier() == null ? "" : ", set-identifier='" + set.setIdentifier() + "'") + "]";
    }
}
