package io.lbkeeper.decision;

import io.lbkeeper.decision.Records.Ownership;
import io.lbkeeper.decision.Records.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A DNS provider that keeps no owner record: the owner is whose address the service record holds, by the nodes' own
 * records. So a node that writes its address into the service record has it in its own record too, by the same change.
 */
final class Ownerless {
    private Ownerless() {
    }

    /** Who owns what stands there, in the words of an owner record that nobody has written. */
    static Ownership ownership(Service service, Rules rules, Function<String, Optional<String>> addressOf) {
        return service instanceof Service.Held held ? rules.nodes().stream()
                .filter(node -> addressOf.apply(node).filter(held.address()::equals).isPresent()).findFirst()
                .<Ownership>map(node -> new Ownership.Claimed(held.sets().get(0), claim(node, held.address(), rules)))
                .orElse(new Ownership.Unclaimed()) : new Ownership.Unclaimed();
    }

    private static OwnerRecord claim(String node, String address, Rules rules) {
        return new OwnerRecord(node, address, 0, mark(address), rules.interval(), rules.fastinter(), Optional.empty());
    }

    /** What tells one state of the service record from another, in a nonce's place. */
    private static String mark(String address) {
        return "at-" + address.replaceAll("[^A-Za-z0-9]", "-");
    }

    /** The nonce by which a node knows its own change when it reads it. */
    static String nonce(Change sent, String otherwise, Rules rules) {
        return rules.powers().keepsOwnerRecord() ? otherwise : mark(sent.desired().get(0).values().get(0));
    }

    /** The change without the owner record, and with this node's own record where that is to vouch for the address. */
    static Change swap(List<RecordSet> expected, List<RecordSet> desired, Situation now) {
        Rules rules = now.rules();
        String own = rules.nodeName(rules.node());
        List<RecordSet> next = new ArrayList<>(desired);
        next.removeIf(set -> set.name().equals(rules.ownerName()));
        List<RecordSet> before = new ArrayList<>(expected);
        Optional<String> address = now.memory().own().address().filter(here -> next.get(0).values()
                .equals(List.of(here)) && !now.records().isRegistered(rules.node(), here));
        address.ifPresent(here -> {
            // Behind the service record: one that holds an address that no node has registered is nobody's.
            next.add(now.address(own, here));
            before.addAll(now.records().nodes().getOrDefault(rules.node(), List.of()));
        });
        return Change.swap(before.stream().distinct().filter(set -> set.isAddress() && next.stream()
                .anyMatch(other -> other.name().equals(set.name()))).toList(), next);
    }

    /** That nothing could vouch for this node's address. */
    static Optional<String> hindrance(Situation now) {
        String own = now.rules().nodeName(now.rules().node());
        boolean isForeign = now.records().nodes().getOrDefault(now.rules().node(), List.of()).stream()
                .anyMatch(RecordSet::isForeign);
        return isForeign && !now.rules().powers().keepsOwnerRecord() ? Optional.of(own + " holds something else than "
                + "a plain address, and nothing else would say whose the name is") : Optional.empty();
    }

    /** Whether this node's own record vouches for the service record: then the two are only changed together. */
    static boolean isBound(Situation now) {
        return !now.rules().powers().keepsOwnerRecord()
                && now.records().claim().filter(claim -> claim.owner().equals(now.rules().node())).isPresent();
    }

    /** That the service record holds an address, and nobody vouches for it. */
    static Decision unclaimed(Situation now, Service.Held held) {
        Rules rules = now.rules();
        return now.memory().own().address().filter(held.address()::equals)
                .<Decision>map(own -> new Decision.KeepRecord(held.name() + " holds the address " + own + " of "
                        + rules.node() + ", which is to be in its own record too.", false))
                .orElseGet(() -> new Decision.RefuseToMove(held.name() + " holds " + held.address()
                        + ", which is not the address of any node in lb.nodes=" + String.join(",", rules.nodes())
                        + ", and the DNS provider keeps no owner record that would vouch for it. Nothing is changed; "
                        + "delete the record " + held.name() + ", or point it at a node, to let lbkeeper take it on."));
    }
}
