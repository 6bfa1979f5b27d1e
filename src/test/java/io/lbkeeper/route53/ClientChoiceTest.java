package io.lbkeeper.route53;

import java.util.List;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckRepository;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.DefaultHealthCheckRegistry;
import org.apache.camel.model.Model;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Which client and which options an endpoint ends with, as in the other components of the family. */
@Timeout(60)
class ClientChoiceTest {
    private static final String KEYS = "accessKey=AKIATEST&secretKey=s3cr3t";
    private final CamelContext context = new DefaultCamelContext();
    private final ListedZone one = new ListedZone(List.of(), 1, true);
    private final ListedZone other = new ListedZone(List.of(), 1, true);

    @AfterEach
    void stop() {
        context.stop();
    }

    private Route53Endpoint endpoint(String uri) {
        context.start();
        return context.getEndpoint(uri, Route53Endpoint.class);
    }

    @Test
    void theOnlyClientOfTheRegistryIsUsed() {
        context.getRegistry().bind("client", one);
        assertThat(endpoint("aws2-route53:a").getRoute53Client()).isSameAs(one);
    }

    @Test
    void ofTwoClientsNoneIs() {
        context.getRegistry().bind("client", one);
        context.getRegistry().bind("client2", other);
        assertThat(endpoint("aws2-route53:a?" + KEYS).getRoute53Client()).isNotNull().isNotIn(one, other);
    }

    @Test
    void theOneThatIsNamedIs() {
        context.getRegistry().bind("client", one);
        context.getRegistry().bind("client2", other);
        assertThat(endpoint("aws2-route53:a?route53Client=#client2").getRoute53Client()).isSameAs(other);
    }

    @Test
    void theOnlyClientIsNotUsedWhereAutowiringIsOff() {
        context.getRegistry().bind("client", one);
        Route53Component component = new Route53Component();
        component.setAutowiredEnabled(false);
        context.addComponent("aws2-route53", component);
        assertThat(endpoint("aws2-route53:a?" + KEYS).getRoute53Client()).isNotNull().isNotSameAs(one);
    }

    @Test
    void aClientIsUsedByTheConsumerToo() throws Exception {
        context.getRegistry().bind("client", one);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("aws2-route53:a?hostedZoneId=Z1&recordNames=www.example.com&startScheduler=false").routeId("r")
                        .to("log:a");
            }
        });
        context.start();
        ((Route53Consumer) context.getRoute("r").getConsumer()).run();
        assertThat(one.calls).isEqualTo(1);
    }

    @Test
    void whatTheUriSaysGoesBeforeTheComponentAndForItAlone() {
        Route53Configuration shared = new Route53Configuration();
        shared.setAccessKey("AKIASHARED");
        shared.setSecretKey("shared");
        shared.setHostedZoneId("ZSHARED");
        shared.setRegion("eu-west-1");
        shared.setEvents("deleted");
        context.getComponent("aws2-route53", Route53Component.class).setConfiguration(shared);
        Route53Configuration plain = endpoint("aws2-route53:plain").getConfiguration();
        Route53Configuration own = endpoint("aws2-route53:own?accessKey=AKIAOWN&secretKey=own&hostedZoneId=ZOWN"
                + "&region=cn-north-1&events=created&proxyHost=p&proxyPort=1&proxyProtocol=HTTP").getConfiguration();
        Route53Configuration after = endpoint("aws2-route53:after").getConfiguration();
        for (Route53Configuration each : List.of(plain, after, shared)) {
            assertThat(each).as("the options of %s", each.getLabel())
                    .returns("AKIASHARED", Route53Configuration::getAccessKey)
                    .returns("shared", Route53Configuration::getSecretKey)
                    .returns("ZSHARED", Route53Configuration::getHostedZoneId)
                    .returns("eu-west-1", Route53Configuration::getRegion)
                    .returns("deleted", Route53Configuration::getEvents)
                    .returns(null, Route53Configuration::getProxyHost);
        }
        assertThat(own).returns("AKIAOWN", Route53Configuration::getAccessKey)
                .returns("own", Route53Configuration::getSecretKey)
                .returns("ZOWN", Route53Configuration::getHostedZoneId)
                .returns("cn-north-1", Route53Configuration::getRegion)
                .returns("created", Route53Configuration::getEvents)
                .returns("p", Route53Configuration::getProxyHost)
                .returns(1, Route53Configuration::getProxyPort);
        assertThat(shared.getLabel()).isNull();
    }

    @Test
    void aLazyProducerStartsWithTheFirstMessage() throws Exception {
        context.getCamelContextExtension().addContextPlugin(HealthCheckRegistry.class,
                new DefaultHealthCheckRegistry(context));
        try (FakeRoute53 server = new FakeRoute53()) {
            server.answers(Answer.list());
            context.addComponent("aws2-route53", Route53TestBase.component(server));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:lazy").to("aws2-route53:a?lazyStartProducer=true&operation=listResourceRecordSets");
                }
            });
            HealthCheckHelper.getHealthCheckRepository(context, "producers").setEnabled(true);
            context.start();
            assertThat(producerChecks()).as("health checks, which a producer makes when it starts").isZero();
            context.createProducerTemplate().sendBody("direct:lazy", null);
            assertThat(producerChecks()).isEqualTo(1);
        }
    }

    private long producerChecks() {
        HealthCheckRepository producers = HealthCheckHelper.getHealthCheckRepository(context, "producers");
        return producers.stream().filter(check -> check.getId().contains("aws2-route53")).count();
    }

    @Test
    void aDumpedRouteShowsNoSecret() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("aws2-route53:a?hostedZoneId=Z1&startScheduler=false&useSessionCredentials=true&" + KEYS
                        + "&sessionToken=t0k3n").routeId("dumped").to("aws2-route53:b?" + KEYS);
            }
        });
        context.start();
        String dump = PluginHelper.getModelToXMLDumper(context.getCamelContextExtension())
                .dumpModelAsXml(context, context.getCamelContextExtension().getContextPlugin(Model.class)
                        .getRouteDefinition("dumped"));
        String shown = context.getRoute("dumped").getEndpoint() + " " + context.getEndpoints() + " "
                + context.getRoute("dumped").getConsumer();
        assertThat(shown).contains("secretKey=xxxxxx", "sessionToken=xxxxxx")
                .doesNotContain("AKIATEST", "s3cr3t", "t0k3n");
        assertThat(dump).contains("aws2-route53:a");
    }
}
