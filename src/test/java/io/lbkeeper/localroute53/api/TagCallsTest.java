package io.lbkeeper.localroute53.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.HealthCheckType;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** Tags of zones and of health checks. */
class TagCallsTest extends ApiStory {

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private void add(String type, String id, Tag... tags) {
        client.changeTagsForResource(r -> r.resourceType(type).resourceId(id).addTags(tags));
    }

    private Map<String, String> tags(String type, String id) {
        return client.listTagsForResource(r -> r.resourceType(type).resourceId(id)).resourceTagSet().tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> a, TreeMap::new));
    }

    private String healthCheck() {
        return client.createHealthCheck(r -> r.callerReference("one").healthCheckConfig(c -> c
                .type(HealthCheckType.HTTP).fullyQualifiedDomainName("x.example"))).healthCheck().id();
    }

    @Test
    void tagsAreAddedReplacedAndRemoved() {
        String check = healthCheck();
        for (Map.Entry<String, String> resource : Map.of("hostedzone", "ZEXAMPLE", "healthcheck", check).entrySet()) {
            String type = resource.getKey();
            String id = resource.getValue();
            assertThat(tags(type, id)).isEmpty();
            add(type, id, tag("a", "1"), tag("b <&>", ""), tag("C", "x"));
            add(type, id, tag("a", "2"));
            assertThat(tags(type, id)).isEqualTo(Map.of("a", "2", "b <&>", "", "C", "x"));
            client.changeTagsForResource(r -> r.resourceType(type).resourceId(id).removeTagKeys("a", "none")
                    .addTags(tag("d", "4")));
            assertThat(tags(type, id)).isEqualTo(Map.of("b <&>", "", "C", "x", "d", "4"));
        }
        assertThat(client.getHealthCheck(r -> r.healthCheckId(check)).healthCheck().healthCheckVersion())
                .as("tags are no update").isEqualTo(1);
    }

    @Test
    void tagsGoWithTheirResource() {
        String zone = client.createHostedZone(r -> r.name("example.org").callerReference("one")).hostedZone().id();
        add("hostedzone", zone, tag("a", "1"));
        client.deleteHostedZone(r -> r.id(zone));
        assertThat(refusal(404, "NoSuchHostedZone", () -> tags("hostedzone", zone)))
                .isEqualTo("No hosted zone found with ID: " + zone);
        String check = healthCheck();
        client.deleteHealthCheck(r -> r.healthCheckId(check));
        refusal(404, "NoSuchHealthCheck", () -> add("healthcheck", check, tag("a", "1")));
    }

    @Test
    void severalResourcesAreAskedAtOnce() throws Exception {
        client.createHostedZone(r -> r.name("example.org").callerReference("one"));
        String other = client.listHostedZones().hostedZones().stream().map(zone -> zone.id())
                .filter(id -> !id.equals("ZEXAMPLE")).findFirst().orElseThrow();
        add("hostedzone", "ZEXAMPLE", tag("a", "1"));
        assertThat(client.listTagsForResources(r -> r.resourceType(TagResourceType.HOSTEDZONE)
                .resourceIds("ZEXAMPLE", other)).resourceTagSets()).satisfiesExactly(
                        set -> {
                            assertThat(set.resourceId()).isEqualTo("ZEXAMPLE");
                            assertThat(set.resourceType()).isEqualTo(TagResourceType.HOSTEDZONE);
                            assertThat(set.tags()).containsExactly(tag("a", "1"));
                        },
                        set -> {
                            assertThat(set.resourceId()).isEqualTo(other);
                            assertThat(set.tags()).isEmpty();
                        });
        refusal(404, "NoSuchHostedZone", () -> client.listTagsForResources(r -> r.resourceType("hostedzone")
                .resourceIds("ZEXAMPLE", "ZNONE")));
        String eleven = IntStream.range(0, 11).mapToObj(i -> "<ResourceId>ZEXAMPLE</ResourceId>")
                .collect(Collectors.joining("", "<ResourceIds>", "</ResourceIds>"));
        assertInvalid("tags/hostedzone", "ListTagsForResourcesRequest", eleven, "Invalid XML ; cvc-complex-type.2.4");
        assertInvalid("tags/hostedzone", "ListTagsForResourcesRequest", "<ResourceIds/>", "Invalid XML ; cvc-");
    }

    /** The words were seen at AWS; only these calls take no id with its prefix. */
    @Test
    void anIdIsTakenWithoutItsPrefixOnly() throws Exception {
        HttpResponse<String> answer = wire("GET", "tags/hostedzone/%2Fhostedzone%2FZEXAMPLE", "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<Code>NoSuchHostedZone</Code>",
                "No hosted zone found with ID: /hostedzone/ZEXAMPLE");
        assertThat(refusal(400, "InvalidInput", () -> tags("hostedzone", "/hostedzone/Z01234567890123456789A")))
                .isEqualTo("1 validation error detected: Value '/hostedzone/Z01234567890123456789A' at 'resourceId'"
                        + " failed to satisfy constraint: Member must have length less than or equal to 32");
        assertThat(refusal(400, "InvalidInput", () -> tags("trafficpolicy", "x"))).isEqualTo("1 validation error"
                + " detected: Value 'trafficpolicy' at 'resourceType' failed to satisfy constraint: Member must satisfy"
                + " enum value set: [healthcheck, hostedzone]");
        refusal(400, "InvalidInput", () -> client.listTagsForResources(r -> r.resourceType("trafficpolicy")
                .resourceIds("x")));
        refusal(404, "NoSuchHealthCheck", () -> tags("healthcheck", "ZEXAMPLE"));
    }

    @Test
    void aTagIsJudged() {
        for (List<Tag> bad : List.of(List.of(tag("", "v")), List.of(tag("k".repeat(129), "v")),
                List.of(tag("k", "v".repeat(257))), List.of(tag("aws:k", "v")),
                List.of(tag("k", "1"), tag("k", "2")))) {
            refusal(400, "InvalidInput", () -> add("hostedzone", "ZEXAMPLE", bad.toArray(Tag[]::new)));
        }
        assertThat(tags("hostedzone", "ZEXAMPLE")).isEmpty();
        add("hostedzone", "ZEXAMPLE", tag("k".repeat(128), "v".repeat(256)));
        assertThat(tags("hostedzone", "ZEXAMPLE")).hasSize(1);
    }

    @Test
    void limitsAreKept() throws Exception {
        Tag[] ten = IntStream.range(0, 10).mapToObj(i -> tag("k" + i, "v")).toArray(Tag[]::new);
        for (int batch = 0; batch < 5; batch++) {
            int number = batch;
            add("hostedzone", "ZEXAMPLE", IntStream.range(0, 10).mapToObj(i -> tag("k" + number + i, "v"))
                    .toArray(Tag[]::new));
        }
        assertThat(refusal(400, "InvalidInput", () -> add("hostedzone", "ZEXAMPLE", ten))).contains("at most 50 tags");
        assertThat(tags("hostedzone", "ZEXAMPLE")).hasSize(50);
        String path = "tags/hostedzone/ZEXAMPLE";
        String root = "ChangeTagsForResourceRequest";
        String key = "<Key>k</Key>";
        assertInvalid(path, root, "", "Neither AddTags nor RemoveTagKeys");
        assertInvalid(path, root, "<AddTags/>", "Invalid XML ; cvc-complex-type.2.4.b");
        assertInvalid(path, root, "<AddTags><Tag><Value>v</Value></Tag></AddTags>", "Invalid XML ; cvc-complex-type");
        assertInvalid(path, root, "<RemoveTagKeys>" + key.repeat(11) + "</RemoveTagKeys>", "Invalid XML ; cvc-complex");
        assertInvalid(path, root, "<RemoveTagKeys/>", "Invalid XML ; cvc-complex-type.2.4.b");
    }
}
