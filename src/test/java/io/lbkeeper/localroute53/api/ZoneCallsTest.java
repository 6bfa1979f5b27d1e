package io.lbkeeper.localroute53.api;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.localroute53.account.ZoneStory;
import io.lbkeeper.localroute53.zone.RecordChange;
import io.lbkeeper.localroute53.zone.Refusal;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.CreateHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.HostedZoneSummary;
import software.amazon.awssdk.services.route53.model.HostedZoneType;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameResponse;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByVpcResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.VPC;
import software.amazon.awssdk.services.route53.model.VPCRegion;

/** Zones created, told of, commented and deleted. */
class ZoneCallsTest extends ApiStory {
    private static final VPC VPC_1 = VPC.builder().vpcId("vpc-0a1b2c3d").vpcRegion(VPCRegion.EU_WEST_1).build();
    private static final VPC VPC_2 = VPC.builder().vpcId("vpc-0123456789abcdef0").vpcRegion(VPCRegion.US_EAST_1)
            .build();

    private CreateHostedZoneResponse create(String name, String reference) {
        return client.createHostedZone(r -> r.name(name).callerReference(reference));
    }

    private CreateHostedZoneResponse createPrivate(String name, String reference, VPC vpc) {
        return client.createHostedZone(r -> r.name(name).callerReference(reference).vpc(vpc)
                .hostedZoneConfig(c -> c.privateZone(true)));
    }

    @Test
    void aZoneIsCreatedWithItsAuthority() {
        CreateHostedZoneResponse created = client.createHostedZone(r -> r.name("Example.ORG").callerReference("one")
                .hostedZoneConfig(c -> c.comment("why <&>")));
        HostedZone zone = created.hostedZone();
        assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(201);
        assertThat(created.location()).isEqualTo(endpoint.api() + "/2013-04-01/hostedzone/" + zone.id());
        assertThat(zone.id()).matches("Z[A-Z0-9]{20}");
        assertThat(zone.name()).isEqualTo("example.org.");
        assertThat(zone.callerReference()).isEqualTo("one");
        assertThat(zone.config().comment()).isEqualTo("why <&>");
        assertThat(zone.config().privateZone()).isFalse();
        assertThat(zone.resourceRecordSetCount()).isEqualTo(2);
        assertThat(created.delegationSet().nameServers()).hasSize(4);
        assertThat(client.getChange(r -> r.id(created.changeInfo().id())).changeInfo().status())
                .isEqualTo(ChangeStatus.INSYNC);
        GetHostedZoneResponse got = client.getHostedZone(r -> r.id(zone.id()));
        assertThat(got.hostedZone()).isEqualTo(zone);
        assertThat(got.delegationSet()).isEqualTo(created.delegationSet());
        assertThat(got.hasVpCs()).isFalse();
        List<ResourceRecordSet> records = client.listResourceRecordSets(r -> r.hostedZoneId(zone.id()))
                .resourceRecordSets();
        assertThat(records).extracting(ResourceRecordSet::type).containsExactly(RRType.NS, RRType.SOA);
        assertThat(records).extracting(ResourceRecordSet::ttl).containsExactly(172_800L, 900L);
    }

    @Test
    void aCallerReferenceIsRememberedForEver() {
        String id = create("example.org", "one").hostedZone().id();
        String told = "A hosted zone has already been created with the specified caller reference.";
        assertThat(refusal(409, "HostedZoneAlreadyExists", () -> create("example.org", "one"))).isEqualTo(told);
        assertThat(refusal(409, "HostedZoneAlreadyExists", () -> create("other.org", "one"))).isEqualTo(told);
        client.deleteHostedZone(r -> r.id(id));
        assertThat(refusal(409, "HostedZoneAlreadyExists", () -> create("example.org", "one"))).isEqualTo(told);
        assertThat(client.getHostedZoneCount().hostedZoneCount()).isEqualTo(1);
    }

