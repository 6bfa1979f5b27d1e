package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;

import static io.lbkeeper.route53.HostedZoneOperationsTest.zone;
import static io.lbkeeper.route53.Route53Operations.createHostedZone;
import static io.lbkeeper.route53.Route53Operations.deleteHostedZone;
import static io.lbkeeper.route53.Route53Operations.listResourceRecordSets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A hosted zone told by its name: looked up once, never guessed. */
@Timeout(60)
class HostedZoneByNameTest extends Route53TestBase {
    private static final String NAMED = "aws2-route53:named?hostedZoneName=Example.com";
    private static final String PUBLIC = zone("Z1", "example.com.", false, "the shop");
    private static final String PRIVATE = zone("Z2", "example.com.", true, null);
    private static final String NEXT = zone("Z3", "www.example.com.", false, null);
    private static final Answer GONE = Answer.error(404, "NoSuchHostedZone", "No hosted zone found with ID: Z1");

    @BeforeEach
    void withoutAZoneOfTheComponent() {
        options().setHostedZoneId(null);
    }

    private Route53Configuration options() {
        return context.getComponent("aws2-route53", Route53Component.class).getConfiguration();
    }

    private static Answer byName(String... zones) {
        return HostedZoneOperationsTest.zones("ListHostedZonesByName", false, "", zones);
    }

    private static Answer cut(String nextName, String nextId, String... zones) {
        return HostedZoneOperationsTest.zones("ListHostedZonesByName", true, "<NextDNSName>" + nextName
                + "</NextDNSName><NextHostedZoneId>" + nextId + "</NextHostedZoneId>", zones);
    }

    private Exchange list(String uri, Map<String, Object> headers) {
        return call(uri, listResourceRecordSets, null, headers);
    }

    private List<String> targets() {
        return server.requests().stream().map(FakeRoute53.Request::target).toList();
    }

    @Test
    void theIdIsAskedForOnceAndKept() {
        serverAnswers(byName(PUBLIC, NEXT), Answer.list());
        well(list(NAMED, Map.of()));
        well(list(NAMED, Map.of()));
        well(list(NAMED, Map.of(Route53Constants.HOSTED_ZONE_NAME, "EXAMPLE.com.")));
        assertThat(targets()).satisfiesExactly(
                target -> assertThat(target).startsWith("/2013-04-01/hostedzonesbyname?")
                        .contains("dnsname=example.com."),
                target -> assertThat(target).startsWith("/2013-04-01/hostedzone/Z1/rrset"),
                target -> assertThat(target).startsWith("/2013-04-01/hostedzone/Z1/rrset"),
                target -> assertThat(target).startsWith("/2013-04-01/hostedzone/Z1/rrset"));
    }

    @Test
    void theHeaderGoesBeforeTheOptionAndTheIdBeforeTheName() {
        serverAnswers(byName(zone("Z8", "example.net.", false, null)), Answer.list());
        well(list("aws2-route53:id?hostedZoneId=Z5", Map.of(Route53Constants.HOSTED_ZONE_NAME, "example.net")));
        assertThat(targets().get(1)).contains("/Z8/");
        well(list(NAMED, Map.of(Route53Constants.HOSTED_ZONE_ID, "/hostedzone/Z6")));
        well(list("aws2-route53:id?hostedZoneId=Z5", Map.of(Route53Constants.HOSTED_ZONE_ID, "Z7",
                Route53Constants.HOSTED_ZONE_NAME, "example.net")));
        assertThat(targets().subList(2, 4)).satisfiesExactly(target -> assertThat(target).contains("/Z6/"),
                target -> assertThat(target).contains("/Z7/"));
    }

    @Test
    void everyOperationWithAZoneTakesItsName() {
        Map<Route53Operations, String> paths = Map.of(Route53Operations.getHostedZone, "/hostedzone/Z1",
                Route53Operations.deleteHostedZone, "/hostedzone/Z1",
                Route53Operations.getRecord, "/hostedzone/Z1/rrset",
                Route53Operations.testDnsAnswer, "hostedzoneid=Z1",
                Route53Operations.listTagsForResource, "hostedzone/Z1",
                Route53Operations.upsertRecord, "/hostedzone/Z1/rrset");
        paths.forEach((operation, path) -> {
            serverAnswers(byName(PUBLIC, NEXT), Answer.of(500, ""));
            call("aws2-route53:" + operation + "?maxRetries=0", operation, address("a.example.com", "192.0.2.1"),
                    Map.of(Route53Constants.HOSTED_ZONE_NAME, "example.com", Route53Constants.RECORD_NAME,
                            "a.example.com", Route53Constants.RECORD_TYPE, "A", Route53Constants.RESOURCE_TYPE,
                            "hostedzone"));
            assertThat(targets().get(targets().size() - 1)).as(operation.name()).contains(path);
        });
    }

    @Test
    void aNameOfTwoZonesIsRefusedWithBoth() {
        serverAnswers(byName(PUBLIC, PRIVATE, NEXT));
        assertThat(list(NAMED, Map.of()).getException()).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 hosted zones are named example.com.")
                .hasMessageContaining("Z1 (public, 'the shop'), Z2 (private, no comment)")
                .hasMessageContaining("CamelAwsRoute53HostedZoneId").hasMessageNotContaining("Z3");
    }

    @Test
    void zonesOfTheNameOnLaterPagesCountToo() {
        serverAnswers(cut("example.com.", "Z2", PUBLIC), cut("www.example.com.", "Z3", PRIVATE), byName(NEXT));
        assertThat(list(NAMED, Map.of()).getException()).hasMessageContaining("Z1 (public")
                .hasMessageContaining("Z2 (private");
        assertThat(targets()).as("two pages; the third cannot have the name").hasSize(2);
        assertThat(targets().get(1)).contains("dnsname=example.com.", "hostedzoneid=Z2");
    }

