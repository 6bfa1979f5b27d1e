package io.lbkeeper.route53;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ChangeInfo;
import software.amazon.awssdk.services.route53.model.HostedZone;

import static io.lbkeeper.route53.Route53Operations.createHostedZone;
import static io.lbkeeper.route53.Route53Operations.deleteHostedZone;
import static io.lbkeeper.route53.Route53Operations.getHostedZone;
import static io.lbkeeper.route53.Route53Operations.listHostedZones;
import static io.lbkeeper.route53.Route53Operations.listHostedZonesByName;
import static io.lbkeeper.route53.Route53Operations.testDnsAnswer;
import static org.assertj.core.api.Assertions.assertThat;

/** The operations on hosted zones by headers: what goes out on the wire, and what comes back. */
class HostedZoneOperationsTest extends Route53TestBase {
    private static final String SERVERS = "<DelegationSet><NameServers><NameServer>ns-1.awsdns-1.com</NameServer>"
            + "<NameServer>ns-2.awsdns-2.net</NameServer></NameServers></DelegationSet>";

    /** A zone as Route 53 tells it. */
    static String zone(String id, String name, boolean isPrivate, String comment) {
        return "<HostedZone><Id>/hostedzone/" + id + "</Id><Name>" + name + "</Name><CallerReference>ref-" + id
                + "</CallerReference><Config>" + (comment == null ? "" : "<Comment>" + comment + "</Comment>")
                + "<PrivateZone>" + isPrivate + "</PrivateZone></Config>"
                + "<ResourceRecordSetCount>2</ResourceRecordSetCount></HostedZone>";
    }

    /** A page of ListHostedZones or ListHostedZonesByName. */
    static Answer zones(String call, boolean truncated, String next, String... zones) {
        return Answer.signed(call + "Response", "<HostedZones>" + String.join("", zones) + "</HostedZones><IsTruncated>"
                + truncated + "</IsTruncated>" + next + "<MaxItems>100</MaxItems>");
    }

    @Test
    void listHostedZonesPagesInAndOut() {
        serverAnswers(zones("ListHostedZones", true, "<NextMarker>Z3</NextMarker>",
                        zone("Z1", "example.com.", false, null), zone("Z2", "example.net.", true, "inside")),
                zones("ListHostedZones", false, ""));
        Exchange first = well(call(listHostedZones, null, Map.of(Route53Constants.MAX_ITEMS, 2)));
        List<?> zones = first.getMessage().getBody(List.class);
        assertThat(zones).extracting("id").containsExactly("Z1", "Z2");
        assertThat(first.getMessage().getHeaders()).containsEntry(Route53Constants.IS_TRUNCATED, true)
                .containsEntry(Route53Constants.NEXT_MARKER, "Z3");

        Map<String, Object> headers = new HashMap<>(first.getMessage().getHeaders());
        headers.put(Route53Constants.MARKER, headers.get(Route53Constants.NEXT_MARKER));
        Exchange last = well(call(listHostedZones, null, headers));
        assertThat(last.getMessage().getBody()).isEqualTo(List.of());
        assertThat(last.getMessage().getHeaders()).containsEntry(Route53Constants.IS_TRUNCATED, false)
                .doesNotContainKey(Route53Constants.NEXT_MARKER);
        assertThat(server.requests()).extracting(FakeRoute53.Request::target).satisfiesExactly(
                target -> assertThat(target).startsWith("/2013-04-01/hostedzone?").contains("maxitems=2")
                        .doesNotContain("marker"),
                target -> assertThat(target).contains("marker=Z3", "maxitems=2"));
    }

    @Test
    void listHostedZonesByNamePagesInAndOut() {
        serverAnswers(zones("ListHostedZonesByName", true, "<NextDNSName>example.net.</NextDNSName>"
                + "<NextHostedZoneId>/hostedzone/Z9</NextHostedZoneId>", zone("Z1", "example.com.", false, null)),
                zones("ListHostedZonesByName", false, "", zone("Z9", "example.net.", false, null)));
        Exchange first = well(call(listHostedZonesByName, null, Map.of(
                Route53Constants.START_HOSTED_ZONE_NAME, "example.com",
                Route53Constants.START_HOSTED_ZONE_ID, "/hostedzone/Z1", Route53Constants.MAX_ITEMS, "1")));
        List<?> zones = first.getMessage().getBody(List.class);
        assertThat(zones).as("bare ids, as of all other answers").extracting("id").containsExactly("Z1");
        assertThat(first.getMessage().getHeaders()).containsEntry(Route53Constants.IS_TRUNCATED, true)
                .containsEntry(Route53Constants.NEXT_HOSTED_ZONE_NAME, "example.net.")
                .containsEntry(Route53Constants.NEXT_HOSTED_ZONE_ID, "Z9");
        assertThat(server.request().target()).startsWith("/2013-04-01/hostedzonesbyname?")
                .contains("dnsname=example.com", "hostedzoneid=Z1", "maxitems=1");
        Exchange last = well(call(listHostedZonesByName, null, first.getMessage().getHeaders()));
        assertThat(last.getMessage().getHeaders()).doesNotContainKeys(Route53Constants.NEXT_HOSTED_ZONE_NAME,
                Route53Constants.NEXT_HOSTED_ZONE_ID);
    }

