package io.lbkeeper.route53;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.DeleteHealthCheckResponse;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.HealthCheckVersionMismatchException;

import static io.lbkeeper.route53.Route53Operations.createHealthCheck;
import static io.lbkeeper.route53.Route53Operations.deleteHealthCheck;
import static io.lbkeeper.route53.Route53Operations.getHealthCheck;
import static io.lbkeeper.route53.Route53Operations.getHealthCheckStatus;
import static io.lbkeeper.route53.Route53Operations.listHealthChecks;
import static io.lbkeeper.route53.Route53Operations.updateHealthCheck;
import static org.assertj.core.api.Assertions.assertThat;

/** The operations on health checks by headers: what goes out on the wire, and what comes back. */
class HealthCheckOperationsTest extends Route53TestBase {
    private static final Map<String, Object> ID = Map.of(Route53Constants.HEALTH_CHECK_ID, "h-1");

    /** A health check as Route 53 tells it. */
    static String check(String id) {
        return "<HealthCheck><Id>" + id + "</Id><CallerReference>ref-1</CallerReference><HealthCheckConfig><IPAddress>"
                + "192.0.2.1</IPAddress><Port>443</Port><Type>TCP</Type><RequestInterval>30</RequestInterval>"
                + "<FailureThreshold>3</FailureThreshold></HealthCheckConfig><HealthCheckVersion>7</HealthCheckVersion>"
                + "</HealthCheck>";
    }

