package io.lbkeeper.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The records as one read told them.
 *
 * @param lineup what stands at the service names
 * @param owner  what stands at the owner record's name
 * @param nodes  what stands at each node's own name, by node; a node without a record is not in it
 */
public record Records(Lineup lineup, Ownership owner, Map<String, List<RecordSet>> nodes) {
    public Records {
        nodes = Map.copyOf(nodes);
    }

    /** What stands at a service name, or at several that stand in line. */
    public sealed interface Service {
        /** No address record and nothing in its place. */
        record Missing() implements Service {
        }

        /** One plain address, in a record set for each name. */
        record Held(List<RecordSet> sets, String address) implements Service {
            public Held {
                sets = List.copyOf(sets);
                Objects.requireNonNull(address);
            }

            /** The first of the names. */
            public String name() {
                return sets.get(0).name();
            }
        }

        /** Something that lbkeeper has not written and does not touch. */
        record Odd(String name, String what) implements Service {
        }
    }

    /** What stands at the owner record's name. */
    public sealed interface Ownership {
        /** No owner record. */
        record Unclaimed() implements Ownership {
        }

        /** An owner record of ours; where the provider keeps none, {@code set} is what stands for it. */
        record Claimed(RecordSet set, OwnerRecord claim) implements Ownership {
            public Claimed {
                Objects.requireNonNull(set);
                Objects.requireNonNull(claim);
            }
        }

        /** Something else. */
        record Unreadable(String what) implements Ownership {
        }
    }

    /** Reads the records out of all record sets at {@link Rules#names()}; others are passed over. */
    public static Records of(List<RecordSet> all, Rules rules) {
        Map<String, List<RecordSet>> byName = all.stream().collect(Collectors.groupingBy(RecordSet::name));
        Map<String, List<RecordSet>> nodes = new TreeMap<>();
        for (String node : rules.nodes()) {
            List<RecordSet> here = byName.getOrDefault(rules.nodeName(node), List.of());
            if (!here.isEmpty()) {
                nodes.put(node, here);
            }
        }
        List<RecordSet> owned = byName.getOrDefault(rules.ownerName(), List.of());
        List<OwnerRecord> claims = owned.size() == 1 ? Doubled.claims(owned.get(0), rules.powers()) : List.of();
        Map<String, Service> names = new LinkedHashMap<>();
        rules.services().forEach(name -> names.put(name, service(name, byName.getOrDefault(name, List.of()), claims)));
        Predicate<String> isNode = address -> rules.nodes().stream()
                .anyMatch(node -> address(node, nodes).filter(address::equals).isPresent());
        if (!rules.powers().keepsOwnerRecord()) {
            Lineup lineup = Lineup.of(names, Optional.empty(), isNode);
            return new Records(lineup, Ownerless.ownership(lineup.service(), rules, node -> address(node, nodes)),
                    nodes);
        }
        Ownership owner = ownership(owned, claims, rules.powers());
        return new Records(Lineup.of(names, claim(owner).map(OwnerRecord::address), isNode), owner, nodes);
    }

    /** Whether at each service name there is the same in both. */
    public boolean hasServicesOf(Records other) {
        return lineup.names().equals(other.lineup.names());
    }

    /** What stands at the service names that are in line. */
    public Service service() {
        return lineup.service();
    }

    /** The address in a node's own record, IPv4 before IPv6. */
    public Optional<String> nodeAddress(String node) {
        return address(node, nodes);
    }

    private static Optional<String> address(String node, Map<String, List<RecordSet>> nodes) {
        return nodes.getOrDefault(node, List.of()).stream()
                .filter(set -> set.isSimple() && set.isAddress() && set.values().size() == 1)
                .sorted((a, b) -> a.type().compareTo(b.type()))
                .map(set -> set.values().get(0)).findFirst();
    }

    /** Where else than at {@code here} a node would be by the records: its own, and the owner record if it names it. */
    public List<String> addressesElsewhere(String node, Optional<String> here) {
        Stream<String> own = nodes.getOrDefault(node, List.of()).stream()
                .filter(set -> set.isSimple() && set.isAddress()).flatMap(set -> set.values().stream());
        Stream<String> owned = claim().filter(claim -> claim.owner().equals(node)).map(OwnerRecord::address).stream();
        return here.isEmpty() ? List.of() : Stream.concat(own, owned).distinct()
                .filter(address -> !address.equals(here.get()) && address.contains(":") == here.get().contains(":"))
                .toList();
    }

    /** Whether a node's own record holds this address, or something else that the node leaves alone. */
    boolean isRegistered(String node, String address) {
        List<RecordSet> here = nodes.getOrDefault(node, List.of());
        return here.stream().anyMatch(RecordSet::isForeign)
                || here.stream().anyMatch(set -> set.isAddress() && set.values().equals(List.of(address)));
    }

    /** The owner, where the records name one. */
    public Optional<OwnerRecord> claim() {
        return claim(owner);
    }

    private static Optional<OwnerRecord> claim(Ownership owner) {
        return owner instanceof Ownership.Claimed claimed ? Optional.of(claimed.claim()) : Optional.empty();
    }

    private static Service service(String name, List<RecordSet> here, List<OwnerRecord> claims) {
        List<RecordSet> taken = here.stream().filter(set -> set.isAddress() || set.isForeign()).toList();
        if (taken.isEmpty()) {
            return new Service.Missing();
        }
        RecordSet only = taken.get(0);
        if (taken.size() > 1) {
            return new Service.Odd(name, taken.size() + " record sets: " + join(taken));
        }
        if (only.isForeign()) {
            return new Service.Odd(name, "a record that is not a plain address: " + only);
        }
        return only.values().size() == 1 ? new Service.Held(taken, only.values().get(0))
                : Doubled.address(only, claims).<Service>map(address -> new Service.Held(taken, address))
                        .orElseGet(() -> new Service.Odd(name, only.values().size() + " addresses: "
                                + String.join(", ", only.values())));
    }

    private static Ownership ownership(List<RecordSet> here, List<OwnerRecord> claims, Powers powers) {
        if (here.isEmpty()) {
            return new Ownership.Unclaimed();
        }
        RecordSet only = here.get(0);
        if (here.size() > 1 || !only.isSimple() || !only.type().equals("TXT") || claims.isEmpty()) {
            return new Ownership.Unreadable(join(here));
        }
        // A challenge that a provider with more powers has left behind is none any more.
        return new Ownership.Claimed(only, powers.comparesAndSwaps() ? claims.get(0) : claims.get(0).unchallenged());
    }

    private static String join(List<RecordSet> sets) {
        return String.join("; ", sets.stream().map(RecordSet::toString).toList());
    }
}
