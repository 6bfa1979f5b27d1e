package io.lbkeeper.localroute53.zone;

import static io.lbkeeper.localroute53.zone.RecordChange.create;
import static io.lbkeeper.localroute53.zone.RecordChange.delete;
import static io.lbkeeper.localroute53.zone.RecordChange.upsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Failover;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Latency;
import io.lbkeeper.localroute53.zone.RoutingPolicy.MultiValue;
import io.lbkeeper.localroute53.zone.RoutingPolicy.Weighted;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingPolicyTest {
    private final HostedZone zone = HostedZone.create("ZEXAMPLE", "example.com");

    private static ResourceRecordSet set(String value) {
        return ResourceRecordSet.simple("p.example.com", RecordType.A, Duration.ofSeconds(60), value);
    }

    private String refuse(RecordChange change) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> zone.change(List.of(change)));
        assertThat(refusal).as("accepted: %s", change).isNotNull();
        return refusal.getMessage();
    }

    @Test
    void aPolicyAndASetIdentifierGoTogether() {
        ResourceRecordSet simple = set("192.0.2.1");
        ResourceRecordSet identifierAlone = new ResourceRecordSet(simple.name(), simple.type(), Optional.of("x"),
                List.of(), simple.ttl(), simple.values(), Optional.empty(), Optional.empty());
        ResourceRecordSet policyAlone = new ResourceRecordSet(simple.name(), simple.type(), Optional.empty(),
                List.of(new Weighted(1)), simple.ttl(), simple.values(), Optional.empty(), Optional.empty());
        assertThat(refuse(create(identifierAlone))).isEqualTo("Invalid request: Expected exactly one of [Weight,"
                + " Region, Failover, GeoLocation, or MultiValueAnswer], but found none in Change with [Action=CREATE,"
                + " Name=p.example.com, Type=A, SetIdentifier=x]");
        assertThat(refuse(create(policyAlone))).isEqualTo("Invalid request: Missing field 'SetIdentifier' in Change"
                + " with [Action=CREATE, Name=p.example.com, Type=A, SetIdentifier=null]");
        assertThat(refuse(create(set("192.0.2.1").withPolicy("x".repeat(129), new Weighted(1)))))
                .contains("setIdentifier");
        assertThat(refuse(create(set("192.0.2.1").withPolicy("x", new Weighted(256))))).contains("Value '256'");
    }

    @Test
    void setsOfOneNameShareOnePolicy() throws Refusal {
        zone.change(List.of(create(set("192.0.2.1").withPolicy("one", new Weighted(10))),
                create(set("192.0.2.2").withPolicy("two", new Weighted(0)))));
        assertThat(refuse(create(set("192.0.2.3")))).isEqualTo("[RRSet with DNS name p.example.com., type A cannot be"
                + " created as other RRSets exist with the same name and type.]");
        assertThat(refuse(create(set("192.0.2.3").withPolicy("three", new MultiValue())))).isEqualTo("[RRSet with DNS"
                + " name p.example.com., type A, SetIdentifier three cannot be created as a non-multivalue answer set"
                + " exists with the same name and type.]");
        assertThat(refuse(create(ResourceRecordSet.simple("p.example.com", RecordType.A, Duration.ofSeconds(61),
                "192.0.2.3").withPolicy("three", new Weighted(1))))).isEqualTo("[RRSet with DNS name p.example.com."
                + " and type A, SetIdentifier three cannot be created as weighted sets must contain the same TTL.]");
        assertThat(refuse(create(set("192.0.2.1").withPolicy("one", new Weighted(10))))).isEqualTo("[Tried to create"
                + " resource record set [name='p.example.com.', type='A', set-identifier='one'] but it already"
                + " exists]");
        assertThat(refuse(delete(set("192.0.2.1").withPolicy("one", new Weighted(11))))).contains("do not match");
        zone.change(List.of(delete(set("192.0.2.1").withPolicy("one", new Weighted(10)))));
        assertThat(zone.find("p.example.com", RecordType.A).get().setIdentifier()).contains("two");
    }

    @Test
    void aSimpleRecordLeavesNoRoomForOthers() throws Refusal {
        zone.change(List.of(create(set("192.0.2.1"))));
        assertThat(refuse(upsert(set("192.0.2.1").withPolicy("x", new Weighted(1))))).isEqualTo("[RRSet with DNS name"
                + " p.example.com., type A, SetIdentifier x cannot be created as a non-weighted set exists with the"
                + " same name and type.]");
    }

    /** As the API Reference lists the types for each policy, at ResourceRecordSet. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"NS|ns.example.net|true|true", "DS|1 8 2 ABAB|true|true",
        "CNAME|x.example.net|false|true", "CAA|0 issue \"ca.example.net\"|false|false", "TXT|\"x\"|false|false"})
    void someTypesHaveNoPolicy(RecordType type, String value, boolean none, boolean noMultiValue) {
        String data = type == RecordType.DS ? value + "ABAB".repeat(15) : value;
        ResourceRecordSet set = ResourceRecordSet.simple("t.example.com", type, Duration.ofSeconds(60), data);
        for (RoutingPolicy policy : List.of(new Weighted(1), Failover.PRIMARY, new Latency("eu-west-1"),
                new MultiValue())) {
            boolean refused = none || noMultiValue && policy instanceof MultiValue;
            Refusal refusal = catchThrowableOfType(Refusal.class, () -> zone.change(List.of(
                    create(set.withPolicy("one", policy)), delete(set.withPolicy("two", policy)))));
            assertThat(refusal.getMessage()).as("%s with %s", type, policy).contains("was not found");
            assertThat(refusal.getMessage().contains("with a routing policy of this kind")).isEqualTo(refused);
        }
    }

    @Test
    void aFailoverPairHasOnePrimary() throws Refusal {
        zone.change(List.of(create(set("192.0.2.1").withPolicy("one", Failover.PRIMARY)),
                create(set("192.0.2.2").withPolicy("two", Failover.SECONDARY))));
        assertThat(refuse(create(set("192.0.2.3").withPolicy("three", Failover.PRIMARY))))
                .contains("failover RRSet with the same name, type and Failover already exists");
    }

    @Test
    void aRegionStandsOnce() throws Refusal {
        zone.change(List.of(create(set("192.0.2.1").withPolicy("one", new Latency("eu-west-1")))));
        assertThat(refuse(create(set("192.0.2.2").withPolicy("two", new Latency("eu-west-1"))))).isEqualTo("[RRSet with"
                + " DNS name p.example.com., type A, SetIdentifier two, and Region Name=eu-west-1 cannot be created"
                + " because a latency RRSet with the same name, type and region already exists.]");
    }
}
