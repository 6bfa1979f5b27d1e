package io.lbkeeper.route53;

import static io.lbkeeper.route53.Route53TestBase.URI;
import static io.lbkeeper.route53.Route53TestBase.well;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.localroute53.health.HealthStatus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.route53.model.HealthCheck;
import software.amazon.awssdk.services.route53.model.HealthCheckConfig;
import software.amazon.awssdk.services.route53.model.HealthCheckVersionMismatchException;
import software.amazon.awssdk.services.route53.model.HostedZoneAlreadyExistsException;
import software.amazon.awssdk.services.route53.model.HostedZoneNotEmptyException;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;
import software.amazon.awssdk.services.route53.model.NoSuchHealthCheckException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;

/** The operations on zones, health checks, tags and changes, through the real SDK against the local endpoint. */
@Timeout(60)
class LocalZonesTest extends CamelTestSupport {
    private static final Duration IN_SYNC_AFTER = Duration.ofMillis(400);
    private LocalRoute53 local;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        local = LocalRoute53.start(any, any, List.of(HostedZone.create("ZSEED", "example.com")), IN_SYNC_AFTER);
        Route53Component component = Route53TestBase.component("http://127.0.0.1:" + local.apiPort());
        component.getConfiguration().setWaitInterval(Duration.ofMillis(50));
        CamelContext made = super.createCamelContext();
        made.addComponent("aws2-route53", component);
        return made;
    }

    @AfterEach
    void closeEndpoint() {
        local.close();
    }

    /** Calls with headers given as name, value, name, value … */
    private Exchange call(Route53Operations operation, Object body, Object... headers) {
        Map<String, Object> all = new HashMap<>(Map.of(Route53Constants.OPERATION, operation));
        for (int i = 0; i < headers.length; i += 2) {
            all.put((String) headers[i], headers[i + 1]);
        }
        return template.send(URI, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(all);
        });
    }

    private static <T> T header(Exchange exchange, String name, Class<T> type) {
        return exchange.getMessage().getHeader(name, type);
    }

    private static List<?> list(Exchange exchange) {
        return well(exchange).getMessage().getBody(List.class);
    }

    @Test
    void aZoneFromItsCreationToItsDeletion() {
        String name = Route53Constants.HOSTED_ZONE_NAME;
        Exchange created = well(call(Route53Operations.createHostedZone, null, name, "example.org",
                Route53Constants.HOSTED_ZONE_COMMENT, "a test"));
        String id = header(created, Route53Constants.HOSTED_ZONE_ID, String.class);
        String reference = created.getMessage()
                .getBody(software.amazon.awssdk.services.route53.model.HostedZone.class).callerReference();
        assertThat(header(created, Route53Constants.CHANGE_STATUS, String.class)).isEqualTo("PENDING");
        assertThat(created.getMessage().getHeaders()).containsKey(Route53Constants.NAME_SERVERS);
        Exchange inSync = well(call(Route53Operations.waitForChange, null, Route53Constants.CHANGE_ID,
                header(created, Route53Constants.CHANGE_ID, String.class)));
        assertThat(header(inSync, Route53Constants.CHANGE_STATUS, String.class)).isEqualTo("INSYNC");
        Exchange change = well(call(Route53Operations.getChange, null, Route53Constants.CHANGE_ID,
                header(created, Route53Constants.CHANGE_ID, String.class)));
        assertThat(header(change, Route53Constants.CHANGE_STATUS, String.class)).isEqualTo("INSYNC");

        Exchange got = well(call(Route53Operations.getHostedZone, null, name, "Example.ORG"));
        assertThat(got.getMessage().getBody(software.amazon.awssdk.services.route53.model.HostedZone.class))
                .satisfies(zone -> {
                    assertThat(zone.id()).isEqualTo(id);
                    assertThat(zone.config().comment()).isEqualTo("a test");
                    assertThat(zone.callerReference()).isEqualTo(reference);
                });
        assertThat(call(Route53Operations.createHostedZone, null, name, "example.org",
                Route53Constants.CALLER_REFERENCE, reference).getException())
                .isInstanceOf(HostedZoneAlreadyExistsException.class);

        String[] record = {Route53Constants.RECORD_NAME, "www.example.org", Route53Constants.RECORD_TYPE, "A"};
        well(call(Route53Operations.upsertRecord, null, name, "example.org", record[0], record[1], record[2], record[3],
                Route53Constants.RECORD_TTL, 60, Route53Constants.RECORD_VALUES, "192.0.2.1"));
        Exchange answer = well(call(Route53Operations.testDnsAnswer, null, name, "example.org", record[0], record[1],
                record[2], record[3]));
        assertThat(answer.getMessage().getBody()).isEqualTo(List.of("192.0.2.1"));
        assertThat(header(answer, Route53Constants.RESPONSE_CODE, String.class)).isEqualTo("NOERROR");
        assertThat(call(Route53Operations.deleteHostedZone, null, name, "example.org").getException())
                .isInstanceOf(HostedZoneNotEmptyException.class);
        well(call(Route53Operations.deleteRecord, null, name, "example.org", record[0], record[1], record[2], record[3],
                Route53Constants.RECORD_TTL, 60, Route53Constants.RECORD_VALUES, "192.0.2.1"));
        Exchange deleted = well(call(Route53Operations.deleteHostedZone, null, name, "example.org"));
        assertThat(header(deleted, Route53Constants.CHANGE_STATUS, String.class)).isEqualTo("PENDING");
        assertThat(call(Route53Operations.getHostedZone, null, name, "example.org").getException())
                .isInstanceOf(NoSuchHostedZoneException.class).hasMessageContaining("no hosted zone named");
        assertThat(call(Route53Operations.getHostedZone, null, Route53Constants.HOSTED_ZONE_ID, id).getException())
                .isInstanceOf(NoSuchHostedZoneException.class);
    }

    @Test
    void aPrivateZoneBesideAPublicOneOfItsNameMustBeToldByItsId() {
        Exchange created = well(call(Route53Operations.createHostedZone, null, Route53Constants.HOSTED_ZONE_NAME,
                "example.com", Route53Constants.VPC_ID, "vpc-0123456789abcdef0",
                Route53Constants.VPC_REGION, "us-east-1", Route53Constants.HOSTED_ZONE_COMMENT, "inside"));
        String id = header(created, Route53Constants.HOSTED_ZONE_ID, String.class);
        assertThat(call(Route53Operations.getHostedZone, null, Route53Constants.HOSTED_ZONE_NAME, "example.com")
                .getException()).hasMessageContaining("ZSEED (public")
                .hasMessageContaining(id + " (private, 'inside')");
        Exchange got = well(call(Route53Operations.getHostedZone, null, Route53Constants.HOSTED_ZONE_ID, id));
        assertThat(got.getMessage().getBody(software.amazon.awssdk.services.route53.model.HostedZone.class).config()
                .privateZone()).isTrue();
    }

    @Test
    void zonesAndHealthChecksAreListedPageByPage() {
        for (String name : List.of("a.example.net", "b.example.net", "example.org")) {
            well(call(Route53Operations.createHostedZone, null, Route53Constants.HOSTED_ZONE_NAME, name));
            well(call(Route53Operations.createHealthCheck, null, Route53Constants.HEALTH_CHECK_TYPE, "TCP",
                    Route53Constants.HEALTH_CHECK_PORT, 443, Route53Constants.HEALTH_CHECK_DOMAIN_NAME, name));
        }
        assertThat(pages(Route53Operations.listHostedZones, Map.of(Route53Constants.NEXT_MARKER,
                Route53Constants.MARKER))).extracting("name")
                .containsExactlyInAnyOrder("example.com.", "a.example.net.", "b.example.net.", "example.org.");
        assertThat(pages(Route53Operations.listHostedZonesByName, Map.of(Route53Constants.NEXT_HOSTED_ZONE_NAME,
                Route53Constants.START_HOSTED_ZONE_NAME, Route53Constants.NEXT_HOSTED_ZONE_ID,
                Route53Constants.START_HOSTED_ZONE_ID))).extracting("name")
                .containsExactly("example.com.", "a.example.net.", "b.example.net.", "example.org.");
        assertThat(pages(Route53Operations.listHealthChecks, Map.of(Route53Constants.NEXT_MARKER,
                Route53Constants.MARKER))).hasSize(3).doesNotHaveDuplicates();
    }

    /** All pages of one item each. @param next which header of an answer becomes which of the next call */
    private List<Object> pages(Route53Operations operation, Map<String, String> next) {
        List<Object> all = new ArrayList<>();
        Map<String, Object> headers = new HashMap<>();
        Exchange page;
        do {
            headers.put(Route53Constants.MAX_ITEMS, 1);
            page = call(operation, null, headers.entrySet().stream()
                    .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())).toArray());
            all.addAll(list(page));
            headers.clear();
            for (Map.Entry<String, String> entry : next.entrySet()) {
                headers.put(entry.getValue(), page.getMessage().getHeader(entry.getKey()));
            }
        } while (header(page, Route53Constants.IS_TRUNCATED, Boolean.class));
        return all;
    }

    @Test
    void aHealthCheckFromItsCreationToItsDeletion() {
        Object[] wanted = {Route53Constants.HEALTH_CHECK_TYPE, "HTTP", Route53Constants.HEALTH_CHECK_DOMAIN_NAME,
            "www.example.com", Route53Constants.HEALTH_CHECK_PORT, 80, Route53Constants.CALLER_REFERENCE, "once"};
        Exchange created = well(call(Route53Operations.createHealthCheck, null, wanted));
        String id = header(created, Route53Constants.HEALTH_CHECK_ID, String.class);
        assertThat(header(well(call(Route53Operations.createHealthCheck, null, wanted)),
                Route53Constants.HEALTH_CHECK_ID, String.class)).as("the same again").isEqualTo(id);
        Object[] it = {Route53Constants.HEALTH_CHECK_ID, id};

        Exchange got = well(call(Route53Operations.getHealthCheck, null, it));
        HealthCheckConfig config = got.getMessage().getBody(HealthCheck.class).healthCheckConfig();
        assertThat(config.port()).isEqualTo(80);
        Long version = header(got, Route53Constants.HEALTH_CHECK_VERSION, Long.class);
        Object[] ofVersion = {it[0], id, Route53Constants.HEALTH_CHECK_VERSION, version};
        Exchange updated = well(call(Route53Operations.updateHealthCheck, config.toBuilder().port(8080).build(),
                ofVersion));
        assertThat(updated.getMessage().getBody(HealthCheck.class).healthCheckConfig().port()).isEqualTo(8080);
        assertThat(header(updated, Route53Constants.HEALTH_CHECK_VERSION, Long.class)).isGreaterThan(version);
        assertThat(call(Route53Operations.updateHealthCheck, config, ofVersion).getException())
                .isInstanceOf(HealthCheckVersionMismatchException.class);

        local.setHealth(id, HealthStatus.UNHEALTHY);
        assertThat(list(call(Route53Operations.getHealthCheckStatus, null, it))).isNotEmpty()
                .extracting("statusReport.status").asString().contains("Failure");
        well(call(Route53Operations.deleteHealthCheck, null, it));
        for (Route53Operations gone : List.of(Route53Operations.getHealthCheck, Route53Operations.deleteHealthCheck,
                Route53Operations.getHealthCheckStatus)) {
            assertThat(call(gone, null, it).getException()).as(gone.name())
                    .isInstanceOf(NoSuchHealthCheckException.class);
        }
    }

    @Test
    void tagsOfZonesAndHealthChecks() {
        String check = header(well(call(Route53Operations.createHealthCheck, null, Route53Constants.HEALTH_CHECK_TYPE,
                "TCP", Route53Constants.HEALTH_CHECK_PORT, 1, Route53Constants.HEALTH_CHECK_DOMAIN_NAME, "a.com")),
                Route53Constants.HEALTH_CHECK_ID, String.class);
        Map<String, Object[]> resources = Map.of(
                "hostedzone", new Object[] {Route53Constants.HOSTED_ZONE_NAME, "example.com"},
                "healthcheck", new Object[] {Route53Constants.RESOURCE_ID, check});
        resources.forEach((type, resource) -> {
            Object[] it = {Route53Constants.RESOURCE_TYPE, type, resource[0], resource[1]};
            well(call(Route53Operations.changeTagsForResource, null, it[0], it[1], it[2], it[3],
                    Route53Constants.TAGS, "team=edge,stage=test"));
            well(call(Route53Operations.changeTagsForResource, null, it[0], it[1], it[2], it[3],
                    Route53Constants.TAGS, Map.of("team", "core"), Route53Constants.REMOVE_TAG_KEYS, "stage"));
            assertThat(well(call(Route53Operations.listTagsForResource, null, it)).getMessage().getBody())
                    .as("the tags of the %s", type).isEqualTo(Map.of("team", "core"));
        });
    }

    @Test
    void aWaitOutlastsAnApiThatIsDownAndEndsForAnUnknownChange() {
        Exchange changed = well(call(Route53Operations.upsertRecord, null, Route53Constants.HOSTED_ZONE_ID, "ZSEED",
                Route53Constants.RECORD_NAME, "www.example.com", Route53Constants.RECORD_TYPE, "A",
                Route53Constants.RECORD_TTL, 60, Route53Constants.RECORD_VALUES, "192.0.2.1"));
        String id = header(changed, Route53Constants.CHANGE_ID, String.class);
        local.faults().add("throttle:GetChange:5");
        Exchange inSync = well(call(Route53Operations.waitForChange, null, Route53Constants.CHANGE_ID, id));
        assertThat(header(inSync, Route53Constants.CHANGE_STATUS, String.class)).isEqualTo("INSYNC");
        assertThat(call(Route53Operations.waitForChange, null, Route53Constants.CHANGE_ID, "CNOSUCH").getException())
                .isInstanceOf(NoSuchChangeException.class);
    }
}