    @Test
    void getHostedZoneTakesTheIdWithAndWithoutItsPrefix() {
        serverAnswers(Answer.signed("GetHostedZoneResponse", zone("Z2", "example.com.", false, "ours") + SERVERS));
        for (String id : List.of("Z2", "/hostedzone/Z2")) {
            Exchange answer = well(call(getHostedZone, null, Map.of(Route53Constants.HOSTED_ZONE_ID, id)));
            assertThat(answer.getMessage().getBody()).isInstanceOfSatisfying(HostedZone.class, zone -> {
                assertThat(zone.id()).isEqualTo("Z2");
                assertThat(zone.config().comment()).isEqualTo("ours");
            });
            assertThat(answer.getMessage().getHeader(Route53Constants.NAME_SERVERS))
                    .isEqualTo(List.of("ns-1.awsdns-1.com", "ns-2.awsdns-2.net"));
        }
        assertThat(server.requests()).extracting(FakeRoute53.Request::target)
                .containsOnly("/2013-04-01/hostedzone/Z2");
    }

    @Test
    void getHostedZoneOfAPrivateOneTellsNoNameServers() {
        serverAnswers(Answer.signed("GetHostedZoneResponse", zone("Z2", "example.com.", true, null)));
        Exchange answer = well(call(getHostedZone, null, Map.of(Route53Constants.NAME_SERVERS, List.of("old"))));
        assertThat(answer.getMessage().getHeaders()).doesNotContainKey(Route53Constants.NAME_SERVERS);
    }

    private static Answer created(boolean isPrivate) {
        return Answer.signed("CreateHostedZoneResponse", zone("Z7", "example.org.", isPrivate, null)
                + FakeRoute53.CHANGE_INFO + (isPrivate ? "" : SERVERS));
    }

