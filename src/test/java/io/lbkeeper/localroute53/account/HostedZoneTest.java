package io.lbkeeper.localroute53.account;

import static io.lbkeeper.localroute53.zone.RecordChange.create;
import static io.lbkeeper.localroute53.zone.RecordChange.delete;
import static io.lbkeeper.localroute53.zone.RecordChange.upsert;
import static io.lbkeeper.localroute53.zone.RecordType.A;
import static io.lbkeeper.localroute53.zone.RecordType.AAAA;
import static io.lbkeeper.localroute53.zone.RecordType.CNAME;
import static io.lbkeeper.localroute53.zone.RecordType.TXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lbkeeper.localroute53.zone.AliasTarget;
import io.lbkeeper.localroute53.zone.ChangeAction;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.RecordType;
import io.lbkeeper.localroute53.zone.Refusal;
import io.lbkeeper.localroute53.zone.ResourceRecordSet;
import io.lbkeeper.localroute53.zone.RoutingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a batch may do. The texts are AWS's. */
class HostedZoneTest extends ZoneStory {

    @Test
    void aNewZoneHasItsAuthority() {
        assertThat(zone.records()).extracting(ResourceRecordSet::name, s -> s.type().name(), s -> s.ttl().get())
                .containsExactly(tuple("example.com.", "NS", Duration.ofSeconds(172_800)),
                        tuple("example.com.", "SOA", Duration.ofSeconds(900)));
        assertThat(zone.find("example.com", RecordType.SOA).get().values().get(0))
                .endsWith(" 1 7200 900 1209600 86400");
    }

    @Test
    void createTwiceFails() throws Refusal {
        accept(create(a("a.example.com", "192.0.2.1")));
        assertThat(refuse(create(a("A.example.com.", "192.0.2.1")))).isEqualTo(
                "[Tried to create resource record set [name='a.example.com.', type='A'] but it already exists]");
    }

    @Test
    void upsertReplaces() throws Refusal {
        accept(upsert(a("a.example.com", "192.0.2.1")));
        accept(upsert(a("a.example.com", "192.0.2.2", "192.0.2.3")));
        assertThat(zone.find("a.example.com", A).get().values()).containsExactly("192.0.2.2", "192.0.2.3");
    }

    @Test
    void deleteWantsTheExactRecord() throws Refusal {
        accept(create(a("a.example.com", "192.0.2.1", "192.0.2.2")));
        assertThat(refuse(delete(a("b.example.com", "192.0.2.1")))).isEqualTo(
                "[Tried to delete resource record set [name='b.example.com.', type='A'] but it was not found]");
        String mismatch = "[Tried to delete resource record set [name='a.example.com.', type='A'] but the values"
                + " provided do not match the current values]";
        assertThat(refuse(delete(a("a.example.com", "192.0.2.1")))).isEqualTo(mismatch);
        assertThat(refuse(delete(a("a.example.com", "192.0.2.1", "192.0.2.3")))).isEqualTo(mismatch);
        assertThat(refuse(delete(ResourceRecordSet.simple("a.example.com", A, Duration.ofSeconds(61), "192.0.2.1",
                "192.0.2.2")))).isEqualTo(mismatch);
        assertThat(refuse(delete(a("a.example.com", "192.0.2.1", "192.0.2.2")
                .withPolicy("x", new RoutingPolicy.Weighted(1))))).isEqualTo("[Tried to delete resource record set"
                + " [name='a.example.com.', type='A', set-identifier='x'] but it was not found]");
        accept(delete(a("a.example.com", "192.0.2.2", "192.0.2.1")));
        assertThat(zone.find("a.example.com", A)).isEmpty();
    }

    @Test
    void deleteThenCreateIsACompareAndSwap() throws Refusal {
        accept(create(a("lb.example.com", "192.0.2.1")), create(set("_owner.lb.example.com", TXT, "\"epoch=1\"")));
        RecordChange[] swap = {delete(a("lb.example.com", "192.0.2.1")),
                delete(set("_owner.lb.example.com", TXT, "\"epoch=1\"")), create(a("lb.example.com", "192.0.2.2")),
                create(set("_owner.lb.example.com", TXT, "\"epoch=2\""))};
        accept(swap);
        assertThat(zone.find("lb.example.com", A).get().values()).containsExactly("192.0.2.2");
        assertThat(refuse(swap)).contains("type='A'] but the values provided do not match the current values, Tried to",
                "type='TXT'] but the values provided do not match the current values");
    }

