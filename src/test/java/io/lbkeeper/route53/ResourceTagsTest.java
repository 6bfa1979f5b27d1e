package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ChangeTagsForResourceResponse;

import static io.lbkeeper.route53.Route53Operations.changeTagsForResource;
import static io.lbkeeper.route53.Route53Operations.listTagsForResource;
import static org.assertj.core.api.Assertions.assertThat;

/** The operations on tags by headers. */
class ResourceTagsTest extends Route53TestBase {
    private static final Answer CHANGED = Answer.signed("ChangeTagsForResourceResponse", "");

    private static Answer tags(String... tags) {
        return Answer.signed("ListTagsForResourceResponse", "<ResourceTagSet><ResourceType>hostedzone</ResourceType>"
                + "<ResourceId>Z2</ResourceId><Tags>" + String.join("", tags) + "</Tags></ResourceTagSet>");
    }

    @Test
    void listTagsForResourceGivesAMap() {
        serverAnswers(tags("<Tag><Key>team</Key><Value>edge</Value></Tag>", "<Tag><Key>a</Key><Value></Value></Tag>"));
        Exchange answer = well(call(listTagsForResource, null, Map.of(Route53Constants.RESOURCE_TYPE, "HostedZone",
                Route53Constants.RESOURCE_ID, "/hostedzone/Z2")));
        assertThat(server.request().target()).isEqualTo("/2013-04-01/tags/hostedzone/Z2");
        assertThat(answer.getMessage().getBody()).isEqualTo(Map.of("team", "edge", "a", ""));
        serverAnswers(tags());
        assertThat(well(call(listTagsForResource, null, Map.of(Route53Constants.RESOURCE_TYPE, "hostedzone")))
                .getMessage().getBody()).isEqualTo(Map.of());
    }

    @Test
    void theResourceIsTheOneThatTheOtherHeadersTell() {
        serverAnswers(CHANGED);
        Map<String, Object> zone = Map.of(Route53Constants.RESOURCE_TYPE, "hostedzone", Route53Constants.TAGS, "a=1");
        well(call(changeTagsForResource, null, zone));
        well(call(changeTagsForResource, null, Map.of(Route53Constants.RESOURCE_TYPE, "healthcheck",
                Route53Constants.TAGS, "a=1", Route53Constants.HEALTH_CHECK_ID, "h-1")));
        assertThat(server.requests()).extracting(FakeRoute53.Request::target)
                .containsExactly("/2013-04-01/tags/hostedzone/ZEXAMPLE", "/2013-04-01/tags/healthcheck/h-1");
    }

    @Test
    void changeTagsForResourceAddsAndRemoves() {
        serverAnswers(CHANGED);
        for (Object tags : List.of(Map.of("team", "edge"), "team=edge")) {
            Exchange answer = well(call(changeTagsForResource, null, Map.of(
                    Route53Constants.RESOURCE_TYPE, "hostedzone", Route53Constants.TAGS, tags,
                    Route53Constants.REMOVE_TAG_KEYS, "old, older")));
            assertThat(answer.getMessage().getBody()).isInstanceOf(ChangeTagsForResourceResponse.class);
        }
        assertThat(server.requests()).extracting(FakeRoute53.Request::body).allSatisfy(body -> assertThat(body)
                .contains("<AddTags><Tag><Key>team</Key><Value>edge</Value></Tag></AddTags>",
                "<RemoveTagKeys><Key>old</Key><Key>older</Key></RemoveTagKeys>"));
        well(call(changeTagsForResource, null, Map.of(Route53Constants.RESOURCE_TYPE, "hostedzone",
                Route53Constants.TAGS, "formula=a=b,empty=")));
        assertThat(server.requests().get(2).body()).doesNotContain("RemoveTagKeys").contains(
                "<Key>formula</Key><Value>a=b</Value>", "<Key>empty</Key><Value></Value>");
    }

    @Test
    void anAnswerWithoutTheIdOfARequestIsNone() {
        serverAnswers(Answer.of(200, CHANGED.body()));
        assertThat(call(changeTagsForResource, null, Map.of(Route53Constants.RESOURCE_TYPE, "hostedzone",
                Route53Constants.TAGS, "a=1")).getException()).isInstanceOf(SdkException.class)
                .hasMessageContaining("x-amzn-RequestId");
        serverAnswers(Answer.signed("ListTagsForResourceResponse", "<ResourceTagSet/>"));
        assertThat(call(listTagsForResource, null, Map.of(Route53Constants.RESOURCE_TYPE, "hostedzone"))
                .getException()).isInstanceOf(SdkException.class).hasMessageContaining("cannot be trusted");
    }
}