    @Test
    void createHostedZoneMakesUpACallerReferenceAndTellsAllIds() {
        serverAnswers(created(false));
        Exchange answer = well(call(createHostedZone, null, Map.of(Route53Constants.HOSTED_ZONE_NAME, "example.org")));
        assertThat(server.request().method()).isEqualTo("POST");
        assertThat(server.request().target()).isEqualTo("/2013-04-01/hostedzone");
        assertThat(server.request().body()).contains("<Name>example.org</Name>")
                .containsPattern("<CallerReference>[0-9a-f-]{36}</CallerReference>")
                .doesNotContain("HostedZoneConfig", "VPC");
        assertThat(answer.getMessage().getBody(HostedZone.class).id()).isEqualTo("Z7");
        assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.HOSTED_ZONE_ID, "Z7")
                .containsEntry(Route53Constants.CALLER_REFERENCE, "ref-Z7")
                .containsEntry(Route53Constants.CHANGE_ID, "C1")
                .containsEntry(Route53Constants.CHANGE_STATUS, "PENDING")
                .containsEntry(Route53Constants.NAME_SERVERS, List.of("ns-1.awsdns-1.com", "ns-2.awsdns-2.net"));
    }

    @Test
    void createHostedZoneSendsWhatTheHeadersTell() {
        serverAnswers(created(true));
        well(call(createHostedZone, null, Map.of(Route53Constants.HOSTED_ZONE_NAME, "example.org",
                Route53Constants.CALLER_REFERENCE, "mine-1", Route53Constants.HOSTED_ZONE_COMMENT, "a comment",
                Route53Constants.VPC_ID, "vpc-1", Route53Constants.VPC_REGION, "eu-central-1")));
        assertThat(server.request().body()).contains("<CallerReference>mine-1</CallerReference>",
                "<VPC><VPCRegion>eu-central-1</VPCRegion><VPCId>vpc-1</VPCId></VPC>",
                "<Comment>a comment</Comment><PrivateZone>true</PrivateZone>");
    }

    @Test
    void aFailedCreationLeavesItsCallerReferenceForARedelivery() {
        serverAnswers(Answer.of(500, ""), created(false));
        Exchange failed = call(createHostedZone, null, Map.of(Route53Constants.HOSTED_ZONE_NAME, "example.org"));
        assertThat(failed.getException()).isInstanceOf(SdkException.class);
        assertThat(server.requests()).as("a creation is not repeated by the SDK").hasSize(1);
        String reference = failed.getMessage().getHeader(Route53Constants.CALLER_REFERENCE, String.class);
        assertThat(server.request().body()).contains("<CallerReference>" + reference + "<");
        well(call(createHostedZone, null, failed.getMessage().getHeaders()));
        assertThat(server.requests().get(1).body()).contains("<CallerReference>" + reference + "<");
    }

    @Test
    void deleteHostedZoneGivesTheChange() {
        serverAnswers(Answer.signed("DeleteHostedZoneResponse", FakeRoute53.CHANGE_INFO));
        Exchange answer = well(call(deleteHostedZone, null, Map.of(Route53Constants.HOSTED_ZONE_ID, "/hostedzone/Z2")));
        assertThat(server.request().method()).isEqualTo("DELETE");
        assertThat(server.request().target()).isEqualTo("/2013-04-01/hostedzone/Z2");
        assertThat(answer.getMessage().getBody(ChangeInfo.class).id()).isEqualTo("C1");
        assertThat(answer.getMessage().getHeader(Route53Constants.CHANGE_STATUS)).isEqualTo("PENDING");
    }

    @Test
    void testDnsAnswerGivesValuesAndCode() {
        serverAnswers(Answer.signed("TestDNSAnswerResponse", "<Nameserver>ns-1.awsdns-1.com</Nameserver>"
                + "<RecordName>www.example.com</RecordName><RecordType>A</RecordType><RecordData><RecordDataEntry>"
                + "192.0.2.1</RecordDataEntry><RecordDataEntry>192.0.2.2</RecordDataEntry></RecordData><ResponseCode>"
                + "NOERROR</ResponseCode><Protocol>UDP</Protocol>"));
        Map<String, Object> asked = Map.of(Route53Constants.RECORD_NAME, "www.example.com",
                Route53Constants.RECORD_TYPE, "a", Route53Constants.RESOLVER_IP, "198.51.100.53",
                Route53Constants.EDNS_CLIENT_SUBNET, "203.0.113.0/25");
        Exchange answer = well(call(testDnsAnswer, null, asked));
        assertThat(server.request().target()).startsWith("/2013-04-01/testdnsanswer?").contains(
                "hostedzoneid=ZEXAMPLE", "recordname=www.example.com", "recordtype=A", "resolverip=198.51.100.53",
                "edns0clientsubnetip=203.0.113.0", "edns0clientsubnetmask=25");
        assertThat(answer.getMessage().getBody()).isEqualTo(List.of("192.0.2.1", "192.0.2.2"));
        assertThat(answer.getMessage().getHeaders()).containsEntry(Route53Constants.RESPONSE_CODE, "NOERROR")
                .containsEntry(Route53Constants.NAME_SERVER, "ns-1.awsdns-1.com");

        Map<String, Object> withoutMask = new HashMap<>(asked);
        withoutMask.put(Route53Constants.EDNS_CLIENT_SUBNET, "203.0.113.0");
        well(call(testDnsAnswer, null, withoutMask));
        assertThat(server.requests().get(1).target()).contains("edns0clientsubnetip=203.0.113.0")
                .doesNotContain("edns0clientsubnetmask");
    }

    @Test
    void aZoneWithoutIdOrNameIsNoAnswer() {
        for (String part : List.of("<Id>/hostedzone/Z2</Id>", "<Name>example.com.</Name>")) {
            String half = zone("Z2", "example.com.", false, null).replace(part, "");
            Map<Route53Operations, Answer> answers = Map.of(
                    getHostedZone, Answer.signed("GetHostedZoneResponse", half),
                    createHostedZone, Answer.signed("CreateHostedZoneResponse", half + FakeRoute53.CHANGE_INFO),
                    listHostedZones, zones("ListHostedZones", false, "", half),
                    listHostedZonesByName, zones("ListHostedZonesByName", false, "", half));
            answers.forEach((operation, answer) -> {
                serverAnswers(answer);
                assertThat(call(operation, null, Map.of(Route53Constants.HOSTED_ZONE_NAME, "a",
                        Route53Constants.HOSTED_ZONE_ID, "Z2")).getException())
                        .as("%s without %s", operation, part).isInstanceOf(SdkException.class)
                        .hasMessageContaining(operation.name()).hasMessageContaining("cannot be trusted");
            });
        }
    }

    @Test
    void aPageThatContradictsItselfIsNoAnswer() {
        String zone = zone("Z2", "example.com.", false, null);
        Map<Route53Operations, String> next = Map.of(listHostedZones, "<NextMarker>Z3</NextMarker>",
                listHostedZonesByName, "<NextDNSName>example.net.</NextDNSName>");
        next.forEach((operation, element) -> {
            String call = operation.name().replace("list", "List");
            for (Answer page : List.of(zones(call, true, "", zone), zones(call, true, element),
                    zones(call, false, element, zone), Answer.signed(call + "Response", "<HostedZones/>"))) {
                serverAnswers(page);
                assertThat(call(operation, null, Map.of()).getException()).as("after %s", page)
                        .isInstanceOf(SdkException.class).hasMessageContaining("cannot be trusted");
            }
        });
    }
}
