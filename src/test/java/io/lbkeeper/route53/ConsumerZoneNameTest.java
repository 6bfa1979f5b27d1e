package io.lbkeeper.route53;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** A consumer whose zone is told by its name. */
@Timeout(60)
class ConsumerZoneNameTest {

    @Test
    void aZoneMayBeToldByItsName() {
        MemoryStateRepository state = new MemoryStateRepository();
        try (WatchedZone zone = new WatchedZone();
                Watch watch = new Watch(zone.component(), "&hostedZoneName=Example.com", state)) {
            watch.poll();
            zone.upsert(WatchedZone.set("www.example.com.", "A", "192.0.2.1"));
            assertThat(watch.poll())
                    .extracting(each -> each.getMessage().getHeader(Route53Constants.EVENT_HOSTED_ZONE_ID))
                    .containsExactly(WatchedZone.ZONE);
            assertThat(state.getState("aws2-route53/zone/example.com./begun")).isEqualTo("1");
        }
    }

    @Test
    void aZoneOfThatNameIsLookedForAnewWhenItIsNoMore() {
        try (FakeRoute53 server = new FakeRoute53()) {
            Route53Component component = WatchedZone.component(server.url());
            Answer soa = Answer.list(FakeRoute53.set("example.com.", "SOA", 900, "x"));
            server.answers(zones("ZOLD"), soa, Answer.error(404, "NoSuchHostedZone", "No hosted zone found"),
                    zones("ZNEW"), soa);
            try (Watch watch = new Watch(component, "&hostedZoneName=example.com", null)) {
                for (int i = 0; i < 3; i++) {
                    assertThat(watch.poll()).isEmpty();
                }
            }
            assertThat(server.requests()).extracting(FakeRoute53.Request::target)
                    .filteredOn(target -> target.contains("/rrset"))
                    .extracting(target -> target.replaceAll(".*hostedzone/(\\w+)/.*", "$1"))
                    .containsExactly("ZOLD", "ZOLD", "ZNEW");
        }
    }

    private static Answer zones(String id) {
        return Answer.of(200, "<ListHostedZonesByNameResponse " + FakeRoute53.NAMESPACE + "><HostedZones><HostedZone>"
                + "<Id>/hostedzone/" + id + "</Id><Name>example.com.</Name><CallerReference>r</CallerReference>"
                + "</HostedZone></HostedZones><IsTruncated>false</IsTruncated><MaxItems>100</MaxItems>"
                + "</ListHostedZonesByNameResponse>");
    }
}
