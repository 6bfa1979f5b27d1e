package io.lbkeeper.route53;

import java.util.Map;
import java.util.stream.Stream;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.route53.model.ChangeTagsForResourceRequest;
import software.amazon.awssdk.services.route53.model.CreateHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.CreateHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.DeleteHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.DeleteHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.GetHealthCheckRequest;
import software.amazon.awssdk.services.route53.model.GetHealthCheckStatusRequest;
import software.amazon.awssdk.services.route53.model.GetHostedZoneRequest;
import software.amazon.awssdk.services.route53.model.ListHealthChecksRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesByNameRequest;
import software.amazon.awssdk.services.route53.model.ListHostedZonesRequest;
import software.amazon.awssdk.services.route53.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.route53.model.TestDnsAnswerRequest;
import software.amazon.awssdk.services.route53.model.UpdateHealthCheckRequest;

import static io.lbkeeper.route53.HealthCheckOperationsTest.check;
import static io.lbkeeper.route53.HostedZoneOperationsTest.zone;
import static io.lbkeeper.route53.HostedZoneOperationsTest.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** With pojoRequest the request goes out as it is, and the whole response comes back, with the ids as headers. */
class ZonePojoRequestTest extends Route53TestBase {
    private static final String ZONE = zone("Z2", "example.com.", false, null);
    private static final String END = "<IsTruncated>true</IsTruncated><NextMarker>m2</NextMarker>";

    static Stream<Arguments> requests() {
        return Stream.of(
                arguments("ListHostedZones", ListHostedZonesRequest.builder().delegationSetId("N1").build(),
                        zones("ListHostedZones", true, "<NextMarker>m2</NextMarker>", ZONE), "delegationsetid=N1",
                        Map.of(Route53Constants.NEXT_MARKER, "m2")),
                arguments("ListHostedZonesByName", ListHostedZonesByNameRequest.builder().dnsName("b.com").build(),
                        zones("ListHostedZonesByName", true, "<NextDNSName>c.com.</NextDNSName>", ZONE),
                        "dnsname=b.com",
                        Map.of(Route53Constants.NEXT_HOSTED_ZONE_NAME, "c.com.")),
                arguments("GetHostedZone", GetHostedZoneRequest.builder().id("Z2").build(),
                        Answer.signed("GetHostedZoneResponse", ZONE), "/hostedzone/Z2", Map.of()),
                arguments("CreateHostedZone", CreateHostedZoneRequest.builder().name("b.com").callerReference("r9")
                        .delegationSetId("N1").build(), Answer.signed("CreateHostedZoneResponse",
                        ZONE + FakeRoute53.CHANGE_INFO), "<DelegationSetId>N1</DelegationSetId>",
                        Map.of(Route53Constants.HOSTED_ZONE_ID, "Z2", Route53Constants.CHANGE_ID, "C1")),
                arguments("DeleteHostedZone", DeleteHostedZoneRequest.builder().id("Z2").build(),
                        Answer.signed("DeleteHostedZoneResponse", FakeRoute53.CHANGE_INFO), "/hostedzone/Z2",
                        Map.of(Route53Constants.CHANGE_STATUS, "PENDING")),
                arguments("TestDNSAnswer", TestDnsAnswerRequest.builder().hostedZoneId("Z2").recordName("a.b.com")
                        .recordType("A").build(), Answer.signed("TestDNSAnswerResponse",
                        "<ResponseCode>NXDOMAIN</ResponseCode>"), "recordname=a.b.com",
                        Map.of(Route53Constants.RESPONSE_CODE, "NXDOMAIN")),
                arguments("CreateHealthCheck", CreateHealthCheckRequest.builder().callerReference("r9")
                        .healthCheckConfig(config -> config.type("RECOVERY_CONTROL").routingControlArn("arn:1"))
                        .build(),
                        Answer.signed("CreateHealthCheckResponse", check("h-1")), "<RoutingControlArn>arn:1<",
                        Map.of(Route53Constants.HEALTH_CHECK_ID, "h-1")),
                arguments("GetHealthCheck", GetHealthCheckRequest.builder().healthCheckId("h-1").build(),
                        Answer.signed("GetHealthCheckResponse", check("h-1")), "/healthcheck/h-1",
                        Map.of(Route53Constants.HEALTH_CHECK_VERSION, 7L)),
                arguments("UpdateHealthCheck", UpdateHealthCheckRequest.builder().healthCheckId("h-1").port(8).build(),
                        Answer.signed("UpdateHealthCheckResponse", check("h-1")), "<Port>8</Port>",
                        Map.of(Route53Constants.HEALTH_CHECK_VERSION, 7L)),
                arguments("DeleteHealthCheck", DeleteHealthCheckRequest.builder().healthCheckId("h-1").build(),
                        Answer.signed("DeleteHealthCheckResponse", ""), "/healthcheck/h-1", Map.of()),
                arguments("ListHealthChecks", ListHealthChecksRequest.builder().marker("m1").build(),
                        Answer.signed("ListHealthChecksResponse", "<HealthChecks>" + check("h-1") + "</HealthChecks>"
                                + END), "marker=m1", Map.of(Route53Constants.NEXT_MARKER, "m2")),
                arguments("GetHealthCheckStatus", GetHealthCheckStatusRequest.builder().healthCheckId("h-1").build(),
                        Answer.signed("GetHealthCheckStatusResponse", "<HealthCheckObservations/>"),
                        "/healthcheck/h-1/status", Map.of()),
                arguments("ChangeTagsForResource", ChangeTagsForResourceRequest.builder().resourceType("hostedzone")
                        .resourceId("Z2").removeTagKeys("a").build(),
                        Answer.signed("ChangeTagsForResourceResponse", ""), "<Key>a</Key>", Map.of()),
                arguments("ListTagsForResource", ListTagsForResourceRequest.builder().resourceType("hostedzone")
                        .resourceId("Z2").build(), Answer.signed("ListTagsForResourceResponse",
                        "<ResourceTagSet><ResourceType>hostedzone</ResourceType><ResourceId>Z2</ResourceId>"
                                + "</ResourceTagSet>"), "/tags/hostedzone/Z2", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void theRequestGoesOutAsItIs(String call, Object request, Answer answer, String sent, Map<String, Object> headers) {
        Route53Operations operation = Stream.of(Route53Operations.values())
                .filter(each -> each.name().equalsIgnoreCase(call)).findFirst().orElseThrow();
        serverAnswers(answer);
        Exchange exchange = well(call(URI + "?pojoRequest=true", operation, request, Map.of()));
        assertThat(exchange.getMessage().getBody().getClass().getSimpleName()).isEqualToIgnoringCase(call + "Response");
        assertThat(server.request().target() + server.request().body()).contains(sent);
        assertThat(exchange.getMessage().getHeaders()).containsAllEntriesOf(headers);
    }
}
