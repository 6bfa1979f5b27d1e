package io.lbkeeper.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.RecordSet;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.route53.model.AliasTarget;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;
import software.amazon.awssdk.services.route53.model.Route53Exception;

class Route53AnswersTest {
    private static final RecordSet OLD = RecordSet.simple("lb.example.com", "A", Duration.ofSeconds(60), "192.0.2.1");
    private static final RecordSet NEW = RecordSet.simple("lb.example.com", "A", Duration.ofSeconds(60), "192.0.2.2");

    @Test
    void aPlainRecordSetComesBackAsItWas() {
        assertThat(Route53Answers.toRecordSet(Route53Answers.fromRecordSet(OLD))).isEqualTo(OLD);
    }

    @Test
    void whateverIsNotPlainSaysSo() {
        ResourceRecordSet.Builder set = ResourceRecordSet.builder().name("lb.example.com.").type("A");
        assertThat(policy(set.aliasTarget(AliasTarget.builder().dnsName("www.example.com.").build()).build()))
                .isEqualTo("alias to www.example.com.");
        ResourceRecordSet.Builder some = ResourceRecordSet.builder().name("lb.example.com.").type("A").ttl(60L)
                .resourceRecords(ResourceRecord.builder().value("192.0.2.1").build());
        assertThat(policy(some.copy().setIdentifier("x").weight(0L).build())).isEqualTo("weighted set 'x'");
        assertThat(policy(some.copy().setIdentifier("x").failover("PRIMARY").build())).isEqualTo("failover set 'x'");
        assertThat(policy(some.copy().setIdentifier("x").region("eu-west-1").build())).isEqualTo("latency set 'x'");
        assertThat(policy(some.copy().setIdentifier("x").multiValueAnswer(true).build()))
                .isEqualTo("multivalue set 'x'");
        assertThat(policy(some.copy().setIdentifier("x").build())).isEqualTo("routed set 'x'");
        assertThat(policy(some.copy().healthCheckId("h-1").build())).isEqualTo("health-checked by h-1");
        assertThat(policy(some.copy().trafficPolicyInstanceId("t-1").build())).isEqualTo("traffic policy instance t-1");
        assertThat(policy(some.copy().build())).isEqualTo(RecordSet.SIMPLE);
    }

    @Test
    void aBatchDeletesWhatIsExpectedBeforeItCreates() {
        assertThat(Route53Answers.toBatch(Change.swap(List.of(OLD), List.of(NEW))))
                .extracting(one -> one.action() + " " + one.resourceRecordSet().resourceRecords().get(0).value())
                .containsExactly(ChangeAction.DELETE + " 192.0.2.1", ChangeAction.CREATE + " 192.0.2.2");
    }

    @Test
    void errorsAreShortAndCarryAwsOwnCode() {
        assertThat(Route53Answers.describe(Route53Exception.builder().statusCode(400).awsErrorDetails(AwsErrorDetails
                .builder().errorCode("Throttling").errorMessage("Rate exceeded").build()).build()))
                .isEqualTo("Throttling (HTTP 400): Rate exceeded");
        assertThat(Route53Answers.describe(SdkClientException.create("Unable to load credentials from any " + "x"
                .repeat(2000)))).startsWith("no AWS credentials were found").hasSizeLessThan(120);
        assertThat(Route53Answers.describe(SdkClientException.create("Received an UnknownHostException when …",
                new UnknownHostException("route53.amazonaws.com")))).startsWith("unknown host route53.amazonaws.com");
        assertThat(Route53Answers.describe(SdkClientException.create("y".repeat(2000)))).hasSizeLessThan(300)
                .endsWith("y …");
        assertThat(Route53Answers.describe(Route53Exception.builder().statusCode(502).message("x").build()))
                .startsWith("HTTP 502 without an error of Route 53's");
    }

    @Test
    void onlyARefusalThatTellsOfAnotherChangeIsALostRace() {
        assertThat(Route53Answers.isLostRace(refused("[Tried to create resource record set [name='a.', type='A'] but "
                + "it already exists]"))).isTrue();
        assertThat(Route53Answers.isLostRace(refused("[Tried to delete resource record set [name='a.', type='A'] but "
                + "it was not found]"))).isTrue();
        assertThat(Route53Answers.isLostRace(refused("[Tried to delete resource record set [name='a.', type='A'] but "
                + "the values provided do not match the current values]"))).isTrue();
        assertThat(Route53Answers.isLostRace(refused("[RRSet with DNS name a. is not permitted in zone b.]")))
                .isFalse();
        assertThat(Route53Answers.isLostRace(SdkClientException.create("but it already exists"))).isFalse();
    }

    private static InvalidChangeBatchException refused(String message) {
        return InvalidChangeBatchException.builder().statusCode(400).awsErrorDetails(
                AwsErrorDetails.builder().errorCode("InvalidChangeBatch").errorMessage(message).build()).build();
    }

    private static String policy(ResourceRecordSet set) {
        return Route53Answers.toRecordSet(set).policy();
    }
}
