package services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Debian's awscli (version 2), as people type it: every command for what the endpoint has. */
class AwsCliIT {
    private static LocalRoute53Process local;

    @BeforeAll
    static void start() throws IOException {
        local = new LocalRoute53Process("example.com=ZEXAMPLE", "example.net=ZOTHER");
    }

    @AfterAll
    static void stop() {
        local.close();
    }

    /** The part of the answer that the query asks for, in lines of text with spaces. */
    private static String ask(String query, String... words) throws Exception {
        return local.aws(Stream.concat(Stream.of(words), Stream.of("--query", query, "--output", "text"))
                .toArray(String[]::new)).well().output().replace('\t', ' ');
    }

    private static void refused(String code, String operation, String... words) throws Exception {
        Program.Outcome outcome = local.aws(words);
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(254);
        assertThat(outcome.output()).contains("An error occurred (" + code + ") when calling the " + operation
                + " operation: ");
    }

    private static String change(String zone, String action, String name, String values) throws Exception {
        return ask("ChangeInfo.Id", "change-resource-record-sets", "--hosted-zone-id", zone, "--change-batch",
                String.format("{\"Comment\": \"why\", \"Changes\": [{\"Action\": \"%s\", \"ResourceRecordSet\":"
                        + " {\"ResourceRecords\": [%s], \"TTL\": 60, \"Type\": \"A\", \"Name\": \"%s\"}}]}", action,
                        values, name));
    }

    @Test
    void recordsAreChangedWaitedForListedAndTried() throws Exception {
        String values = "{\"Value\": \"192.0.2.1\"}, {\"Value\": \"192.0.2.2\"}";
        String id = change("ZEXAMPLE", "CREATE", "lb.example.com", values);
        assertThat(id).startsWith("/change/C");
        assertThat(local.aws("wait", "resource-record-sets-changed", "--id", id).well().output()).isEmpty();
        assertThat(ask("ChangeInfo.[Status,Comment]", "get-change", "--id", id)).isEqualTo("INSYNC why");
        assertThat(ask("ResourceRecordSets[].[Name,Type,TTL]", "list-resource-record-sets", "--hosted-zone-id",
                "ZEXAMPLE", "--page-size", "1").lines()).as("page by page").containsExactly("example.com. NS 172800",
                "example.com. SOA 900", "lb.example.com. A 60");
        assertThat(local.aws("list-resource-record-sets", "--hosted-zone-id", "ZEXAMPLE", "--max-items", "2").well()
                .output()).contains("\"NextToken\"", "\"SOA\"").doesNotContain("lb.example.com");
        assertThat(ask("[ResponseCode,RecordData[0],RecordData[1]]", "test-dns-answer", "--hosted-zone-id", "ZEXAMPLE",
                "--record-name", "lb.example.com", "--record-type", "A")).isIn("NOERROR 192.0.2.1 192.0.2.2",
                "NOERROR 192.0.2.2 192.0.2.1");
        change("ZEXAMPLE", "DELETE", "lb.example.com", values);
        refused("NoSuchChange", "GetChange", "get-change", "--id", "CNONE");
        refused("NoSuchHostedZone", "ListResourceRecordSets", "list-resource-record-sets", "--hosted-zone-id", "ZNONE");
    }

