package io.lbkeeper.route53;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.route53.Route53Client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How the component is set up: properties, registry, catalogue, and what it refuses. */
class ComponentOptionsTest {
    private static final String PREFIX = "camel.component.aws2-route53.";

    @TempDir
    Path folder;
    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    private CamelContext started(Map<String, String> options) {
        Path file = folder.resolve("test.properties");
        try {
            Files.write(file, options.entrySet().stream()
                    .map(option -> PREFIX + option.getKey() + "=" + option.getValue()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        main.setPropertyPlaceholderLocations("file:" + file);
        main.start();
        return main.getCamelContext();
    }

    @Test
    void camelMainSetsTheOptions() {
        CamelContext context = started(Map.of("access-key", "AKIATEST", "secret-key", "s3cr3t", "hosted-zone-id", "Z1",
                "api-call-timeout", "3s", "api-call-attempt-timeout", "700ms", "max-retries", "1",
                "max-change-retries", "3", "operation", "getChange", "override-endpoint", "true",
                "uri-endpoint-override", "http://127.0.0.1:1"));
        Route53Configuration options = endpoint(context, "aws2-route53:lbkeeper").getConfiguration();
        assertThat(options.getLabel()).isEqualTo("lbkeeper");
        assertThat(options.getHostedZoneId()).isEqualTo("Z1");
        assertThat(options.getApiCallTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(options.getApiCallAttemptTimeout()).isEqualTo(Duration.ofMillis(700));
        assertThat(options.getMaxRetries()).isEqualTo(1);
        assertThat(options.getMaxChangeRetries()).isEqualTo(3);
        assertThat(options.getOperation()).isEqualTo(Route53Operations.getChange);
        assertThat(options.getUriEndpointOverride()).isEqualTo("http://127.0.0.1:1");
        assertThat(endpoint(context, "aws2-route53:other?hostedZoneId=Z2").getConfiguration().getHostedZoneId())
                .isEqualTo("Z2");
        assertThat(options.getHostedZoneId()).as("of the first endpoint, as each has its own copy").isEqualTo("Z1");
    }

    @Test
    void camelMainSetsTheOptionsOfTheConsumer() {
        MemoryStateRepository state = new MemoryStateRepository();
        main.bind("kept", state);
        Route53Configuration options = endpoint(started(Map.of("access-key", "AKIATEST", "secret-key", "s3cr3t",
                "emit-existing", "true", "events", "deleted", "record-names", ".example.com", "record-types", "A",
                "state-repository", "#bean:kept")), "aws2-route53:lbkeeper").getConfiguration();
        assertThat(options.isEmitExisting()).isTrue();
        assertThat(options.getEvents()).isEqualTo("deleted");
        assertThat(options.getRecordNames()).isEqualTo(".example.com");
        assertThat(options.getRecordTypes()).isEqualTo("A");
        assertThat(options.getStateRepository()).isSameAs(state);
    }

    @Test
    void aClientInTheRegistryIsUsedAndNotClosed() {
        ListedZone mine = new ListedZone(List.of(), 1, true);
        main.bind("anyName", mine);
        CamelContext context = started(Map.of());
        assertThat(endpoint(context, "aws2-route53:lbkeeper").getRoute53Client()).isSameAs(mine);
        main.stop();
        assertThat(mine.closed).as("the injected client is closed").isFalse();
    }

    @Test
    void anOwnClientIsClosedWithItsEndpoint() {
        try (FakeRoute53 server = new FakeRoute53()) {
            server.answers(Answer.change());
            CamelContext context = started(Map.of("access-key", "AKIATEST", "secret-key", "s3cr3t",
                    "override-endpoint", "true", "uri-endpoint-override", server.url()));
            Route53Client own = endpoint(context, "aws2-route53:lbkeeper").getRoute53Client();
            assertThat(own.getChange(change -> change.id("C1")).changeInfo().id()).isEqualTo("C1");
            main.stop();
            assertThatThrownBy(() -> own.getChange(change -> change.id("C1")))
                    .as("a call of the closed client").isInstanceOf(RejectedExecutionException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() {
        Map<String, String> wrong = Map.of("accessKey=a", "secretKey", "secretKey=a", "accessKey",
                "useSessionCredentials=true&accessKey=a&secretKey=b", "sessionToken",
                "overrideEndpoint=true", "uriEndpointOverride is null",
                "uriEndpointOverride=http://127.0.0.1:1", "overrideEndpoint is false",
                "proxyHost=a", "proxyPort", "maxRetries=-1", "maxRetries is -1", "maxChangeRetries=-1",
                "maxChangeRetries is -1",
                "apiCallTimeout=0", "apiCallTimeout is PT0S", "apiCallAttemptTimeout=0", "apiCallAttemptTimeout");
        CamelContext context = started(Map.of());
        wrong.forEach((options, part) -> assertThatThrownBy(() -> context.getEndpoint("aws2-route53:a?" + options))
                .as(options).rootCause().isInstanceOf(IllegalArgumentException.class).hasMessageContaining(part));
    }

    @Test
    void secretsAreNotShown() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        try {
            CamelContext context = started(Map.of("access-key", "AKIATEST", "secret-key", "s3cr3t", "session-token",
                    "t0k3n", "use-session-credentials", "true"));
            String shown = endpoint(context, "aws2-route53:a?accessKey=AKIATEST&secretKey=s3cr3t&sessionToken=t0k3n")
                    .toString();
            assertThat(shown).doesNotContain("AKIATEST", "s3cr3t", "t0k3n").contains("secretKey=xxxxxx");
            assertThat(context.getCamelContextExtension().getEndpointUriFactory("aws2-route53").secretPropertyNames())
                    .containsExactlyInAnyOrder("accessKey", "secretKey", "sessionToken");
            assertThat(URISupport.sanitizeUri("aws2-route53:a?sessionToken=t0k3n&secretKey=s3cr3t"))
                    .doesNotContain("t0k3n", "s3cr3t");
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }
        // Below INFO camel-main itself writes every property, whatever component it belongs to.
        List<String> lines = log.list.stream().filter(line -> line.getLevel().isGreaterOrEqual(Level.INFO))
                .map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines).as("the summary of the options")
                .anyMatch(line -> line.matches("(?i).*secret-?key *= *xxxxxx.*"));
        assertThat(lines).noneMatch(line -> line.contains("s3cr3t") || line.contains("t0k3n"));
    }

    @Test
    void theCatalogueKnowsTheComponent() throws IOException {
        try (InputStream json = getClass().getResourceAsStream("/META-INF/io/lbkeeper/route53/aws2-route53.json")) {
            assertThat(new String(json.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"scheme\": \"aws2-route53\"", "\"producerOnly\": false", "\"consumerOnly\": false",
                            "\"CamelAwsRoute53RecordNames\"", "io.lbkeeper.route53.Route53Constants#RECORD_NAMES");
        }
    }

    @Test
    void aProxyIsAskedInTheirStead() {
        try (FakeRoute53 proxy = new FakeRoute53()) {
            proxy.answers(Answer.change());
            String port = proxy.url().replaceAll(".*:", "");
            CamelContext context = started(Map.of("access-key", "AKIATEST", "secret-key", "s3cr3t",
                    "override-endpoint", "true", "uri-endpoint-override", "http://route53.invalid",
                    "proxy-host", "127.0.0.1", "proxy-port", port, "proxy-protocol", "HTTP"));
            Exchange answer = context.createProducerTemplate().send("aws2-route53:a?operation=getChange",
                    exchange -> exchange.getMessage().setHeader(Route53Constants.CHANGE_ID, "C1"));
            assertThat(answer.getException()).isNull();
            assertThat(proxy.request().target()).contains("route53.invalid/2013-04-01/change/C1");
        }
    }

    private static Route53Endpoint endpoint(CamelContext context, String uri) {
        return context.getEndpoint(uri, Route53Endpoint.class);
    }
}