    @Test
    void noZoneOfTheNameIsToldAndNotKept() {
        serverAnswers(byName(NEXT), byName(PUBLIC), Answer.list());
        assertThat(list(NAMED, Map.of()).getException()).isInstanceOfSatisfying(NoSuchHostedZoneException.class, e -> {
            assertThat(e).hasMessageContaining("no hosted zone named example.com.");
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo("NoSuchHostedZone");
        });
        well(list(NAMED, Map.of()));
    }

    @Test
    void anIdThatIsGoneIsForgotten() {
        serverAnswers(byName(PUBLIC), GONE, byName(zone("Z9", "example.com.", false, null)), Answer.list());
        assertThat(list(NAMED, Map.of()).getException()).isInstanceOf(NoSuchHostedZoneException.class);
        well(list(NAMED, Map.of()));
        assertThat(targets().get(3)).contains("/Z9/");
    }

    @Test
    void ownCreationsAndDeletionsAreMinded() {
        serverAnswers(byName(PUBLIC), Answer.list(), Answer.signed("CreateHostedZoneResponse",
                PRIVATE + FakeRoute53.CHANGE_INFO), byName(PUBLIC, PRIVATE));
        well(list(NAMED, Map.of()));
        well(call(NAMED, createHostedZone, null, Map.of()));
        assertThat(server.requests().get(2).body()).as("the name is the option's").contains("<Name>Example.com</Name>");
        assertThat(list(NAMED, Map.of()).getException()).hasMessageContaining("2 hosted zones");

        serverAnswers(byName(PUBLIC), Answer.signed("DeleteHostedZoneResponse", FakeRoute53.CHANGE_INFO), byName());
        well(call(NAMED, deleteHostedZone, null, Map.of()));
        assertThat(list(NAMED, Map.of()).getException()).hasMessageContaining("no hosted zone named");
    }

    @Test
    void anAnswerThatCannotBeTrustedIsNoMissingZone() {
        for (Answer answer : List.of(Answer.of(200, ""), Answer.of(200, "<html/>"),
                byName(zone("Z0", "a.com.", false, null)), byName(PUBLIC.replace("<Id>/hostedzone/Z1</Id>", "")),
                cut("", "", PUBLIC), cut("example.com.", "Z1", PUBLIC))) {
            serverAnswers(answer);
            assertThat(list(NAMED, Map.of()).getException()).as("after %s", answer).isInstanceOf(SdkException.class)
                    .isNotInstanceOf(NoSuchHostedZoneException.class).hasMessageContaining("cannot be trusted");
        }
    }

    @Test
    void aNameWithAnEscapeIsLookedForOnAllPages() {
        serverAnswers(cut("b.example.com.", "Z2", zone("Z1", "a.example.com.", false, null)),
                byName(zone("Z2", "0\\057255.2.0.192.in-addr.arpa.", false, null)), Answer.list());
        well(list("aws2-route53:arpa", Map.of(Route53Constants.HOSTED_ZONE_NAME, "0/255.2.0.192.in-addr.arpa")));
        assertThat(targets().get(2)).contains("/Z2/");
    }

    @Test
    void bothOptionsAreRefusedAtTheStart() {
        assertThatThrownBy(() -> context.getEndpoint(NAMED + "&hostedZoneId=Z1")).rootCause()
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("hostedZoneId is Z1")
                .hasMessageContaining("hostedZoneName is Example.com");
        Route53Configuration options = options();
        options.setHostedZoneId("Z1");
        options.setHostedZoneName("example.com");
        assertThatThrownBy(() -> context.getEndpoint("aws2-route53:both")).rootCause()
                .hasMessageContaining("set one of them");
    }

    @Test
    void theZoneOfTheUriGoesBeforeTheOneOfTheComponent() {
        Route53Configuration component = options();
        component.setHostedZoneId("Z1");
        assertThat(context.getEndpoint(NAMED, Route53Endpoint.class).getConfiguration().getHostedZoneId()).isNull();
        component.setHostedZoneId(null);
        component.setHostedZoneName("example.net");
        Route53Configuration byId = context.getEndpoint("aws2-route53:id?hostedZoneId=Z5", Route53Endpoint.class)
                .getConfiguration();
        assertThat(byId.getHostedZoneName()).isNull();
        assertThat(byId.getHostedZoneId()).isEqualTo("Z5");
    }

    @Test
    void theHealthCheckLooksTheZoneUp() {
        Route53Endpoint endpoint = context.getEndpoint(NAMED, Route53Endpoint.class);
        endpoint.start();
        Route53ProducerHealthCheck check = new Route53ProducerHealthCheck(endpoint);
        serverAnswers(byName(PUBLIC), Answer.list());
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
        assertThat(targets().get(1)).startsWith("/2013-04-01/hostedzone/Z1/rrset?").contains("maxitems=1");

        serverAnswers(GONE, byName(PUBLIC, PRIVATE), byName(), byName(PUBLIC), Answer.list());
        for (String part : List.of("No hosted zone found", "2 hosted zones", "no hosted zone named")) {
            HealthCheck.Result down = check.call();
            assertThat(down.getState()).as(part).isEqualTo(HealthCheck.State.DOWN);
            assertThat(down.getMessage().orElseThrow()).contains(part);
        }
        assertThat(check.call().getState()).isEqualTo(HealthCheck.State.UP);
    }
}
