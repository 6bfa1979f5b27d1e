package dns;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server knows of the zone example.com.
 *
 * @param secondaries who is notified and may transfer it
 * @param source      the primary of a secondary
 */
public record Zone(TsigKey key, List<Place> secondaries, Optional<Place> source) {
    public static final String NAME = "example.com";

    /** Changed by whoever has the key. */
    public static Zone primary(Place... secondaries) {
        return new Zone(TsigKey.LBKEEPER, List.of(secondaries), Optional.empty());
    }

    public static Zone secondaryOf(Place source) {
        return new Zone(TsigKey.LBKEEPER, List.of(), Optional.of(source));
    }

    boolean isPrimary() {
        return source.isEmpty();
    }

    Stream<String> transferringAddresses() {
        return secondaries.stream().map(Place::address);
    }
}
