package io.lbkeeper.localroute53.api;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.send;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lbkeeper.localroute53.LocalEndpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** Every call through the AWS SDK, as lbkeeper makes them. */
class ApiCallsTest {
    private static final Duration INSYNC_AFTER = Duration.ofMillis(300);
    private LocalEndpoint endpoint;
    private Route53Client client;

    @BeforeEach
    void start() throws IOException {
        endpoint = new LocalEndpoint(INSYNC_AFTER,
                io.lbkeeper.localroute53.account.HostedZone.create("ZAAA", "www.example.net"),
                io.lbkeeper.localroute53.account.HostedZone.create("ZBBB", "example.net"));
        client = endpoint.client();
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void aChangeIsPendingAndThenInsync() {
        ChangeInfo info = client.changeResourceRecordSets(r -> r.hostedZoneId("/hostedzone/ZEXAMPLE")
                .changeBatch(b -> b.comment("why <&> \u00e9")
                        .changes(change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.1"))))).changeInfo();
        assertThat(info.id()).matches("C[A-Z0-9]{13}");
        assertThat(info.status()).isEqualTo(ChangeStatus.PENDING);
        assertThat(info.comment()).isEqualTo("why <&> \u00e9");
        assertThat(info.submittedAt()).isNotNull();
        await().atMost(Duration.ofSeconds(5)).pollInterval(Duration.ofMillis(20)).untilAsserted(() ->
                assertThat(client.getChange(r -> r.id(info.id())).changeInfo()).isEqualTo(info.toBuilder()
                        .status(ChangeStatus.INSYNC).build()));
        assertThatThrownBy(() -> client.getChange(r -> r.id("CNONE"))).isInstanceOf(NoSuchChangeException.class);
    }

    @Test
    void aRefusedBatchIsTyped() {
        send(client, change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.1")));
        assertThatThrownBy(() -> send(client,
                change("DELETE", set("a.example.com", RRType.A, 60, "192.0.2.2")),
                change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.3"))))
                .isInstanceOfSatisfying(InvalidChangeBatchException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(400);
                    assertThat(e.requestId()).isNotEmpty();
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidChangeBatch");
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("[Tried to delete resource record set"
                            + " [name='a.example.com.', type='A'] but the values provided do not match the current"
                            + " values, Tried to create resource record set [name='a.example.com.', type='A'] but it"
                            + " already exists]");
                });
        assertThat(values("a.example.com", RRType.A)).containsExactly("192.0.2.1");
    }

    private List<String> values(String name, RRType type) {
        ResourceRecordSet found = client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE").startRecordName(name)
                .startRecordType(type).maxItems("1")).resourceRecordSets().get(0);
        assertThat(found.name()).isEqualTo(name + ".");
        return found.resourceRecords().stream().map(record -> record.value()).toList();
    }

    @Test
    void recordsComeBackAsTheyWereSent() {
        ResourceRecordSet text = set("t.example.com.", RRType.TXT, 5, "\"a <b> & 'c'\" \"d\\\"\"", "\"e\"");
        ResourceRecordSet alias = ResourceRecordSet.builder().name("example.com.").type(RRType.TXT)
                .aliasTarget(t -> t.hostedZoneId("ZEXAMPLE").dnsName("t.example.com.").evaluateTargetHealth(true))
                .build();
        ResourceRecordSet weighted = set("w.example.com.", RRType.A, 60, "192.0.2.1").toBuilder()
                .setIdentifier("one").weight(7L).build();
        ResourceRecordSet failover = set("f.example.com.", RRType.A, 60, "192.0.2.1").toBuilder()
                .setIdentifier("one").failover(ResourceRecordSetFailover.PRIMARY).build();
        ResourceRecordSet latency = set("l.example.com.", RRType.A, 60, "192.0.2.1").toBuilder()
                .setIdentifier("one").region("eu-west-1").build();
        ResourceRecordSet several = set("m.example.com.", RRType.A, 60, "192.0.2.1").toBuilder()
                .setIdentifier("one").multiValueAnswer(true).build();
        ResourceRecordSet place = set("g.example.com.", RRType.A, 60, "192.0.2.1").toBuilder()
                .setIdentifier("one").geoLocation(g -> g.countryCode("GB")).build();
        List<ResourceRecordSet> sent = List.of(text, alias, weighted, failover, latency, several, place);
        sent.forEach(set -> send(client, change("CREATE", set)));
        assertThat(client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE")).resourceRecordSets())
                .containsAll(sent).hasSize(sent.size() + 2);
        sent.stream().sorted(Comparator.comparing(set -> set == text))
                .forEach(set -> send(client, change("DELETE", set)));
        assertThat(endpoint.zone().records()).hasSize(2);
    }

    @Test
    void aListingIsOrderedAndPaged() {
        IntStream.range(0, 4).forEach(hundred -> send(client, IntStream.range(0, 100)
                .mapToObj(i -> change("CREATE", set("h" + (100 * hundred + i) + ".example.com", RRType.A, 60,
                        "192.0.2.1"))).toArray(software.amazon.awssdk.services.route53.model.Change[]::new)));
        ListResourceRecordSetsResponse first = client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE")
                .maxItems("1000"));
        assertThat(first.resourceRecordSets()).hasSize(300);
        assertThat(first.maxItems()).isEqualTo("300");
        assertThat(first.isTruncated()).isTrue();
        assertThat(first.nextRecordName()).isEqualTo("h367.example.com.");
        assertThat(first.nextRecordType()).isEqualTo(RRType.A);
        List<String> all = new ArrayList<>();
        client.listResourceRecordSetsPaginator(r -> r.hostedZoneId("ZEXAMPLE").maxItems("7")).resourceRecordSets()
                .forEach(set -> all.add(set.name() + " " + set.type()));
        assertThat(all).hasSize(402).doesNotHaveDuplicates().startsWith("example.com. NS", "example.com. SOA",
                "h0.example.com. A", "h1.example.com. A", "h10.example.com. A", "h100.example.com. A");
    }

    @Test
    void namesAreOrderedByTheirLabelsReversed() {
        for (String name : List.of("z.a.example.com", "b.example.com", "a.example.com", "a-b.example.com")) {
            send(client, change("CREATE", set(name, RRType.A, 60, "192.0.2.1")),
                    change("CREATE", set(name, RRType.TXT, 60, "\"x\"")));
        }
        assertThat(listed("example.com", null)).startsWith("example.com. NS", "example.com. SOA",
                "a-b.example.com. A", "a-b.example.com. TXT", "a.example.com. A", "a.example.com. TXT",
                "z.a.example.com. A", "z.a.example.com. TXT", "b.example.com. A");
        assertThat(listed("a.example.com", "MX")).startsWith("a.example.com. TXT", "z.a.example.com. A");
        assertThat(listed("aa.example.com", "TXT")).startsWith("b.example.com. A");
        assertThat(listed("zz.example.com", null)).isEmpty();
    }

    private List<String> listed(String name, String type) {
        return client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE").startRecordName(name)
                        .startRecordType(type)).resourceRecordSets().stream()
                .map(set -> set.name() + " " + set.typeAsString()).toList();
    }

    @Test
    void aSetIdentifierContinuesAListing() {
        for (String identifier : List.of("c", "a", "b")) {
            send(client, change("CREATE", set("w.example.com", RRType.A, 60, "192.0.2.1").toBuilder()
                    .setIdentifier(identifier).weight(1L).build()));
        }
        ListResourceRecordSetsResponse page = client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE")
                .startRecordName("w.example.com").startRecordType(RRType.A).startRecordIdentifier("b").maxItems("1"));
        assertThat(page.resourceRecordSets()).extracting(ResourceRecordSet::setIdentifier).containsExactly("b");
        assertThat(page.nextRecordIdentifier()).isEqualTo("c");
    }

    @Test
    void aListingIsRefusedWithoutAName() {
        assertThatThrownBy(() -> client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE")
                .startRecordType(RRType.A))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> listed("a..example.com", null)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("DomainLabelEmpty");
        assertThatThrownBy(() -> listed("a.example.com", "BOGUS")).isInstanceOf(InvalidInputException.class);
        for (String maxItems : List.of("0", "-1", "x")) {
            assertThatThrownBy(() -> client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE").maxItems(maxItems)))
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void zonesAreFoundByIdAndByName() {
        GetHostedZoneResponse zone = client.getHostedZone(r -> r.id("/hostedzone/ZEXAMPLE"));
        assertThat(zone.hostedZone().id()).isEqualTo("ZEXAMPLE");
        assertThat(zone.hostedZone().name()).isEqualTo("example.com.");
        assertThat(zone.hostedZone().resourceRecordSetCount()).isEqualTo(2);
        assertThat(zone.delegationSet().nameServers()).hasSize(4).allMatch(server -> !server.endsWith("."));
        assertThat(client.listHostedZones().hostedZones()).extracting(HostedZone::id)
                .containsExactly("ZAAA", "ZBBB", "ZEXAMPLE");
        assertThat(client.listHostedZonesPaginator(r -> r.maxItems("1")).hostedZones()).hasSize(3);
        ListHostedZonesByNameResponse page = client.listHostedZonesByName(r -> r.maxItems("2"));
        assertThat(page.hostedZones()).extracting(HostedZone::name).containsExactly("example.com.", "example.net.");
        assertThat(page.isTruncated()).isTrue();
        assertThat(client.listHostedZonesByName(r -> r.dnsName(page.nextDNSName())
                .hostedZoneId(page.nextHostedZoneId())).hostedZones()).extracting(HostedZone::name)
                .containsExactly("www.example.net.");
        assertThat(client.listHostedZonesByName(r -> r.dnsName("example.net")).hostedZones())
                .extracting(HostedZone::name).containsExactly("example.net.", "www.example.net.");
    }

    @Test
    void anUnknownZoneIsNotFound() {
        assertThatThrownBy(() -> client.getHostedZone(r -> r.id("ZNONE")))
                .isInstanceOfSatisfying(NoSuchHostedZoneException.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(404);
                    assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("No hosted zone found with ID: ZNONE");
                });
        assertThatThrownBy(() -> client.listResourceRecordSets(r -> r.hostedZoneId("ZNONE")))
                .isInstanceOf(NoSuchHostedZoneException.class);
        assertThatThrownBy(() -> client.changeResourceRecordSets(r -> r.hostedZoneId("ZNONE").changeBatch(b -> b
                .changes(change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.1"))))))
                .isInstanceOf(NoSuchHostedZoneException.class);
    }

    @Test
    void otherCallsAreRefusedClearly() {
        assertThatThrownBy(() -> client.listTrafficPolicies()).isInstanceOfSatisfying(Route53Exception.class, e -> {
            assertThat(e.statusCode()).isEqualTo(404);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("UnknownOperation");
            assertThat(e.awsErrorDetails().errorMessage()).contains("GET /2013-04-01/trafficpolicies");
        });
    }

    @Test
    void whatIsNotWellFormedIsInvalidInput() {
        assertThatThrownBy(() -> send(client, change("CREATE", ResourceRecordSet.builder().name("a.example.com")
                .type(RRType.A).build()))).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or"
                        + " TrafficPolicyInstanceId], but found none");
        assertThatThrownBy(() -> send(client)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("Invalid XML ; cvc-complex-type.2.4.b: The content of element 'Changes' is not"
                        + " complete.");
        assertThatThrownBy(() -> client.changeResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE").changeBatch(b -> b
                .comment("x".repeat(257)).changes(change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.1"))))))
                .isInstanceOf(InvalidInputException.class);
    }
}
