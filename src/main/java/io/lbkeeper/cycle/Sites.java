package io.lbkeeper.cycle;

import io.lbkeeper.decision.Check;
import io.lbkeeper.decision.Health;
import io.lbkeeper.decision.OwnerRecord;
import io.lbkeeper.decision.Records;
import io.lbkeeper.decision.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where each HAProxy's stats page is, or what else of a node is looked at.
 *
 * @param ownUrl    this node's own page
 * @param peerUrl   a peer's page, with {@code {address}} for its address
 * @param addresses peers' addresses that an operator has fixed, by node
 * @param isHere    whether an address is one of this machine's own interfaces
 */
public record Sites(String ownUrl, String peerUrl, Map<String, String> addresses, Predicate<String> isHere) {
    private static final Check NOBODY_ELSE = new Check(Health.DEAD, "an address of this machine itself");
    private static final Check NOBODY_KNOWN = new Check(Health.STRANGER, "by lb.check.kind nobody says which node it "
            + "is");

    public Sites {
        addresses = Map.copyOf(addresses);
    }

    /** For a machine of whose interfaces nothing is known. */
    public Sites(String ownUrl, String peerUrl, Map<String, String> addresses) {
        this(ownUrl, peerUrl, addresses, address -> false);
    }

    /** This node and each peer whose address is known. */
    List<Target> targets(Rules rules, Optional<Records> records) {
        List<Target> targets = new ArrayList<>();
        targets.add(new Target(rules.node(), "", ownUrl));
        rules.nodes().stream().filter(rules::isPeer).forEach(peer -> address(peer, records)
                .ifPresent(address -> targets.add(new Target(peer, address, url(address)))));
        return targets;
    }

    /** Where this node would be by the records, though it has this address. */
    List<Target> namesakes(Rules rules, Optional<Records> records, Optional<String> own) {
        return records.map(known -> known.addressesElsewhere(rules.node(), own)).orElse(List.of()).stream()
                .map(address -> new Target(rules.node(), address, url(address))).toList();
    }

    /**
     * What is known, without a look, of one who would be there in this node's name. Whoever answers a plain check could
     * not be told from it, and most often is somebody else, who has been given the address since.
     */
    Optional<Check> foregone(String address) {
        return isHere.test(address) ? Optional.of(NOBODY_ELSE)
                : peerUrl.startsWith("http") ? Optional.empty() : Optional.of(NOBODY_KNOWN);
    }

    /** The owner is looked at where clients find it: at the address that the owner record gives. */
    private Optional<String> address(String peer, Optional<Records> records) {
        Optional<String> owned = records.flatMap(Records::claim).filter(claim -> claim.owner().equals(peer))
                .map(OwnerRecord::address);
        return Optional.ofNullable(addresses.get(peer)).or(() -> owned)
                .or(() -> records.flatMap(known -> known.nodeAddress(peer)));
    }

    private String url(String address) {
        return peerUrl.replace("{address}", address.contains(":") ? "[" + address + "]" : address);
    }
}
