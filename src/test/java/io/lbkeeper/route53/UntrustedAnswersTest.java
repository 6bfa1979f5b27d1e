package io.lbkeeper.route53;

import java.util.List;
import java.util.Map;

import io.lbkeeper.route53.FakeRoute53.Answer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;
import software.amazon.awssdk.services.route53.model.Route53Exception;

import static io.lbkeeper.route53.FakeRoute53.NAMESPACE;
import static io.lbkeeper.route53.FakeRoute53.set;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/** An answer that cannot be trusted ends in an exception; it never reads as "no such record" or "changed". */
@Timeout(60)
class UntrustedAnswersTest extends Route53TestBase {
    private static final String LB = set("lb.example.com.", "A", 60, "192.0.2.1");
    private static final Map<String, Object> HEADERS = Map.ofEntries(
            entry(Route53Constants.RECORD_NAME, "lb.example.com"), entry(Route53Constants.RECORD_TYPE, "A"),
            entry(Route53Constants.RECORD_NAMES, "lb.example.com,www.example.com"),
            entry(Route53Constants.CHANGE_ID, "C1"), entry(Route53Constants.WAIT_TIMEOUT, "50ms"),
            entry(Route53Constants.RECORD_TTL, 60), entry(Route53Constants.RECORD_VALUES, "192.0.2.1"),
            entry(Route53Constants.EXPECTED_ABSENT, true), entry(Route53Constants.HOSTED_ZONE_NAME, "example.com"),
            entry(Route53Constants.HOSTED_ZONE_ID, "ZEXAMPLE"), entry(Route53Constants.HEALTH_CHECK_ID, "h-1"),
            entry(Route53Constants.HEALTH_CHECK_TYPE, "TCP"), entry(Route53Constants.RESOURCE_TYPE, "healthcheck"),
            entry(Route53Constants.TAGS, "a=1"));
    private static final List<Answer> GARBAGE = List.of(
            Answer.of(200, ""), Answer.of(200, "<html><body><p>Please log in</p></body></html>"),
            Answer.of(200, "<html><br>no XML"), Answer.of(200, "{}"), Answer.of(200, "<Other/>"),
            Answer.of(200, "<ListResourceRecordSetsResponse " + NAMESPACE + "/>"),
            Answer.of(200, "<ListResourceRecordSetsResponse " + NAMESPACE + "><ResourceRecordSets>" + LB),
            Answer.cut("<ListResourceRecordSetsResponse " + NAMESPACE + "><ResourceRecordSets>"),
            Answer.of(200, "<GetChangeResponse " + NAMESPACE + "><ChangeInfo/></GetChangeResponse>"),
            Answer.of(204, ""), Answer.of(302, ""), Answer.of(403, "<html/>"), Answer.of(404, ""));

    private static Object body(Route53Operations operation) {
        return operation == Route53Operations.changeResourceRecordSets
                ? List.of(change(ChangeAction.CREATE, "lb.example.com", "192.0.2.1")) : "old body";
    }

    @ParameterizedTest
    @EnumSource
    void garbageIsNoAnswer(Route53Operations operation) {
        for (Answer garbage : GARBAGE) {
            serverAnswers(garbage);
            Exchange exchange = call(URI + "?maxRetries=0", operation, body(operation), HEADERS);
            assertThat(exchange.getException()).as("%s after %s", operation, garbage).isInstanceOf(
                    operation == Route53Operations.waitForChange ? ChangeNotInSyncException.class : SdkException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"getRecord", "getRecords", "listResourceRecordSets"})
    void aPageThatContradictsItselfIsNoAnswer(Route53Operations operation) {
        String next = "<NextRecordName>www.example.com.</NextRecordName><NextRecordType>A</NextRecordType>";
        for (Answer page : List.of(Answer.page(true, "", LB), Answer.page(true, next), Answer.page(false, next, LB))) {
            serverAnswers(page);
            assertThat(call(operation, null, HEADERS).getException()).as("after %s", page)
                    .isInstanceOf(SdkException.class).hasMessageContaining("cannot be trusted");
        }
    }

    @Test
    void pagesThatGoRoundInACircleEnd() {
        String again = "<NextRecordName>www.example.com.</NextRecordName><NextRecordType>A</NextRecordType>";
        serverAnswers(Answer.page(true, again, LB));
        assertThat(call(Route53Operations.getRecords, null, HEADERS).getException())
                .isInstanceOf(SdkException.class).hasMessageContaining("circle");
        assertThat(server.requests()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void pagesThatGoBackwardsEnd() {
        serverAnswers(Answer.page(true, "<NextRecordName>a.example.com.</NextRecordName>", LB));
        assertThat(call(Route53Operations.getRecords, null, HEADERS).getException())
                .isInstanceOf(SdkException.class).hasMessageContaining("backwards");
    }

    @Test
    void aListThatIgnoresTheStartIsNoAbsentRecord() {
        serverAnswers(Answer.list(set("example.com.", "SOA", 900, "x")));
        assertThat(call(Route53Operations.getRecord, null, HEADERS).getException())
                .isInstanceOf(SdkException.class).hasMessageContaining("starts before");
    }

    @Test
    void theTypedExceptionsOfTheSdkComeThrough() {
        Map<String, Class<? extends Route53Exception>> types = Map.of(
                "InvalidChangeBatch", InvalidChangeBatchException.class,
                "NoSuchHostedZone", NoSuchHostedZoneException.class,
                "PriorRequestNotComplete", PriorRequestNotCompleteException.class,
                "AccessDenied", Route53Exception.class);
        types.forEach((code, type) -> {
            serverAnswers(Answer.error(400, code, "[Tried to delete " + code + "]"));
            Exchange exchange = call(Route53Operations.changeResourceRecordSets,
                    body(Route53Operations.changeResourceRecordSets), Map.of());
            assertThat(exchange.getException()).isInstanceOfSatisfying(type, e -> {
                assertThat(e).hasMessageContaining("[Tried to delete " + code + "]");
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            });
        });
    }
}
