package io.lbkeeper.localroute53.api;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.send;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.health.HealthStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.CreateHealthCheckResponse;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.InsufficientDataHealthStatus;
import software.amazon.awssdk.services.route53.model.ListHealthChecksResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResettableElementName;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Health checks created, told of, updated and deleted. */
class HealthCallsTest extends ApiStory {
    private static final Consumer<HealthCheckConfig.Builder> HTTP = c -> c.type(HealthCheckType.HTTP)
            .fullyQualifiedDomainName("www.example.com").resourcePath("/up");

    private CreateHealthCheckResponse create(String reference, Consumer<HealthCheckConfig.Builder> config) {
        return client.createHealthCheck(r -> r.callerReference(reference).healthCheckConfig(config));
    }

    private String id(String reference) {
        return create(reference, HTTP).healthCheck().id();
    }

    @Test
    void aCheckIsCreatedWithWhatAwsFillsIn() {
        CreateHealthCheckResponse created = create("one", HTTP);
        HealthCheck check = created.healthCheck();
        assertThat(created.sdkHttpResponse().statusCode()).isEqualTo(201);
        assertThat(created.location()).isEqualTo(endpoint.api() + "/2013-04-01/healthcheck/" + check.id());
        assertThat(check.id()).matches("[0-9a-f-]{36}");
        assertThat(check.callerReference()).isEqualTo("one");
        assertThat(check.healthCheckVersion()).isEqualTo(1);
        assertThat(check.healthCheckConfig()).isEqualTo(HealthCheckConfig.builder().type(HealthCheckType.HTTP)
                .fullyQualifiedDomainName("www.example.com").resourcePath("/up").port(80).requestInterval(30)
                .failureThreshold(3).measureLatency(false).inverted(false).disabled(false).enableSNI(false).build());
        assertThat(client.getHealthCheck(r -> r.healthCheckId(check.id())).healthCheck()).isEqualTo(check);
        assertThat(create("two", c -> c.type(HealthCheckType.HTTPS).ipAddress("2600::1")).healthCheck()
                .healthCheckConfig()).extracting(HealthCheckConfig::port, HealthCheckConfig::enableSNI)
                .containsExactly(443, true);
    }

    @Test
    void whatWasSentComesBack() {
        HealthCheckConfig full = HealthCheckConfig.builder().ipAddress("1.2.3.4").port(8080)
                .type(HealthCheckType.HTTPS_STR_MATCH).resourcePath("/a?b=<c>&d").fullyQualifiedDomainName("x.example")
                .searchString("\"up\" & <running>").requestInterval(10).failureThreshold(1).measureLatency(true)
                .inverted(true).disabled(true).enableSNI(false).regionsWithStrings("us-east-1", "eu-west-1",
                        "sa-east-1").build();
        assertThat(client.createHealthCheck(r -> r.callerReference("one").healthCheckConfig(full))
                .healthCheck().healthCheckConfig()).isEqualTo(full);
        HealthCheckConfig alarm = HealthCheckConfig.builder().type(HealthCheckType.CLOUDWATCH_METRIC).inverted(false)
                .disabled(false).alarmIdentifier(a -> a.region("eu-west-1").name("high"))
                .insufficientDataHealthStatus(InsufficientDataHealthStatus.UNHEALTHY).build();
        assertThat(client.createHealthCheck(r -> r.callerReference("two").healthCheckConfig(alarm))
                .healthCheck().healthCheckConfig()).isEqualTo(alarm);
    }

    @Test
    void theSameRequestAgainIsAnsweredWithWhatIsThere() {
        HealthCheck check = create("one", HTTP).healthCheck();
        assertThat(create("one", HTTP).healthCheck()).isEqualTo(check);
        assertThat(client.getHealthCheckCount().healthCheckCount()).isEqualTo(1);
        String told = "A different health check has already been created with the specified caller reference.";
        assertThat(refusal(409, "HealthCheckAlreadyExists", () -> create("one", HTTP.andThen(c -> c.port(81)))))
                .isEqualTo(told);
        client.deleteHealthCheck(r -> r.healthCheckId(check.id()));
        assertThat(refusal(409, "HealthCheckAlreadyExists", () -> create("one", HTTP))).isEqualTo(told);
        assertThat(create("two", HTTP).healthCheck().id()).isNotEqualTo(check.id());
    }