    @Test
    void zonesOfOneNameAreListedByTheirIds() {
        List<String> ids = List.of(create("example.com", "one").hostedZone().id(),
                create("example.com", "two").hostedZone().id(), "ZEXAMPLE").stream().sorted().toList();
        ListHostedZonesByNameResponse all = client.listHostedZonesByName(r -> r.dnsName("example.com"));
        // This call's answer is one from which the SDK does not take the prefix.
        assertThat(all.hostedZones()).extracting(zone -> zone.id().replace("/hostedzone/", "")).isEqualTo(ids);
        ListHostedZonesByNameResponse first = client.listHostedZonesByName(r -> r.maxItems("1"));
        assertThat(first.nextHostedZoneId()).isEqualTo(ids.get(1));
        assertThat(client.listHostedZonesByName(r -> r.dnsName(first.nextDNSName())
                .hostedZoneId(first.nextHostedZoneId())).hostedZones())
                .isEqualTo(all.hostedZones().subList(1, 3));
        assertThat(client.getHostedZoneCount().hostedZoneCount()).isEqualTo(3);
    }

    @Test
    void onlyAnEmptyZoneIsDeleted() {
        String id = create("example.org", "one").hostedZone().id();
        ResourceRecordSet record = set("example.org", RRType.TXT, 60, "\"x\"");
        client.changeResourceRecordSets(r -> r.hostedZoneId(id).changeBatch(b -> b.changes(
                change("CREATE", record), change("UPSERT", set("example.org", RRType.NS, 60, "ns.example.net")))));
        assertThat(refusal(400, "HostedZoneNotEmpty", () -> client.deleteHostedZone(r -> r.id(id)))).isEqualTo("The"
                + " specified hosted zone contains non-required resource record sets and so cannot be deleted.");
        client.changeResourceRecordSets(r -> r.hostedZoneId(id).changeBatch(b -> b.changes(
                change("DELETE", record), change("CREATE", set("in.example.org", RRType.NS, 60, "ns.example.net")))));
        refusal(400, "HostedZoneNotEmpty", () -> client.deleteHostedZone(r -> r.id(id)));
        client.changeResourceRecordSets(r -> r.hostedZoneId(id).changeBatch(b -> b.changes(
                change("DELETE", set("in.example.org", RRType.NS, 60, "ns.example.net")))));
        assertThat(client.deleteHostedZone(r -> r.id(id)).changeInfo().id()).startsWith("C");
        assertThat(refusal(404, "NoSuchHostedZone", () -> client.getHostedZone(r -> r.id(id))))
                .isEqualTo("No hosted zone found with ID: " + id);
        refusal(404, "NoSuchHostedZone", () -> client.deleteHostedZone(r -> r.id(id)));
    }

    @Test
    void aZoneCanBeHeldWhileItIsDeleted() {
        String id = create("example.org", "one").hostedZone().id();
        io.lbkeeper.localroute53.account.HostedZone held = endpoint.local.zone(id);
        assertThat(held.records()).hasSize(2);
        client.deleteHostedZone(r -> r.id(id));
        RecordChange change = RecordChange.create(ZoneStory.a("a.example.org", "192.0.2.1"));
        assertThatThrownBy(() -> held.change(List.of(change))).isInstanceOfSatisfying(Refusal.class,
                e -> assertThat(e.code()).isEqualTo("NoSuchHostedZone"));
        assertThatThrownBy(held::records).isInstanceOf(IllegalStateException.class)
                .hasMessage("zone example.org.=" + id + " was deleted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", "*.example.org", "org", ".", "a b.org", "\u00e9.org", "\\400.org"})
    void aBadNameIsTold(String name) {
        refusal(400, "InvalidDomainName", () -> create(name, "one"));
        assertThat(client.getHostedZoneCount().hostedZoneCount()).isEqualTo(1);
    }