    private static void assertCheck(Exchange answer) {
        assertThat(answer.getMessage().getBody()).isInstanceOfSatisfying(HealthCheck.class,
                check -> assertThat(check.healthCheckConfig().port()).isEqualTo(443));
        assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.HEALTH_CHECK_ID, "h-1")
                .containsEntry(Route53Constants.HEALTH_CHECK_VERSION, 7L);
    }

    @Test
    void createHealthCheckSendsWhatTheHeadersTell() {
        serverAnswers(Answer.signed("CreateHealthCheckResponse", check("h-1")));
        Map<String, Object> headers = new HashMap<>();
        headers.put(Route53Constants.HEALTH_CHECK_TYPE, "https_str_match");
        headers.put(Route53Constants.HEALTH_CHECK_IP_ADDRESS, "192.0.2.1");
        headers.put(Route53Constants.HEALTH_CHECK_PORT, "8443");
        headers.put(Route53Constants.HEALTH_CHECK_DOMAIN_NAME, "www.example.com");
        headers.put(Route53Constants.HEALTH_CHECK_RESOURCE_PATH, "/health");
        headers.put(Route53Constants.HEALTH_CHECK_SEARCH_STRING, "fine, thanks");
        headers.put(Route53Constants.HEALTH_CHECK_REQUEST_INTERVAL, 10);
        headers.put(Route53Constants.HEALTH_CHECK_FAILURE_THRESHOLD, 2);
        headers.put(Route53Constants.HEALTH_CHECK_MEASURE_LATENCY, true);
        headers.put(Route53Constants.HEALTH_CHECK_INVERTED, "false");
        headers.put(Route53Constants.HEALTH_CHECK_DISABLED, false);
        headers.put(Route53Constants.HEALTH_CHECK_ENABLE_SNI, true);
        headers.put(Route53Constants.HEALTH_CHECK_REGIONS, "eu-west-1, us-east-1,sa-east-1");
        headers.put(Route53Constants.CALLER_REFERENCE, "mine-1");
        Exchange answer = well(call(createHealthCheck, "a body of no use", headers));
        assertThat(server.request().method()).isEqualTo("POST");
        assertThat(server.request().target()).isEqualTo("/2013-04-01/healthcheck");
        assertThat(server.request().body()).contains("<CallerReference>mine-1</CallerReference>",
                "<IPAddress>192.0.2.1</IPAddress>", "<Port>8443</Port>", "<Type>HTTPS_STR_MATCH</Type>",
                "<ResourcePath>/health</ResourcePath>",
                "<FullyQualifiedDomainName>www.example.com</FullyQualifiedDomainName>",
                "<SearchString>fine, thanks</SearchString>", "<RequestInterval>10</RequestInterval>",
                "<FailureThreshold>2</FailureThreshold>", "<MeasureLatency>true</MeasureLatency>",
                "<Inverted>false</Inverted>", "<Disabled>false</Disabled>", "<EnableSNI>true</EnableSNI>",
                "<Region>eu-west-1</Region><Region>us-east-1</Region><Region>sa-east-1</Region>")
                .doesNotContain("ChildHealthChecks", "HealthThreshold");
        assertCheck(answer);
        assertThat(answer.getMessage().getHeader(Route53Constants.CALLER_REFERENCE)).isEqualTo("ref-1");
    }

    @Test
    void createHealthCheckOfOthers() {
        serverAnswers(Answer.signed("CreateHealthCheckResponse", check("h-1")));
        well(call(createHealthCheck, null, Map.of(Route53Constants.HEALTH_CHECK_TYPE, "CALCULATED",
                Route53Constants.CHILD_HEALTH_CHECKS, List.of("h-2", "h-3"), Route53Constants.HEALTH_THRESHOLD, 1)));
        assertThat(server.request().body()).contains("<HealthThreshold>1</HealthThreshold>",
                "<ChildHealthCheck>h-2</ChildHealthCheck><ChildHealthCheck>h-3</ChildHealthCheck>")
                .containsPattern("<CallerReference>[0-9a-f-]{36}</CallerReference>");
    }

    @Test
    void createHealthCheckTakesAConfigAsBodyAndIsRepeatedWithTheSameReference() {
        serverAnswers(Answer.of(500, ""), Answer.signed("CreateHealthCheckResponse", check("h-1")));
        assertCheck(well(call(createHealthCheck, HealthCheckConfig.builder().type("TCP").ipAddress("192.0.2.9").port(7)
                .build(), Map.of(Route53Constants.HEALTH_CHECK_PORT, 8))));
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0).body()).isEqualTo(server.requests().get(1).body())
                .contains("<IPAddress>192.0.2.9</IPAddress>", "<Port>7</Port>");
    }

    @Test
    void getHealthCheckGivesTheCheck() {
        serverAnswers(Answer.signed("GetHealthCheckResponse", check("h-1")));
        assertCheck(well(call(getHealthCheck, null, Map.of(Route53Constants.HEALTH_CHECK_ID, "/healthcheck/h-1"))));
        assertThat(server.request().target()).isEqualTo("/2013-04-01/healthcheck/h-1");
    }

    @Test
    void updateHealthCheckSendsWhatIsToldAndTheVersion() {
        serverAnswers(Answer.signed("UpdateHealthCheckResponse", check("h-1")));
        assertCheck(well(call(updateHealthCheck, null, Map.of(Route53Constants.HEALTH_CHECK_ID, "h-1",
                Route53Constants.HEALTH_CHECK_VERSION, 6, Route53Constants.HEALTH_CHECK_FAILURE_THRESHOLD, 5,
                Route53Constants.RESET_ELEMENTS, "ResourcePath,Regions"))));
        assertThat(server.request().target()).isEqualTo("/2013-04-01/healthcheck/h-1");
        assertThat(server.request().body()).contains("<HealthCheckVersion>6</HealthCheckVersion>",
                "<FailureThreshold>5</FailureThreshold>", "<ResettableElementName>ResourcePath<",
                "<ResettableElementName>Regions<").doesNotContain("<Port>", "<Regions>", "<Inverted>", "ChildHealth");
    }

    @Test
    void updateHealthCheckTakesTheConfigThatWasRead() {
        serverAnswers(Answer.signed("GetHealthCheckResponse", check("h-1")),
                Answer.signed("UpdateHealthCheckResponse", check("h-1")));
        Exchange read = well(call(getHealthCheck, null, ID));
        HealthCheckConfig config = read.getMessage().getBody(HealthCheck.class).healthCheckConfig();
        well(call(updateHealthCheck, config.toBuilder().port(444).build(), read.getMessage().getHeaders()));
        assertThat(server.requests().get(1).body()).contains("<HealthCheckVersion>7</HealthCheckVersion>",
                "<Port>444</Port>", "<IPAddress>192.0.2.1</IPAddress>").doesNotContain("<Type>", "RequestInterval");
    }

    @Test
    void anUpdateOfAnotherVersionIsToldByItsException() {
        serverAnswers(Answer.error(409, "HealthCheckVersionMismatch", "it is 8 by now"));
        assertThat(call(updateHealthCheck, null, ID).getException())
                .isInstanceOf(HealthCheckVersionMismatchException.class);
    }

    @Test
    void deleteHealthCheckWantsTheAnswerOfRoute53() {
        serverAnswers(Answer.signed("DeleteHealthCheckResponse", ""));
        assertThat(well(call(deleteHealthCheck, null, ID)).getMessage().getBody())
                .isInstanceOf(DeleteHealthCheckResponse.class);
        assertThat(server.request().method()).isEqualTo("DELETE");
        assertThat(server.request().target()).isEqualTo("/2013-04-01/healthcheck/h-1");
        serverAnswers(Answer.of(200, Answer.signed("DeleteHealthCheckResponse", "").body()));
        assertThat(call(deleteHealthCheck, null, ID).getException()).isInstanceOf(SdkException.class)
                .hasMessageContaining("x-amzn-RequestId");
    }

    private static Answer checks(boolean truncated, String next, String... checks) {
        return Answer.signed("ListHealthChecksResponse", "<HealthChecks>" + String.join("", checks) + "</HealthChecks>"
                + "<IsTruncated>" + truncated + "</IsTruncated>" + next + "<MaxItems>100</MaxItems>");
    }

    @Test
    void listHealthChecksPagesInAndOut() {
        serverAnswers(checks(true, "<NextMarker>h-2</NextMarker>", check("h-1")), checks(false, "", check("h-2")));
        Exchange first = well(call(listHealthChecks, null, Map.of(Route53Constants.MAX_ITEMS, 1)));
        List<?> checks = first.getMessage().getBody(List.class);
        assertThat(checks).extracting("id").containsExactly("h-1");
        assertThat(first.getMessage().getHeaders()).containsEntry(Route53Constants.IS_TRUNCATED, true)
                .containsEntry(Route53Constants.NEXT_MARKER, "h-2");
        Exchange last = well(call(listHealthChecks, null, Map.of(Route53Constants.MARKER, "h-2",
                Route53Constants.NEXT_MARKER, "h-2")));
        assertThat(server.requests().get(1).target()).startsWith("/2013-04-01/healthcheck?").contains("marker=h-2");
        assertThat(last.getMessage().getHeaders()).doesNotContainKey(Route53Constants.NEXT_MARKER);
    }

    @Test
    void aHalfAnswerIsNone() {
        String half = "<HealthCheck><CallerReference>ref-1</CallerReference></HealthCheck>";
        Map<Route53Operations, Answer> answers = Map.of(
                getHealthCheck, Answer.signed("GetHealthCheckResponse", half),
                createHealthCheck, Answer.signed("CreateHealthCheckResponse", half),
                updateHealthCheck, Answer.signed("UpdateHealthCheckResponse", half),
                listHealthChecks, checks(false, "", half));
        answers.forEach((operation, answer) -> {
            serverAnswers(answer);
            assertThat(call(operation, null, Map.of(Route53Constants.HEALTH_CHECK_ID, "h-1",
                    Route53Constants.HEALTH_CHECK_TYPE, "TCP")).getException()).as(operation.name())
                    .isInstanceOf(SdkException.class).hasMessageContaining("cannot be trusted");
        });
        for (Answer page : List.of(checks(true, "", check("h-1")), checks(true, "<NextMarker>h-2</NextMarker>"),
                checks(false, "<NextMarker>h-2</NextMarker>", check("h-1")))) {
            serverAnswers(page);
            assertThat(call(listHealthChecks, null, Map.of()).getException()).as("after %s", page)
                    .isInstanceOf(SdkException.class).hasMessageContaining("cannot be trusted");
        }
    }

    @Test
    void getHealthCheckStatusGivesTheObservations() {
        serverAnswers(Answer.signed("GetHealthCheckStatusResponse", "<HealthCheckObservations><HealthCheckObservation>"
                + "<Region>eu-west-1</Region><IPAddress>203.0.113.1</IPAddress><StatusReport>"
                + "<Status>Success: 200</Status><CheckedTime>2026-11-23T00:00:00Z</CheckedTime></StatusReport>"
                + "</HealthCheckObservation>"
                + "</HealthCheckObservations>"));
        List<?> seen = well(call(getHealthCheckStatus, null, ID)).getMessage().getBody(List.class);
        assertThat(seen).extracting("statusReport.status").containsExactly("Success: 200");
        assertThat(server.request().target()).isEqualTo("/2013-04-01/healthcheck/h-1/status");

        String none = "<HealthCheckObservations></HealthCheckObservations>";
        serverAnswers(Answer.signed("GetHealthCheckStatusResponse", none));
        assertThat(well(call(getHealthCheckStatus, null, ID)).getMessage().getBody())
                .as("of a check that is disabled").isEqualTo(List.of());
        serverAnswers(Answer.of(200, Answer.signed("GetHealthCheckStatusResponse", none).body()));
        assertThat(call(getHealthCheckStatus, null, ID).getException()).isInstanceOf(SdkException.class);
    }
}
