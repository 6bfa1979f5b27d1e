package io.lbkeeper.localroute53.zone;

import java.util.Objects;
import java.util.Optional;

/**
 * How Route 53 chooses among record sets of one name and type that differ in their set identifier. Over DNS the local
 * endpoint answers as Route 53 does, but for two policies that need a map of the world: see each.
 */
public sealed interface RoutingPolicy {

    /** The name of its element in the API. */
    String element();

    /**
     * Whether records of this type may have it.
     * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html, at Type.
     */
    default boolean isFor(RecordType type) {
        return type != RecordType.NS && type != RecordType.SOA && type != RecordType.DS;
    }

    /** @param weight 0 to 255 */
    record Weighted(long weight) implements RoutingPolicy {
        @Override
        public String element() {
            return "Weight";
        }
    }

    /** The local endpoint answers the first healthy set, by set identifier, as if its region were the nearest. */
    record Latency(String region) implements RoutingPolicy {
        public Latency {
            Objects.requireNonNull(region);
        }

        @Override
        public String element() {
            return "Region";
        }
    }

    /**
     * The local endpoint answers the set of the default location (country {@code *}), as to a client whose place no
     * set names; where that one is missing or not healthy, the first healthy set by set identifier.
     */
    record Geographic(Optional<String> continent, Optional<String> country, Optional<String> subdivision)
            implements RoutingPolicy {
        @Override
        public String element() {
            return "GeoLocation";
        }
    }

    /** Which of the two failover sets this is; the words are the API's. */
    enum Failover implements RoutingPolicy {
        PRIMARY, SECONDARY;

        @Override
        public String element() {
            return "Failover";
        }
    }

    /** Up to eight healthy ones of these are answered together, of more than eight any. */
    record MultiValue() implements RoutingPolicy {
        @Override
        public String element() {
            return "MultiValueAnswer";
        }

        @Override
        public boolean isFor(RecordType type) {
            return type != RecordType.CNAME && RoutingPolicy.super.isFor(type);
        }
    }
}
