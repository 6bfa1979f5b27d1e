package io.lbkeeper.localroute53;

import java.util.Objects;
import java.util.Optional;

/**
 * How Route 53 chooses among record sets of one name and type that differ in their set identifier. The local
 * endpoint stores and lists them all; over DNS it answers up to eight multivalue sets, the PRIMARY failover set,
 * and of any other policy the first by set identifier.
 */
public sealed interface RoutingPolicy {

    /** The name of its element in the API. */
    String element();

    /** @param weight 0 to 255 */
    record Weighted(long weight) implements RoutingPolicy {
        @Override
        public String element() {
            return "Weight";
        }
    }

    record Latency(String region) implements RoutingPolicy {
        public Latency {
            Objects.requireNonNull(region);
        }

        @Override
        public String element() {
            return "Region";
        }
    }

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

    /** Up to eight of these are answered together. */
    record MultiValue() implements RoutingPolicy {
        @Override
        public String element() {
            return "MultiValueAnswer";
        }
    }
}