    @Test
    void anUpdateChangesOnlyWhatItNames() {
        HealthCheck before = create("one", HTTP).healthCheck();
        HealthCheck after = client.updateHealthCheck(r -> r.healthCheckId(before.id()).healthCheckVersion(1L)
                .port(8080).inverted(true)).healthCheck();
        assertThat(after.healthCheckVersion()).isEqualTo(2);
        assertThat(after.healthCheckConfig()).isEqualTo(before.healthCheckConfig().toBuilder().port(8080)
                .inverted(true).build());
        String told = refusal(409, "HealthCheckVersionMismatch", () -> client.updateHealthCheck(r -> r
                .healthCheckId(before.id()).healthCheckVersion(1L).port(8081)));
        assertThat(told).contains("request, 1", "check's, 2");
        assertThat(client.getHealthCheck(r -> r.healthCheckId(before.id())).healthCheck()).isEqualTo(after);
        HealthCheck reset = client.updateHealthCheck(r -> r.healthCheckId(before.id())
                .resetElements(ResettableElementName.RESOURCE_PATH)).healthCheck();
        assertThat(reset.healthCheckConfig().resourcePath()).isNull();
        assertThat(reset.healthCheckVersion()).isEqualTo(3);
        assertThat(refusal(400, "InvalidInput", () -> client.updateHealthCheck(r -> r.healthCheckId(before.id())
                .resetElements(ResettableElementName.FULLY_QUALIFIED_DOMAIN_NAME)))).contains("must have an IPAddress");
        refusal(400, "InvalidInput", () -> client.updateHealthCheck(r -> r.healthCheckId(before.id()).port(65_536)));
        refusal(404, "NoSuchHealthCheck", () -> client.updateHealthCheck(r -> r.healthCheckId("none").port(81)));
    }

    @Test
    void checksAreListedByPages() {
        List<String> ids = IntStream.range(0, 102).mapToObj(i -> id("r" + i)).sorted().toList();
        ListHealthChecksResponse first = client.listHealthChecks(r -> r.maxItems("1000"));
        assertThat(first.healthChecks()).hasSize(100);
        assertThat(first.maxItems()).isEqualTo("100");
        assertThat(first.nextMarker()).isEqualTo(ids.get(100));
        List<String> all = new ArrayList<>();
        client.listHealthChecksPaginator(r -> r.maxItems("7")).healthChecks().stream().limit(200)
                .forEach(check -> all.add(check.id()));
        assertThat(all).isEqualTo(ids);
        assertThat(client.getHealthCheckCount().healthCheckCount()).isEqualTo(102);
    }

