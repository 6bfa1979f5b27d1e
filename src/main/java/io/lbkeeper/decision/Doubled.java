package io.lbkeeper.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What two leave behind that create the name in the same moment, at a DNS provider that can't compare and swap and lets
 * a name have several records of a type: an owner record and an address of each. All who read that choose the same one.
 */
final class Doubled {
    private static final Comparator<OwnerRecord> FIRST = Comparator.comparingLong(OwnerRecord::epoch).reversed()
            .thenComparing(OwnerRecord::owner).thenComparing(OwnerRecord::nonce);

    private Doubled() {
    }

    /** The owner records in a set, the one that counts first; none unless all of it is such. */
    static List<OwnerRecord> claims(RecordSet set, Powers powers) {
        List<OwnerRecord> claims = set.values().stream().map(OwnerText::read)
                .filter(OwnerText.Readable.class::isInstance).map(OwnerText.Readable.class::cast)
                .map(OwnerText.Readable::owner).sorted(FIRST).toList();
        boolean allowed = claims.size() == 1 || !powers.comparesAndSwaps();
        return allowed && claims.size() == set.values().size() ? claims : List.of();
    }

    /** The address that counts where a set holds several, each of one of the owner records that are there. */
    static Optional<String> address(RecordSet set, List<OwnerRecord> claims) {
        return claims.size() > 1 && claims.stream().map(OwnerRecord::address).collect(Collectors.toSet())
                .containsAll(set.values()) && set.values().contains(claims.get(0).address())
                        ? Optional.of(claims.get(0).address()) : Optional.empty();
    }

    /** The first of these sets that holds more than it should. */
    static Optional<RecordSet> among(List<RecordSet> sets, RecordSet owner) {
        return owner.values().size() > 1 ? Optional.of(owner)
                : sets.stream().filter(set -> set.values().size() > 1).findFirst();
    }
}
