package io.lbkeeper.localroute53.api;

import static io.lbkeeper.localroute53.LocalEndpoint.change;
import static io.lbkeeper.localroute53.LocalEndpoint.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import software.amazon.awssdk.services.route53.model.RRType;

/** Which of several zones answers over DNS, as they come and go through the API. */
class SeveralZonesTest extends ApiStory {

    private String ask(String name) throws IOException {
        Message answer = new SimpleResolver(endpoint.dns()).send(Message.newQuery(
                Record.newRecord(Name.fromString(name + "."), Type.A, DClass.IN)));
        return answer.getSection(Section.ANSWER).isEmpty() ? Rcode.string(answer.getRcode())
                : answer.getSection(Section.ANSWER).get(0).rdataToString();
    }

    private void put(String zone, String name, String address) {
        client.changeResourceRecordSets(r -> r.hostedZoneId(zone).changeBatch(b -> b.changes(
                change("CREATE", set(name, RRType.A, 60, address)))));
    }

    private String create(String name, String reference) {
        return client.createHostedZone(r -> r.name(name).callerReference(reference)).hostedZone().id();
    }

    @Test
    void ofOneNameTheOldestAnswers() throws IOException {
        String first = create("example.org", "one");
        put(first, "a.example.org", "192.0.2.1");
        for (int i = 0; i < 5; i++) {
            put(create("example.org", "more " + i), "a.example.org", "192.0.2.2");
        }
        client.updateHostedZoneComment(r -> r.id(first).comment("a change makes it no younger"));
        assertThat(ask("a.example.org")).isEqualTo("192.0.2.1");
        client.changeResourceRecordSets(r -> r.hostedZoneId(first).changeBatch(b -> b.changes(
                change("DELETE", set("a.example.org", RRType.A, 60, "192.0.2.1")))));
        assertThat(ask("a.example.org")).isEqualTo("NXDOMAIN");
        client.deleteHostedZone(r -> r.id(first));
        assertThat(ask("a.example.org")).isEqualTo("192.0.2.2");
    }

    @Test
    void theClosestAnswers() throws IOException {
        put("ZEXAMPLE", "a.in.example.com", "192.0.2.1");
        String inner = create("in.example.com", "one");
        assertThat(ask("a.in.example.com")).isEqualTo("NXDOMAIN");
        put(inner, "a.in.example.com", "192.0.2.2");
        assertThat(ask("a.in.example.com")).isEqualTo("192.0.2.2");
    }

    @Test
    void aPrivateZoneIsNotForThisNetwork() throws IOException {
        String own = client.createHostedZone(r -> r.name("example.org").callerReference("one")
                .vpc(v -> v.vpcId("vpc-0a1b2c3d").vpcRegion("eu-west-1"))).hostedZone().id();
        put(own, "a.example.org", "192.0.2.1");
        assertThat(ask("a.example.org")).isEqualTo("REFUSED");
        put(create("example.org", "two"), "a.example.org", "192.0.2.2");
        assertThat(ask("a.example.org")).isEqualTo("192.0.2.2");
    }
}