    @Test
    void whatIsMissingOrTooLongIsInvalid() throws Exception {
        assertInvalid("hostedzone", "CreateHostedZoneRequest", "<CallerReference>x</CallerReference>",
                "Invalid XML ; cvc-complex-type.2.4.b", ":Name");
        assertInvalid("hostedzone", "CreateHostedZoneRequest", "<Name>example.org</Name>",
                "Invalid XML ; cvc-complex-type.2.4.b", ":CallerReference");
        assertInvalid("hostedzone", "CreateHostedZoneRequest", "<CallerReference>x</CallerReference>"
                + "<Name>example.org</Name><Name>example.org</Name>", "Invalid XML ; cvc-complex-type.2.4");
        refusal(400, "InvalidInput", () -> create("example.org", "x".repeat(129)));
        refusal(400, "InvalidInput", () -> create("x".repeat(1025), "one"));
        refusal(400, "InvalidInput", () -> client.createHostedZone(r -> r.name("example.org").callerReference("one")
                .hostedZoneConfig(c -> c.comment("x".repeat(257)))));
        refusal(400, "InvalidInput", () -> client.createHostedZone(r -> r.name("example.org").callerReference("one")
                .hostedZoneConfig(c -> c.privateZone(true))));
        refusal(400, "NoSuchDelegationSet", () -> client.createHostedZone(r -> r.name("example.org")
                .callerReference("one").delegationSetId("N1")));
        refusal(400, "NoSuchDelegationSet", () -> client.listHostedZones(r -> r.delegationSetId("N1")));
        assertThat(create("example.org", "one").hostedZone().id()).as("a refused call took the reference").isNotNull();
    }

    @Test
    void aCommentIsReplacedAndTakenAway() {
        assertThat(client.updateHostedZoneComment(r -> r.id("ZEXAMPLE").comment("new")).hostedZone().config().comment())
                .isEqualTo("new");
        assertThat(client.getHostedZone(r -> r.id("ZEXAMPLE")).hostedZone().config().comment()).isEqualTo("new");
        assertThat(client.updateHostedZoneComment(r -> r.id("ZEXAMPLE")).hostedZone().config().comment()).isNull();
        refusal(400, "InvalidInput", () -> client.updateHostedZoneComment(r -> r.id("ZEXAMPLE")
                .comment("x".repeat(257))));
        refusal(404, "NoSuchHostedZone", () -> client.updateHostedZoneComment(r -> r.id("ZNONE").comment("new")));
    }

    @Test
    void aPrivateZoneHasItsNetworks() throws Exception {
        CreateHostedZoneResponse created = createPrivate("corp", "one", VPC_1);
        String id = created.hostedZone().id();
        assertThat(created.vpc()).isEqualTo(VPC_1);
        assertThat(created.delegationSet()).isNull();
        assertThat(created.hostedZone().config().privateZone()).isTrue();
        client.associateVPCWithHostedZone(r -> r.hostedZoneId(id).vpc(VPC_2).comment("too"));
        GetHostedZoneResponse got = client.getHostedZone(r -> r.id(id));
        assertThat(got.vpCs()).containsExactly(VPC_1, VPC_2);
        assertThat(got.delegationSet()).isNull();
        assertThat(client.disassociateVPCFromHostedZone(r -> r.hostedZoneId(id).vpc(VPC_1)).changeInfo().id())
                .matches("(/change/)?C\\d+");
        assertThat(client.getHostedZone(r -> r.id(id)).vpCs()).containsExactly(VPC_2);
        refusal(400, "LastVPCAssociation", () -> client.disassociateVPCFromHostedZone(r -> r.hostedZoneId(id)
                .vpc(VPC_2)));
        refusal(404, "VPCAssociationNotFound", () -> client.disassociateVPCFromHostedZone(r -> r.hostedZoneId(id)
                .vpc(VPC_1)));
        assertThat(client.listHostedZones(r -> r.hostedZoneType(HostedZoneType.PRIVATE_HOSTED_ZONE)).hostedZones())
                .extracting(HostedZone::id).containsExactly(id);
        HttpResponse<String> other = wire("GET", "hostedzone?hostedzonetype=Other", "");
        assertThat(other.body()).contains("<Code>InvalidInput</Code>", "[PrivateHostedZone]");
    }

