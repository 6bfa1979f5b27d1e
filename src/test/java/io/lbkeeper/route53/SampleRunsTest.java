package io.lbkeeper.route53;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.localroute53.LocalRoute53;
import io.lbkeeper.localroute53.account.HostedZone;
import io.lbkeeper.route53.PageSamples.Sample;
import io.lbkeeper.route53.client.Route53ClientFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;

/** Each sample of the component's page, loaded as it stands and run against the local endpoint. */
class SampleRunsTest {
    private static final String ZONE = "Z0123456789EXAMPLE";
    private static final String HEALTH_CHECK = "abcdef11-2222-3333-4444-555555fedcba";
    private static final String CHANGE = "C0123456789EXAMPLE";

    @TempDir
    Path folder;
    private final CamelContext context = new DefaultCamelContext();
    private LocalRoute53 local;

    static List<Sample> samples() {
        return PageSamples.all();
    }

    @BeforeEach
    void start() throws Exception {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        local = LocalRoute53.start(any, any, List.of(HostedZone.create(ZONE, "example.com"),
                HostedZone.create("Z0123456789OTHER", "example.net")), Duration.ZERO);
    }

    @AfterEach
    void stop() {
        context.stop();
        local.close();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void runs(Sample sample) throws Exception {
        Route53Component component = component();
        context.addComponent("aws2-route53", component);
        context.getRegistry().bind("changesOfTheDay", new PageSamples.ChangesOfTheDay());
        Sample real = sample.with(CHANGE, seededChange(component.getConfiguration()))
                .with(HEALTH_CHECK, seededHealthCheck(component.getConfiguration()))
                .with("data/zone-state", folder.resolve("zone-state").toString());
        real.loadInto(context, folder);
        context.start();
        assertThat(context.getRoutes()).as("the routes of %s", sample).isNotEmpty();
        if (real.start() != null) {
            Exchange end = context.createProducerTemplate().send(real.start(), exchange ->
                    exchange.getMessage().setBody(new PageSamples.ChangesOfTheDay().batch()));
            assertThat(end.getException()).as("the end of %s:%n%s", sample, real.text()).isNull();
        }
    }

    private Route53Component component() {
        Route53Component component = Route53TestBase.component("http://127.0.0.1:" + local.apiPort());
        component.getConfiguration().setHostedZoneId(ZONE);
        return component;
    }

    /** Puts the record there that the samples speak of. */
    private static String seededChange(Route53Configuration options) {
        try (Route53Client client = Route53ClientFactory.create(options)) {
            Change www = Route53TestBase.change(ChangeAction.CREATE, "www.example.com", "192.0.2.1");
            return client.changeResourceRecordSets(request -> request.hostedZoneId(ZONE)
                    .changeBatch(batch -> batch.changes(www))).changeInfo().id();
        }
    }

    private static String seededHealthCheck(Route53Configuration options) {
        try (Route53Client client = Route53ClientFactory.create(options)) {
            return client.createHealthCheck(request -> request.callerReference("samples").healthCheckConfig(check ->
                    check.type("TCP").fullyQualifiedDomainName("www.example.com").port(443))).healthCheck().id();
        }
    }

    @Test
    void thereAreSamples() {
        assertThat(samples()).hasSizeGreaterThan(2 * Route53Operations.values().length);
    }
}