    @Test
    void zonesAreCreatedListedCommentedTaggedAndDeleted() throws Exception {
        String id = ask("HostedZone.Id", "create-hosted-zone", "--name", "new.example.org", "--caller-reference",
                "once", "--hosted-zone-config", "Comment=mine");
        String bare = id.replace("/hostedzone/", "");
        refused("HostedZoneAlreadyExists", "CreateHostedZone", "create-hosted-zone", "--name", "new.example.org",
                "--caller-reference", "once");
        assertThat(ask("HostedZone.Config.Comment", "update-hosted-zone-comment", "--id", id, "--comment", "yours"))
                .isEqualTo("yours");
        assertThat(ask("[HostedZone.Name,HostedZone.Config.Comment,length(DelegationSet.NameServers)]",
                "get-hosted-zone", "--id", id)).isEqualTo("new.example.org. yours 4");
        assertThat(ask("HostedZones[].Id", "list-hosted-zones", "--page-size", "1").lines()).as("page by page")
                .contains(id, "/hostedzone/ZEXAMPLE", "/hostedzone/ZOTHER");
        assertThat(ask("HostedZones[0].Id", "list-hosted-zones-by-name", "--dns-name", "new.example.org"))
                .isEqualTo(id);
        assertThat(ask("HostedZoneCount", "get-hosted-zone-count")).matches("\\d+");
        local.aws("change-tags-for-resource", "--resource-type", "hostedzone", "--resource-id", bare, "--add-tags",
                "Key=team,Value=dns").well();
        assertThat(ask("ResourceTagSet.Tags[].[Key,Value]", "list-tags-for-resource", "--resource-type", "hostedzone",
                "--resource-id", bare)).isEqualTo("team dns");
        assertThat(ask("ResourceTagSets[].ResourceId", "list-tags-for-resources", "--resource-type", "hostedzone",
                "--resource-ids", bare, "ZOTHER").split(" ")).containsExactlyInAnyOrder(bare, "ZOTHER");
        assertThat(ask("ChangeInfo.Status", "delete-hosted-zone", "--id", id)).isEqualTo("PENDING");
        refused("NoSuchHostedZone", "GetHostedZone", "get-hosted-zone", "--id", id);
    }

    @Test
    void privateZonesHaveTheirNetworks() throws Exception {
        String id = ask("HostedZone.Id", "create-hosted-zone", "--name", "private.example.org", "--caller-reference",
                "private", "--vpc", "VPCRegion=eu-west-1,VPCId=vpc-11111111");
        String second = "VPCId=vpc-22222222,VPCRegion=us-east-1";
        local.aws("associate-vpc-with-hosted-zone", "--hosted-zone-id", id, "--vpc", second).well();
        assertThat(ask("HostedZoneSummaries[].Name", "list-hosted-zones-by-vpc", "--vpc-id", "vpc-22222222",
                "--vpc-region", "us-east-1")).isEqualTo("private.example.org.");
        local.aws("disassociate-vpc-from-hosted-zone", "--hosted-zone-id", id, "--vpc", second).well();
        assertThat(ask("VPCs[].VPCId", "get-hosted-zone", "--id", id)).isEqualTo("vpc-11111111");
        refused("PublicZoneVPCAssociation", "AssociateVPCWithHostedZone", "associate-vpc-with-hosted-zone",
                "--hosted-zone-id", "ZEXAMPLE", "--vpc", second);
        local.aws("delete-hosted-zone", "--id", id).well();
    }

    @Test
    void healthChecksAreCreatedUpdatedWatchedAndDeleted() throws Exception {
        String id = ask("HealthCheck.Id", "create-health-check", "--caller-reference", "first",
                "--health-check-config", "Port=8080,Type=TCP,IPAddress=192.175.48.1,RequestInterval=10");
        refused("HealthCheckAlreadyExists", "CreateHealthCheck", "create-health-check", "--caller-reference", "first",
                "--health-check-config", "Port=8081,Type=TCP,IPAddress=192.175.48.1");
        assertThat(ask("HealthCheck.[HealthCheckVersion,HealthCheckConfig.Port]", "update-health-check",
                "--health-check-id", id, "--port", "8082")).isEqualTo("2 8082");
        assertThat(ask("HealthCheck.HealthCheckConfig.[Type,Port]", "get-health-check", "--health-check-id", id))
                .isEqualTo("TCP 8082");
        assertThat(ask("HealthChecks[].Id", "list-health-checks", "--page-size", "1")).isEqualTo(id);
        assertThat(ask("HealthCheckCount", "get-health-check-count")).isEqualTo("1");
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(local.api() + "/local/healthcheck/" + id
                + "/status")).PUT(BodyPublishers.ofString("unhealthy")).build(), BodyHandlers.discarding());
        for (String command : List.of("get-health-check-status", "get-health-check-last-failure-reason")) {
            assertThat(ask("HealthCheckObservations[0].StatusReport.Status", command, "--health-check-id", id))
                    .as(command).startsWith("Failure");
        }
        assertThat(local.aws("delete-health-check", "--health-check-id", id).well().output()).isEmpty();
        refused("NoSuchHealthCheck", "GetHealthCheck", "get-health-check", "--health-check-id", id);
    }
}
