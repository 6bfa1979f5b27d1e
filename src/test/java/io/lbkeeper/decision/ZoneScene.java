package io.lbkeeper.decision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The records of one situation, in words: what stands at the service name, who has claimed it, with the address that
 * stands there or ({@code vouched} is false) with another one, who has challenged that, what stands at lb1's own name,
 * and whether its peers have records of their own.
 */
record ZoneScene(At service, Claim claim, boolean vouched, Challenger challenger, Registered own, boolean peers) {
    static final String OLD_ADDRESS = "203.0.113.50";
    private static final String SERVICE = "lb.example.com";
    private static final Duration TTL = Duration.ofSeconds(60);

    /** What stands at the service name. */
    enum At {
        NOWHERE(""), LB1("203.0.113.1"), LB2("203.0.113.2"), LB3("203.0.113.3"), ELSEWHERE("198.51.100.9"), CNAME(""),
        TWO_ADDRESSES(""), WEIGHTED("");

        final String address;

        At(String address) {
            this.address = address;
        }
    }

    /** Who stands in the owner record. */
    enum Claim {
        NONE, UNREADABLE, LB1, LB2, LB3, LB9;

        boolean isMade() {
            return this != NONE && this != UNREADABLE;
        }

        String node() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who has challenged the owner, by the owner record. */
    enum Challenger {
        NOBODY, LB1, LB2, LB3, LB9;

        String node() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands at the own name. */
    enum Registered {
        RIGHT, MISSING, OLD, CNAME
    }

    /** The address in the owner record. */
    String claimed() {
        if (!vouched) {
            return "203.0.113.200";
        }
        return !service.address.isEmpty() ? service.address : claim == Claim.LB1 ? At.LB1.address
                : claim == Claim.LB2 ? At.LB2.address : At.LB3.address;
    }

    /** Whether these are records that lbkeeper writes and goes by. */
    boolean isOrderly() {
        return vouched && claim != Claim.UNREADABLE && claim != Claim.LB9 && service != At.CNAME
                && service != At.TWO_ADDRESSES && service != At.WEIGHTED;
    }

    ZoneScene with(Registered own, boolean peers) {
        return new ZoneScene(service, claim, vouched, challenger, own, peers);
    }

    /** The peers look more often than this node, which therefore sets the window. */
    OwnerRecord ownerRecord() {
        return new OwnerRecord(claim.node(), claimed(), 7, "earlier", Duration.ofSeconds(claim == Claim.LB1 ? 5 : 3),
                challenger == Challenger.NOBODY ? Optional.empty() : Optional.of(challenger.node()));
    }

    Optional<RecordSet> serviceSet() {
        return Optional.ofNullable(switch (service) {
            case NOWHERE -> null;
            case CNAME -> RecordSet.simple(SERVICE, "CNAME", TTL, "www.example.net");
            case TWO_ADDRESSES -> RecordSet.simple(SERVICE, "A", TTL, At.LB1.address, At.LB2.address);
            case WEIGHTED -> new RecordSet(SERVICE, "A", TTL, List.of(At.LB2.address), "weighted set 'blue'");
            default -> RecordSet.simple(SERVICE, "A", TTL, service.address);
        });
    }

    Optional<RecordSet> ownerSet() {
        return claim == Claim.NONE ? Optional.empty() : Optional.of(RecordSet.simple("_owner." + SERVICE, "TXT", TTL,
                claim.isMade() ? OwnerText.write(ownerRecord()) : "\"something else\""));
    }

    Records records(Rules rules, String ownAddress) {
        List<RecordSet> all = new ArrayList<>(Stream.of(serviceSet(), ownerSet()).flatMap(Optional::stream).toList());
        switch (own) {
            case MISSING -> { }
            case CNAME -> all.add(RecordSet.simple("lb1.example.com", "CNAME", TTL, "machine7.example.net"));
            default -> all.add(RecordSet.simple("lb1.example.com", "A", TTL, own == Registered.OLD ? OLD_ADDRESS
                    : ownAddress));
        }
        if (peers) {
            all.add(RecordSet.simple("lb2.example.com", "A", TTL, At.LB2.address));
            all.add(RecordSet.simple("lb3.example.com", "A", TTL, At.LB3.address));
        }
        return Records.of(all, rules);
    }
}
