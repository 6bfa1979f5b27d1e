package io.lbkeeper.localroute53.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lbkeeper.localroute53.health.HealthStatus;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.HealthCheckType;

/** What the operator says over HTTP, with no credentials. */
class LocalControlTest extends ApiStory {

    private String create() {
        return client.createHealthCheck(r -> r.callerReference("one").healthCheckConfig(c -> c
                .type(HealthCheckType.HTTP).fullyQualifiedDomainName("x.example"))).healthCheck().id();
    }

    private String local(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create(endpoint.api() + "/local/" + path)).method(method, BodyPublishers.ofString(body)).build(),
                BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void theStatusOfAHealthCheckIsSetAndRead() throws Exception {
        String path = "healthcheck/" + create() + "/status";
        assertThat(local("GET", path, "")).isEqualTo("200 healthy\n");
        assertThat(local("PUT", path, "unhealthy\n")).isEqualTo("200 unhealthy\n");
        assertThat(local("GET", path, "")).isEqualTo("200 unhealthy\n");
        assertThat(local("PUT", path, "unknown")).isEqualTo("200 unknown\n");
        assertThat(local("GET", path, "")).isEqualTo("200 healthy\n");
        assertThat(local("PUT", path, "unhealthy")).startsWith("200");
        assertThat(local("PUT", path, "healthy")).isEqualTo("200 healthy\n");
        assertThat(local("GET", path, "")).isEqualTo("200 healthy\n");
    }

    @Test
    void whatIsWrongIsTold() throws Exception {
        String id = create();
        assertThat(local("PUT", "healthcheck/" + id + "/status", "sick"))
                .isEqualTo("400 the body is not one of healthy, unhealthy, unknown: send one of these words\n");
        assertThat(local("POST", "healthcheck/" + id + "/status", "healthy")).startsWith("405 use GET, or PUT");
        assertThat(local("PUT", "healthcheck/none/status", "healthy")).isEqualTo("404 there is no health check none\n");
        assertThat(local("GET", "healthcheck/none/status", "")).isEqualTo("404 there is no health check none\n");
        assertThat(local("GET", "nothing", "")).startsWith("404 nothing is at /local/nothing;");
        String sum = client.createHealthCheck(r -> r.callerReference("two").healthCheckConfig(c -> c
                .type(HealthCheckType.CALCULATED).healthThreshold(1).childHealthChecks(id))).healthCheck().id();
        assertThat(local("PUT", "healthcheck/" + sum + "/status", "healthy")).startsWith("409 ")
                .contains("calculated from its children: set theirs");
        assertThatThrownBy(() -> endpoint.local.setHealth(sum, HealthStatus.HEALTHY))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("set theirs");
        assertThatThrownBy(() -> endpoint.local.setHealth("none", HealthStatus.HEALTHY))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("id none does not exist");
    }
}
