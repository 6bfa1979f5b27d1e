package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.lbkeeper.route53.Route53Operations.changeTagsForResource;
import static io.lbkeeper.route53.Route53Operations.createHealthCheck;
import static io.lbkeeper.route53.Route53Operations.createHostedZone;
import static io.lbkeeper.route53.Route53Operations.deleteHealthCheck;
import static io.lbkeeper.route53.Route53Operations.deleteHostedZone;
import static io.lbkeeper.route53.Route53Operations.getHealthCheck;
import static io.lbkeeper.route53.Route53Operations.getHealthCheckStatus;
import static io.lbkeeper.route53.Route53Operations.getHostedZone;
import static io.lbkeeper.route53.Route53Operations.listTagsForResource;
import static io.lbkeeper.route53.Route53Operations.testDnsAnswer;
import static io.lbkeeper.route53.Route53Operations.updateHealthCheck;
import static io.lbkeeper.route53.Route53Operations.waitForChange;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A call about zones, health checks or tags that lacks something names the header, and nothing is sent. */
class ZoneWrongCallsTest extends Route53TestBase {
    private static final String NAME = Route53Constants.RECORD_NAME;
    private static final String KIND = Route53Constants.RESOURCE_TYPE;

    static Stream<Arguments> wrongCalls() {
        return Stream.of(
                arguments(waitForChange, Map.of(), "header CamelAwsRoute53ChangeId is missing"),
                arguments(createHostedZone, Map.of(), "header CamelAwsRoute53HostedZoneName is missing"),
                arguments(createHostedZone, Map.of(Route53Constants.HOSTED_ZONE_NAME, "a.com",
                        Route53Constants.VPC_ID, "vpc-1"), "header CamelAwsRoute53VpcRegion is missing"),
                arguments(createHostedZone, Map.of(Route53Constants.HOSTED_ZONE_NAME, "a.com",
                        Route53Constants.VPC_REGION, "eu-west-1"), "header CamelAwsRoute53VpcId is missing"),
                arguments(getHostedZone, Map.of(), "CamelAwsRoute53HostedZoneName"),
                arguments(deleteHostedZone, Map.of(), "CamelAwsRoute53HostedZoneId"),
                arguments(testDnsAnswer, Map.of(), "header CamelAwsRoute53RecordName is missing"),
                arguments(testDnsAnswer, Map.of(NAME, "a"), "header CamelAwsRoute53RecordType is missing"),
                arguments(testDnsAnswer, Map.of(NAME, "a", Route53Constants.RECORD_TYPE, "A",
                        Route53Constants.EDNS_CLIENT_SUBNET, "192.0.2.0/24"), "CamelAwsRoute53ResolverIp is missing"),
                arguments(testDnsAnswer, Map.of(NAME, "a", Route53Constants.RECORD_TYPE, "A"), "hostedZoneName"),
                arguments(createHealthCheck, Map.of(), "header CamelAwsRoute53HealthCheckType is missing"),
                arguments(createHealthCheck, Map.of(Route53Constants.HEALTH_CHECK_TYPE, "TCP",
                        Route53Constants.HEALTH_CHECK_PORT, "https"),
                        "CamelAwsRoute53HealthCheckPort must be a Integer"),
                arguments(getHealthCheck, Map.of(), "header CamelAwsRoute53HealthCheckId is missing"),
                arguments(updateHealthCheck, Map.of(), "header CamelAwsRoute53HealthCheckId is missing"),
                arguments(updateHealthCheck, Map.of(Route53Constants.HEALTH_CHECK_ID, "h-1",
                        Route53Constants.HEALTH_CHECK_VERSION, "new"), "CamelAwsRoute53HealthCheckVersion"),
                arguments(deleteHealthCheck, Map.of(), "header CamelAwsRoute53HealthCheckId is missing"),
                arguments(getHealthCheckStatus, Map.of(), "header CamelAwsRoute53HealthCheckId is missing"),
                arguments(listTagsForResource, Map.of(), "header CamelAwsRoute53ResourceType is missing"),
                arguments(listTagsForResource, Map.of(KIND, "zone"), "ResourceType must be one of ["),
                arguments(listTagsForResource, Map.of(KIND, "healthcheck"), "CamelAwsRoute53HealthCheckId is missing"),
                arguments(listTagsForResource, Map.of(KIND, "hostedzone"), "CamelAwsRoute53HostedZoneId"),
                arguments(changeTagsForResource, Map.of(KIND, "hostedzone"),
                        "set the header CamelAwsRoute53Tags or CamelAwsRoute53RemoveTagKeys"),
                arguments(changeTagsForResource, Map.of(KIND, "hostedzone", Route53Constants.TAGS, Map.of()),
                        "set the header CamelAwsRoute53Tags or CamelAwsRoute53RemoveTagKeys"),
                arguments(changeTagsForResource, Map.of(KIND, "hostedzone", Route53Constants.TAGS, "a=1,b"),
                        "CamelAwsRoute53Tags must be a Map, or text such as a=1,b=2, but has java.lang.String 'b'"),
                arguments(changeTagsForResource, Map.of(Route53Constants.TAGS, "a=1"),
                        "header CamelAwsRoute53ResourceType is missing"));
    }

    @ParameterizedTest
    @MethodSource("wrongCalls")
    void theHeaderIsNamed(Route53Operations operation, Map<String, Object> headers, String part) {
        context.getComponent("aws2-route53", Route53Component.class).getConfiguration().setHostedZoneId(null);
        Exchange exchange = call("aws2-route53:nozone", operation, "some text", headers);
        assertThat(exchange.getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("aws2-route53 " + operation + ": ").hasMessageContaining(part);
        assertThat(exchange.getMessage().getHeader(Route53Constants.ERROR_KIND)).isEqualTo("WRONG_CALL");
    }

    @AfterEach
    void nothingWasSent() {
        assertThat(server.requests()).as("requests sent by a wrong call").isEmpty();
    }

    @Test
    void timesOfTheOptionsAreLongerThanZero() {
        for (String option : List.of("waitTimeout", "waitInterval")) {
            assertThat(catchThrowable(
                    () -> context.getEndpoint("aws2-route53:a?" + option + "=0"))).as(option)
                    .rootCause().hasMessageContaining(option + " is PT0S");
        }
    }
}
