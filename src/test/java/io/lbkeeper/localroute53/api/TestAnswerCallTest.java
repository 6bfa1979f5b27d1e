package io.lbkeeper.localroute53.api;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.send;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.health.HealthStatus;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecordSetFailover;
import software.amazon.awssdk.services.route53.model.TestDnsAnswerRequest;
import software.amazon.awssdk.services.route53.model.TestDnsAnswerResponse;

/** What the records would answer. */
class TestAnswerCallTest extends ApiStory {

    private TestDnsAnswerResponse ask(String name, RRType type) {
        return client.testDNSAnswer(r -> r.hostedZoneId("ZEXAMPLE").recordName(name).recordType(type));
    }

    @Test
    void recordsAnswerAsTheyAreKept() {
        List<String> text = List.of("\"a \\\"b\\\" \\303\\251\" \"c\"", "\"d\\\\\"");
        send(client, change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.1", "192.0.2.2")),
                change("CREATE", set("t.example.com", RRType.TXT, 60, text.toArray(String[]::new))),
                change("CREATE", set("m.example.com", RRType.MX, 60, "10 mail.example.com.")),
                change("CREATE", set("*.w.example.com", RRType.AAAA, 60, "2001:db8::1")));
        TestDnsAnswerResponse answer = ask("A.example.com", RRType.A);
        assertThat(answer.nameserver()).isEqualTo("ns-1.local-route53.test");
        assertThat(answer.recordName()).isEqualTo("A.example.com");
        assertThat(answer.recordType()).isEqualTo(RRType.A);
        assertThat(answer.recordData()).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(answer.responseCode()).isEqualTo("NOERROR");
        assertThat(answer.protocol()).isEqualTo("UDP");
        assertThat(ask("t.example.com", RRType.TXT).recordData()).isEqualTo(text);
        assertThat(ask("m.example.com", RRType.MX).recordData()).containsExactly("10 mail.example.com.");
        assertThat(ask("x.w.example.com.", RRType.AAAA).recordData()).containsExactly("2001:db8:0:0:0:0:0:1");
    }

    @Test
    void whatIsNotThereIsTold() {
        send(client, change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.1")));
        assertThat(ask("a.example.com", RRType.AAAA)).extracting(TestDnsAnswerResponse::responseCode,
                TestDnsAnswerResponse::recordData).containsExactly("NOERROR", List.of());
        assertThat(ask("none.example.com", RRType.A).responseCode()).isEqualTo("NXDOMAIN");
        assertThat(ask("a.example.org", RRType.A).responseCode()).isEqualTo("REFUSED");
    }

    @Test
    void theAnswerFollowsHealth() {
        String check = client.createHealthCheck(r -> r.callerReference("one").healthCheckConfig(c -> c
                .type(HealthCheckType.HTTP).fullyQualifiedDomainName("x.example"))).healthCheck().id();
        send(client, change("CREATE", set("f.example.com", RRType.A, 60, "192.0.2.1").toBuilder().setIdentifier("a")
                        .failover(ResourceRecordSetFailover.PRIMARY).healthCheckId(check).build()),
                change("CREATE", set("f.example.com", RRType.A, 60, "192.0.2.2").toBuilder().setIdentifier("b")
                        .failover(ResourceRecordSetFailover.SECONDARY).build()));
        assertThat(ask("f.example.com", RRType.A).recordData()).containsExactly("192.0.2.1");
        endpoint.local.setHealth(check, HealthStatus.UNHEALTHY);
        assertThat(ask("f.example.com", RRType.A).recordData()).containsExactly("192.0.2.2");
    }

    @Test
    void ofTwoZonesWithOneNameTheNamedOneAnswers() {
        String other = client.createHostedZone(r -> r.name("example.com").callerReference("one")).hostedZone().id();
        send(client, change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.1")));
        client.changeResourceRecordSets(r -> r.hostedZoneId(other).changeBatch(b -> b.changes(
                change("CREATE", set("a.example.com", RRType.A, 60, "192.0.2.2")))));
        assertThat(ask("a.example.com", RRType.A).recordData()).containsExactly("192.0.2.1");
        assertThat(client.testDNSAnswer(r -> r.hostedZoneId(other).recordName("a.example.com")
                .recordType(RRType.A)).recordData()).containsExactly("192.0.2.2");
    }

    private static TestDnsAnswerRequest.Builder good() {
        return TestDnsAnswerRequest.builder().hostedZoneId("ZEXAMPLE").recordName("a.example.com")
                .recordType(RRType.A);
    }

    @Test
    void aRequestIsJudged() {
        String own = client.createHostedZone(r -> r.name("example.org").callerReference("one")
                .vpc(v -> v.vpcId("vpc-0a1b2c3d").vpcRegion("eu-west-1"))).hostedZone().id();
        refusal(404, "NoSuchHostedZone", () -> client.testDNSAnswer(good().hostedZoneId("ZNONE").build()));
        assertThat(refusal(400, "InvalidInput", () -> client.testDNSAnswer(good().hostedZoneId(own).build())))
                .contains("public hosted zones only");
        refusal(400, "InvalidInput", () -> client.testDNSAnswer(good().recordName("a..example.com").build()));
        refusal(400, "InvalidInput", () -> client.testDNSAnswer(good().recordType("ANY").build()));
        refusal(400, "InvalidInput", () -> client.testDNSAnswer(good().recordType((RRType) null).build()));
        refusal(400, "InvalidInput", () -> client.testDNSAnswer(good().recordName(null).build()));
        refusal(400, "InvalidInput", () -> client.testDNSAnswer(good().hostedZoneId(null).build()));
    }

    @ParameterizedTest
    @CsvSource({"1.2.3.4,,,200", "1.2.3,,,400", ",1.2.3.4,32,200", ",1.2.3.4,33,400", ",1.2.3.4,x,400",
        ",2001:db8::1,128,200", ",2001:db8::1,129,400", ",1.2.3.4,,200", ",,24,400", ",::x,,400"})
    void whoAsksIsWellFormed(String resolver, String subnet, String mask, int status) {
        TestDnsAnswerRequest request = good().resolverIP(resolver).edns0ClientSubnetIP(subnet)
                .edns0ClientSubnetMask(mask).build();
        if (status == 200) {
            assertThat(client.testDNSAnswer(request).responseCode()).isEqualTo("NXDOMAIN");
        } else {
            refusal(status, "InvalidInput", () -> client.testDNSAnswer(request));
        }
    }
}
