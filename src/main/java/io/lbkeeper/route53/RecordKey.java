package io.lbkeeper.route53;

import java.util.Comparator;

import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * What makes a record set this one and no other. The order is that of Route 53's listing, as far as it is certain.
 *
 * @param identifier the set identifier, or empty
 */
record RecordKey(RecordName name, String type, String identifier) implements Comparable<RecordKey> {
    private static final Comparator<RecordKey> ORDER = Comparator.comparing(RecordKey::name)
            .thenComparing(RecordKey::type).thenComparing(RecordKey::identifier);

    static RecordKey of(ResourceRecordSet set) {
        return new RecordKey(RecordName.of(set.name()), String.valueOf(set.typeAsString()),
                set.setIdentifier() == null ? "" : set.setIdentifier());
    }

    @Override
    public int compareTo(RecordKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name + " " + type + (identifier.isEmpty() ? "" : " '" + identifier + "'");
    }
}