    @Test
    void aNetworkSeesOnePrivateZoneOfAName() {
        String id = createPrivate("example.org", "one", VPC_1).hostedZone().id();
        String told = "The VPC that you chose, vpc-0a1b2c3d in region eu-west-1, is already associated with another"
                + " private hosted zone that has an overlapping name space, example.org..";
        assertThat(refusal(400, "ConflictingDomainExists", () -> createPrivate("example.org", "two", VPC_1)))
                .isEqualTo(told);
        String second = createPrivate("example.org", "two", VPC_2).hostedZone().id();
        assertThat(refusal(400, "ConflictingDomainExists", () -> client.associateVPCWithHostedZone(r -> r
                .hostedZoneId(second).vpc(VPC_1)))).isEqualTo(told);
        refusal(400, "ConflictingDomainExists", () -> client.associateVPCWithHostedZone(r -> r.hostedZoneId(id)
                .vpc(VPC_1)));
        createPrivate("in.example.org", "three", VPC_1);
        create("example.org", "four");
        assertThat(refusal(400, "PublicZoneVPCAssociation", () -> client.associateVPCWithHostedZone(r -> r
                .hostedZoneId("ZEXAMPLE").vpc(VPC_1))))
                .isEqualTo("Attempting to associate public zone: ZEXAMPLE with vpc: vpc-0a1b2c3d");
        refusal(404, "NoSuchHostedZone", () -> client.associateVPCWithHostedZone(r -> r.hostedZoneId("ZNONE")
                .vpc(VPC_1)));
        refusal(400, "InvalidVPCId", () -> createPrivate("example.net", "five", VPC.builder()
                .vpcRegion(VPCRegion.EU_WEST_1).vpcId("vpc-1").build()));
        refusal(400, "InvalidInput", () -> createPrivate("example.net", "five", VPC.builder()
                .vpcId("vpc-0a1b2c3d").build()));
        refusal(400, "InvalidInput", () -> createPrivate("example.net", "five", VPC.builder()
                .vpcRegion("mars-1").vpcId("vpc-0a1b2c3d").build()));
    }

    @Test
    void zonesAreListedByTheirNetwork() {
        List<String> ids = List.of(createPrivate("example.org", "one", VPC_1).hostedZone().id(),
                createPrivate("example.net", "two", VPC_1).hostedZone().id()).stream().sorted().toList();
        createPrivate("example.org", "three", VPC_2);
        ListHostedZonesByVpcResponse first = client.listHostedZonesByVPC(r -> r.vpcId(VPC_1.vpcId())
                .vpcRegion(VPC_1.vpcRegion()).maxItems("1"));
        assertThat(first.hostedZoneSummaries()).extracting(HostedZoneSummary::hostedZoneId)
                .containsExactly(ids.get(0));
        assertThat(first.hostedZoneSummaries().get(0).owner().owningAccount()).isNotEmpty();
        ListHostedZonesByVpcResponse rest = client.listHostedZonesByVPC(r -> r.vpcId(VPC_1.vpcId())
                .vpcRegion(VPC_1.vpcRegion()).nextToken(first.nextToken()));
        assertThat(rest.hostedZoneSummaries()).extracting(HostedZoneSummary::hostedZoneId)
                .containsExactly(ids.get(1));
        assertThat(rest.nextToken()).isNull();
        refusal(400, "InvalidPaginationToken", () -> client.listHostedZonesByVPC(r -> r.vpcId(VPC_1.vpcId())
                .vpcRegion(VPC_1.vpcRegion()).nextToken("ZNONE")));
        refusal(400, "InvalidInput", () -> client.listHostedZonesByVPC(r -> r.vpcId(VPC_1.vpcId())));
    }
}
