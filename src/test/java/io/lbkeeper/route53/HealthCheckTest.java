package io.lbkeeper.route53;

import java.util.Collection;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** The producer's health check, as camel-main runs it. */
@Timeout(60)
class HealthCheckTest {
    private final FakeRoute53 server = new FakeRoute53();
    private final Main main = new Main();

    @BeforeEach
    void component() {
        server.answers(Answer.list());
        main.bind("aws2-route53", Route53TestBase.component(server));
        main.addInitialProperty("camel.health.producers-enabled", "true");
        main.addInitialProperty("camel.health.exposure-level", "full");
    }

    @AfterEach
    void stop() {
        main.stop();
        server.close();
    }

    private HealthCheck.Result result(String uri) {
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:a").to(uri);
            }
        });
        main.start();
        return result();
    }

    private HealthCheck.Result result() {
        Collection<HealthCheck.Result> results = HealthCheckHelper.invoke(main.getCamelContext());
        return results.stream().filter(each -> each.getCheck().getId().contains("aws2-route53")).findFirst()
                .orElseThrow(() -> new AssertionError("no check of aws2-route53 in " + results));
    }

    @Test
    void itAsksForOneRecordOfTheZone() {
        assertThat(result("aws2-route53:a").getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(server.request().target()).startsWith("/2013-04-01/hostedzone/ZEXAMPLE/rrset?")
                .contains("maxitems=1");
        server.answers(Answer.error(403, "AccessDenied", "not for you"));
        HealthCheck.Result denied = result();
        assertThat(denied.getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(denied.getMessage().orElseThrow()).contains("not for you");
        assertThat(denied.getDetails()).containsEntry("service.status.code", 403).containsValue("AccessDenied");
        server.answers(Answer.of(200, "<html/>"));
        assertThat(result().getState()).isEqualTo(HealthCheck.State.DOWN);
        server.answers(Answer.list());
        assertThat(result().getState()).isEqualTo(HealthCheck.State.UP);
    }

    @Test
    void aSilentServerIsDownWithinOneAttempt() {
        server.answers(Answer.silence());
        long start = System.nanoTime();
        assertThat(result("aws2-route53:a?apiCallAttemptTimeout=2s").getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat((System.nanoTime() - start) / 1_000_000)
                .as("milliseconds, with the start of Camel; three attempts would take over 6,000").isLessThan(5000);
    }

    @Test
    void withoutAZoneNothingIsAsked() {
        main.lookup("aws2-route53", Route53Component.class).getConfiguration().setHostedZoneId(null);
        HealthCheck.Result result = result("aws2-route53:a");
        assertThat(result.getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(result.getMessage().orElseThrow()).contains("hostedZoneId is not set");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void itCanBeSwitchedOff() {
        main.addInitialProperty("camel.component.aws2-route53.health-check-producer-enabled", "false");
        assertThat(result("aws2-route53:a").getMessage()).hasValue("Disabled");
        assertThat(server.requests()).isEmpty();
    }
}