    @Test
    void allBadChangesAreTold() throws Refusal {
        accept(create(a("a.example.com", "192.0.2.1")));
        assertThat(refuse(create(a("a.example.com", "192.0.2.1")), create(a("ok.example.com", "192.0.2.1")),
                delete(a("none.example.com", "192.0.2.1")), create(a("www.example.org", "192.0.2.1")))).isEqualTo(
                "[Tried to create resource record set [name='a.example.com.', type='A'] but it already exists, "
                        + "Tried to delete resource record set [name='none.example.com.', type='A'] but it was not"
                        + " found, RRSet with DNS name www.example.org. is not permitted in zone example.com.]");
    }

    @Test
    void aRecordIsChangedOnceInABatch() throws Refusal {
        accept(create(a("a.example.com", "192.0.2.1")));
        ResourceRecordSet now = a("a.example.com", "192.0.2.1");
        ResourceRecordSet next = a("a.example.com", "192.0.2.2");
        String invalid = "[The request contains an invalid set of changes for a resource record set 'A"
                + " a.example.com.']";
        assertThat(refuse(create(next), delete(now))).isEqualTo(invalid);
        assertThat(refuse(delete(now), delete(now))).isEqualTo(invalid);
        assertThat(refuse(delete(now), upsert(next))).isEqualTo(invalid);
        assertThat(refuse(upsert(now), upsert(next))).isEqualTo(invalid);
        assertThat(refuse(delete(now), create(next), delete(next))).isEqualTo(invalid);
        assertThat(refuse(upsert(a("b.example.com", "192.0.2.1")), create(a("b.example.com", "192.0.2.2"))))
                .isEqualTo(invalid.replace("a.example", "b.example"));
        assertThat(refuse(create(a("b.example.com", "192.0.2.1")), create(a("B.example.com.", "192.0.2.2"))))
                .isEqualTo(invalid.replace("a.example", "b.example"));
        accept(delete(now), create(next));
    }

    @Test
    void aCnameStandsAlone() throws Refusal {
        accept(create(a("a.example.com", "192.0.2.1")), create(set("c.example.com", CNAME, "a.example.com")));
        assertThat(refuse(create(set("a.example.com", CNAME, "c.example.com")))).isEqualTo("[RRSet of type CNAME with"
                + " DNS name a.example.com. is not permitted as it conflicts with other records with the same DNS name"
                + " in zone example.com.]");
        assertThat(refuse(create(a("c.example.com", "192.0.2.1")))).isEqualTo("[RRSet of type A with DNS name"
                + " c.example.com. is not permitted because a conflicting RRSet of type  CNAME with the same DNS name"
                + " already exists in zone example.com.]");
        assertThat(refuse(create(set("example.com", CNAME, "a.example.com")))).isEqualTo("[RRSet of type CNAME with DNS"
                + " name example.com. is not permitted at apex in zone example.com.]");
        assertThat(refuse(create(set("d.example.com", CNAME, "a.example.com", "b.example.com"))))
                .contains("only one is permitted");
    }

    @Test
    void changesAreJudgedInTheirOrder() throws Refusal {
        accept(create(set("x.example.com", CNAME, "a.example.com")));
        assertThat(refuse(create(a("x.example.com", "192.0.2.1")),
                delete(set("x.example.com", CNAME, "a.example.com")))).contains("conflicting RRSet of type  CNAME");
        accept(delete(set("x.example.com", CNAME, "a.example.com")), create(a("x.example.com", "192.0.2.1")));
        ResourceRecordSet alias = ResourceRecordSet.alias("y.example.com", A,
                new AliasTarget("ZEXAMPLE", "z.example.com", false));
        assertThat(refuse(create(alias), create(a("z.example.com", "192.0.2.1")))).isEqualTo("[Tried to create an alias"
                + " that targets z.example.com., type A in zone ZEXAMPLE, but that target was not found]");
        accept(create(a("z.example.com", "192.0.2.1")), create(alias));
    }

