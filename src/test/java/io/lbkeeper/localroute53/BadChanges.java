package io.lbkeeper.localroute53;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.set;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** The ways in which one change can spoil a batch, each by what it is called, and the records that they are about. */
final class BadChanges {
    private static final ResourceRecordSet PLAIN = set("plain.bad.example.com", RRType.A, 60, "192.0.2.1", "192.0.2.2");
    private static final ResourceRecordSet CNAME = set("cname.bad.example.com", RRType.CNAME, 60, "x.example.com");
    private static final ResourceRecordSet WEIGHTED = PLAIN.toBuilder().name("weighted.bad.example.com")
            .setIdentifier("one").weight(1L).build();
    private static final ResourceRecordSet FAILOVER = PLAIN.toBuilder().name("failover.bad.example.com")
            .setIdentifier("one").failover(ResourceRecordSetFailover.PRIMARY).build();
    private static final ResourceRecordSet NEW = set("new.bad.example.com", RRType.A, 60, "192.0.2.1");
    /** What the changes below are about stands in the zone before them. */
    static final List<ResourceRecordSet> STANDING = List.of(PLAIN, CNAME, WEIGHTED, FAILOVER);

    /** One or two changes, the last of which is wrong, and the error that tells it. */
    record Bad(Class<? extends Route53Exception> error, List<Change> changes) {
    }

    private final Map<String, Bad> all = new LinkedHashMap<>();

    private BadChanges() {
    }

    static Map<String, Bad> all() {
        BadChanges bad = new BadChanges();
        bad.mismatches();
        bad.neighbours();
        bad.names();
        bad.values();
        bad.policies();
        bad.shapes();
        return bad.all;
    }

    private void refused(String name, Change... changes) {
        all.put(name, new Bad(InvalidChangeBatchException.class, List.of(changes)));
    }

    private void malformed(String name, ResourceRecordSet set) {
        all.put(name, new Bad(InvalidInputException.class, List.of(change("CREATE", set))));
    }

    private void mismatches() {
        refused("delete of what is not there", change("DELETE", NEW));
        refused("delete with another value", change("DELETE", set(PLAIN.name(), RRType.A, 60, "192.0.2.1",
                "192.0.2.3")));
        refused("delete with a value less", change("DELETE", set(PLAIN.name(), RRType.A, 60, "192.0.2.1")));
        refused("delete with a value more", change("DELETE", set(PLAIN.name(), RRType.A, 60, "192.0.2.1", "192.0.2.2",
                "192.0.2.3")));
        refused("delete with another TTL", change("DELETE", PLAIN.toBuilder().ttl(61L).build()));
        refused("delete with another type", change("DELETE", PLAIN.toBuilder().type(RRType.AAAA).build()));
        refused("delete with another weight", change("DELETE", WEIGHTED.toBuilder().weight(2L).build()));
        refused("delete with another set identifier", change("DELETE", WEIGHTED.toBuilder().setIdentifier("two")
                .build()));
        refused("delete with a health check", change("DELETE", PLAIN.toBuilder().healthCheckId("hc").build()));
        refused("create of what is there", change("CREATE", PLAIN));
        refused("create twice", change("CREATE", NEW), change("CREATE", NEW));
        refused("delete twice", change("DELETE", PLAIN), change("DELETE", PLAIN));
        refused("upsert twice", change("UPSERT", NEW), change("UPSERT", NEW));
        refused("create before delete", change("CREATE", PLAIN), change("DELETE", PLAIN));
        refused("delete of the SOA", change("DELETE", set("example.com", RRType.SOA, 900, "ns-1.local-route53.test."
                + " hostmaster.local-route53.test. 1 7200 900 1209600 86400")));
        refused("delete of the name servers", change("DELETE", set("example.com", RRType.NS, 172_800,
                "ns-1.local-route53.test.", "ns-2.local-route53.test.", "ns-3.local-route53.test.",
                "ns-4.local-route53.test.")));
    }