    @Test
    void theOperatorSaysWhatTheCheckersReport() {
        String id = id("one");
        assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(id)).healthCheckObservations()).isEmpty();
        endpoint.local.setHealth(id, HealthStatus.HEALTHY);
        assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(id)).healthCheckObservations()).hasSize(8)
                .allSatisfy(observation -> {
                    assertThat(observation.statusReport().status()).isEqualTo("Success: HTTP Status Code 200, OK");
                    assertThat(observation.statusReport().checkedTime()).isNotNull();
                });
        assertThat(client.getHealthCheckLastFailureReason(r -> r.healthCheckId(id)).healthCheckObservations())
                .isEmpty();
        endpoint.local.setHealth(id, HealthStatus.UNHEALTHY);
        assertThat(client.getHealthCheckStatus(r -> r.healthCheckId(id)).healthCheckObservations())
                .allMatch(observation -> observation.statusReport().status().startsWith("Failure: "));
        assertThat(client.getHealthCheckLastFailureReason(r -> r.healthCheckId(id)).healthCheckObservations())
                .hasSize(8);
        assertThat(endpoint.local.isHealthy(id)).isFalse();
        assertThat(client.getHealthCheck(r -> r.healthCheckId(id)).healthCheck().healthCheckVersion()).isEqualTo(1);
    }

    @Test
    void aCalculatedCheckHasChildren() {
        String a = id("a");
        String b = id("b");
        String all = create("all", c -> c.type(HealthCheckType.CALCULATED).healthThreshold(2).childHealthChecks(a, b))
                .healthCheck().id();
        assertThat(endpoint.local.isHealthy(all)).isTrue();
        endpoint.local.setHealth(b, HealthStatus.UNHEALTHY);
        assertThat(endpoint.local.isHealthy(all)).isFalse();
        client.updateHealthCheck(r -> r.healthCheckId(all).healthThreshold(1));
        assertThat(endpoint.local.isHealthy(all)).isTrue();
        assertThat(refusal(400, "InvalidInput", () -> client.getHealthCheckStatus(r -> r.healthCheckId(all))))
                .contains("calculated");
        refusal(400, "InvalidInput", () -> client.getHealthCheckLastFailureReason(r -> r.healthCheckId(all)));
    }

    @Test
    void aRecordNamesACheckThatIsThere() {
        String id = id("one");
        ResourceRecordSet record = set("w.example.com.", RRType.A, 60, "192.0.2.1").toBuilder().setIdentifier("a")
                .weight(1L).healthCheckId(id).build();
        send(client, change("CREATE", record));
        assertThat(client.listResourceRecordSets(r -> r.hostedZoneId("ZEXAMPLE")).resourceRecordSets())
                .contains(record);
        ResourceRecordSet other = record.toBuilder().setIdentifier("b").healthCheckId("none").build();
        for (String action : List.of("CREATE", "UPSERT")) {
            assertThat(refusal(404, "NoSuchHealthCheck", () -> send(client, change(action, other))))
                    .isEqualTo("A health check with id none does not exist.");
        }
        client.deleteHealthCheck(r -> r.healthCheckId(id));
        refusal(404, "NoSuchHealthCheck", () -> send(client, change("UPSERT", record)));
        send(client, change("DELETE", record));
        assertThat(endpoint.zone().records()).hasSize(2);
    }

    @Test
    void whatIsNotThereIsTold() {
        String told = "A health check with id none does not exist.";
        assertThat(refusal(404, "NoSuchHealthCheck", () -> client.getHealthCheck(r -> r.healthCheckId("none"))))
                .isEqualTo(told);
        assertThat(refusal(404, "NoSuchHealthCheck", () -> client.deleteHealthCheck(r -> r.healthCheckId("none"))))
                .isEqualTo(told);
        refusal(404, "NoSuchHealthCheck", () -> client.getHealthCheckStatus(r -> r.healthCheckId("none")));
        refusal(404, "NoSuchHealthCheck", () -> client.getHealthCheckLastFailureReason(r -> r.healthCheckId("none")));
        String id = id("one");
        client.deleteHealthCheck(r -> r.healthCheckId(id));
        refusal(404, "NoSuchHealthCheck", () -> client.deleteHealthCheck(r -> r.healthCheckId(id)));
    }

    @Test
    void aBodyIsJudgedByItsForm() throws Exception {
        assertInvalid("healthcheck", "CreateHealthCheckRequest", "<CallerReference>x</CallerReference>",
                "Invalid XML ; cvc-complex-type.2.4.b", "HealthCheckConfig");
        assertInvalid("healthcheck", "CreateHealthCheckRequest", "<CallerReference>x</CallerReference>"
                + "<HealthCheckConfig><Type>PING</Type></HealthCheckConfig>", "Invalid XML ; cvc-enumeration-valid");
        assertInvalid("healthcheck", "CreateHealthCheckRequest", "<CallerReference>x</CallerReference>"
                + "<HealthCheckConfig><Type>HTTP</Type><Port>80</Port><Port>80</Port></HealthCheckConfig>",
                "Invalid XML ; cvc-complex-type.2.4");
        assertInvalid("healthcheck", "CreateHealthCheckRequest", "<CallerReference></CallerReference>"
                + "<HealthCheckConfig><Type>HTTP</Type></HealthCheckConfig>", "length between 1 and 64");
        String regions = IntStream.range(0, 2).mapToObj(i -> "<Region>us-east-1</Region>")
                .collect(Collectors.joining("", "<Regions>", "</Regions>"));
        assertInvalid("healthcheck", "CreateHealthCheckRequest", "<CallerReference>x</CallerReference>"
                + "<HealthCheckConfig><Type>HTTP</Type>" + regions + "</HealthCheckConfig>", "Invalid XML ; cvc-");
        assertInvalid("healthcheck/" + id("one"), "UpdateHealthCheckRequest", "<Type>TCP</Type>",
                "Invalid XML ; cvc-complex-type.2.4.a");
    }
}