    @Test
    void anAliasHasAKnownTarget() throws Refusal {
        accept(create(a("t.example.com", "192.0.2.1")));
        assertThat(refuse(create(ResourceRecordSet.alias("y.example.com", A,
                new AliasTarget("ZEXAMPLE", "t.example.org", false))))).contains("targets t.example.org., type A in"
                + " zone ZEXAMPLE, but the alias target name does not lie within the target zone");
        assertThat(refuse(create(ResourceRecordSet.alias("y.example.com", A,
                new AliasTarget("ZOTHER", "t.example.com", false))))).contains("that target was not found");
        assertThat(refuse(create(ResourceRecordSet.alias("y.example.com", AAAA,
                new AliasTarget("ZEXAMPLE", "t.example.com", false))))).contains("that target was not found");
        assertThat(refuse(create(ResourceRecordSet.alias("self.example.com", A,
                new AliasTarget("ZEXAMPLE", "self.example.com", false))))).contains("that target was not found");
        ResourceRecordSet apex = ResourceRecordSet.alias("example.com", A,
                new AliasTarget("ZEXAMPLE", "T.example.com", false));
        accept(create(apex));
        assertThat(refuse(delete(ResourceRecordSet.alias("example.com", A,
                new AliasTarget("ZEXAMPLE", "t.example.com.", true))))).contains("do not match");
        accept(delete(ResourceRecordSet.alias("example.com", A, new AliasTarget("ZEXAMPLE", "t.example.com.", false))));
    }

    @Test
    void theApexKeepsItsAuthority() throws Refusal {
        ResourceRecordSet ns = zone.find("example.com", RecordType.NS).get();
        ResourceRecordSet soa = zone.find("example.com", RecordType.SOA).get();
        assertThat(refuse(delete(ns), delete(soa))).isEqualTo("[A HostedZone must contain at least one NS record for"
                + " the zone itself., A HostedZone must contain exactly one SOA record.]");
        accept(delete(ns), create(set("example.com", RecordType.NS, "ns.example.net")));
        assertThat(refuse(create(set("x.example.com", RecordType.SOA, soa.values().get(0))))).contains("only at apex");
        assertThat(refuse(create(set("*.example.com", RecordType.NS, "ns.example.net")))).contains("wildcard");
    }

    @Test
    void aBatchIsLimitedAndAnUpsertCountsTwice() throws Refusal {
        String records = "[Number of records limit of 1000 exceeded.]";
        assertThat(refuse(changes(1001, ChangeAction.CREATE, "192.0.2.1"))).isEqualTo(records);
        assertThat(refuse(changes(501, ChangeAction.UPSERT, "192.0.2.1"))).isEqualTo(records);
        accept(changes(500, ChangeAction.UPSERT, "192.0.2.1"));
        accept(changes(500, ChangeAction.UPSERT, "192.0.2.2"));
    }

    @Test
    void aBatchHasAtMost32000Characters() throws Refusal {
        String value = "\"" + "x".repeat(248) + "\"";
        assertThat(refuse(upsert(set("a.example.com", TXT, texts(65, value)))))
                .isEqualTo("[Number of characters limit of 32000 exceeded.]");
        accept(create(set("a.example.com", TXT, texts(65, value))));
    }

    private static String[] texts(int count, String value) {
        return IntStream.range(0, count).mapToObj(i -> value.replaceFirst("xxx", String.format("%03d", i)))
                .toArray(String[]::new);
    }

    private static RecordChange[] changes(int count, ChangeAction action, String value) {
        return IntStream.range(0, count).mapToObj(i -> new RecordChange(action, a("n" + i + ".example.com", value)))
                .toArray(RecordChange[]::new);
    }

    @Test
    void aRecordSetIsAnAliasOrHasRecords() {
        String form = "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or"
                + " TrafficPolicyInstanceId], but found %s in Change with [Action=CREATE, Name=a.example.com, Type=A,"
                + " SetIdentifier=null]";
        ResourceRecordSet records = a("a.example.com", "192.0.2.1");
        ResourceRecordSet both = new ResourceRecordSet("a.example.com", A, records.setIdentifier(), List.of(),
                records.ttl(), records.values(), Optional.of(new AliasTarget("Z1", "b.example.com", false)),
                Optional.empty());
        assertThat(refused("InvalidInput", create(a("a.example.com")))).isEqualTo(String.format(form, "none"));
        assertThat(refused("InvalidInput", create(both))).isEqualTo(String.format(form, "more than one"));
        assertThat(refused("InvalidInput")).contains("at least one Change");
    }
}
