package io.lbkeeper.localroute53.zone;

import java.util.Comparator;

/**
 * What makes a record set one: its name, type and set identifier, in the order in which Route 53 lists. An empty
 * type or set identifier sorts before all others, and stands for "none given".
 */
public record RecordKey(DomainName name, String type, String setIdentifier) implements Comparable<RecordKey> {
    private static final Comparator<RecordKey> LISTED = Comparator.comparing(RecordKey::name)
            .thenComparing(RecordKey::type).thenComparing(RecordKey::setIdentifier);

    public static RecordKey of(DomainName name, ResourceRecordSet set) {
        return new RecordKey(name, set.type().name(), set.setIdentifier().orElse(""));
    }

    boolean sameNameAndType(RecordKey other) {
        return name.equals(other.name) && type.equals(other.type);
    }

    @Override
    public int compareTo(RecordKey other) {
        return LISTED.compare(this, other);
    }

    /** The key as Route 53 names it in its refusals. */
    @Override
    public String toString() {
        String identifier = setIdentifier.isEmpty() ? "" : ", set-identifier='" + setIdentifier + "'";
        return "[name='" + name + "', type='" + type + "'" + identifier + "]";
    }
}