    private void neighbours() {
        refused("CNAME beside another", change("CREATE", CNAME.toBuilder().name(PLAIN.name()).build()));
        refused("another beside a CNAME", change("UPSERT", PLAIN.toBuilder().name(CNAME.name()).build()));
        refused("CNAME at the apex", change("CREATE", CNAME.toBuilder().name("example.com").build()));
        refused("weighted beside simple", change("CREATE", WEIGHTED.toBuilder().name(PLAIN.name()).build()));
        refused("simple beside weighted", change("CREATE", PLAIN.toBuilder().name(WEIGHTED.name()).build()));
        refused("two weighted with two TTLs", change("CREATE", WEIGHTED.toBuilder().setIdentifier("two").ttl(61L)
                .build()));
        refused("two PRIMARY", change("CREATE", FAILOVER.toBuilder().setIdentifier("two").build()));
        refused("alias of nothing", change("CREATE", ResourceRecordSet.builder().name("alias.bad.example.com")
                .type(RRType.A).aliasTarget(t -> t.hostedZoneId(LocalEndpoint.ZONE).dnsName("none.example.com")
                        .evaluateTargetHealth(false)).build()));
    }

    private void names() {
        refused("name outside the zone", change("CREATE", set("www.example.org", RRType.A, 60, "192.0.2.1")));
        refused("empty label", change("CREATE", set("a..example.com", RRType.A, 60, "192.0.2.1")));
        refused("long label", change("CREATE", set("x".repeat(64) + ".example.com", RRType.A, 60, "192.0.2.1")));
        refused("wildcard NS", change("CREATE", set("*.bad.example.com", RRType.NS, 60, "ns.example.net")));
        refused("SOA below the apex", change("CREATE", set("bad.example.com", RRType.SOA, 60, "a. b. 1 2 3 4 5")));
    }

    private void values() {
        refused("not an IPv4 address", change("CREATE", set(NEW.name(), RRType.A, 60, "192.0.2.256")));
        refused("not an IPv6 address", change("CREATE", set(NEW.name(), RRType.AAAA, 60, "192.0.2.1")));
        refused("text without quotes", change("CREATE", set(NEW.name(), RRType.TXT, 60, "text")));
        refused("string over 255", change("CREATE", set(NEW.name(), RRType.TXT, 60, "\"" + "x".repeat(256) + "\"")));
        refused("MX without preference", change("CREATE", set(NEW.name(), RRType.MX, 60, "mail.example.com")));
        refused("one value twice", change("CREATE", set(NEW.name(), RRType.A, 60, "192.0.2.1", "192.0.2.1")));
        refused("two CNAME values", change("CREATE", set(NEW.name(), RRType.CNAME, 60, "a.example.com",
                "b.example.com")));
        refused("401 values", change("CREATE", set(NEW.name(), RRType.A, 60, IntStream.range(0, 401)
                .mapToObj(i -> "10.0." + i / 250 + "." + i % 250).toArray(String[]::new))));
        refused("1,000 values beside the others", change("CREATE", set(NEW.name(), RRType.A, 60,
                IntStream.range(0, 1000).mapToObj(i -> "10.0." + i / 250 + "." + i % 250).toArray(String[]::new))));
    }

    private void policies() {
        malformed("policy without set identifier", NEW.toBuilder().weight(1L).build());
        malformed("set identifier without policy", NEW.toBuilder().setIdentifier("one").build());
        malformed("two policies", NEW.toBuilder().setIdentifier("one").weight(1L).region("eu-west-1").build());
        malformed("weight of 256", NEW.toBuilder().setIdentifier("one").weight(256L).build());
        malformed("no such failover role", NEW.toBuilder().setIdentifier("one").failover("TERTIARY").build());
    }

    private void shapes() {
        malformed("no such type", NEW.toBuilder().type("BOGUS").build());
        malformed("neither values nor alias", ResourceRecordSet.builder().name(NEW.name()).type(RRType.A).build());
        malformed("values without TTL", NEW.toBuilder().ttl(null).build());
        malformed("values and alias", NEW.toBuilder().aliasTarget(t -> t.hostedZoneId(LocalEndpoint.ZONE)
                .dnsName(PLAIN.name()).evaluateTargetHealth(false)).build());
        malformed("TTL below zero", NEW.toBuilder().ttl(-1L).build());
        malformed("TTL over 31 bits", NEW.toBuilder().ttl(1L << 31).build());
        malformed("value over 4,000 characters", set(NEW.name(), RRType.TXT, 60, "\"" + "x".repeat(4000) + "\""));
        all.put("no such action", new Bad(InvalidInputException.class, List.of(change("REPLACE", NEW))));
        all.put("no name", new Bad(InvalidInputException.class, List.of(change("CREATE",
                NEW.toBuilder().name(null).build()))));
    }

    /** The batch with the bad change at this place. */
    static Change[] spoil(List<Change> good, Bad bad, int position) {
        List<Change> spoilt = new ArrayList<>(good);
        spoilt.addAll(position, bad.changes());
        return spoilt.toArray(Change[]::new);
    }
}
