package io.lbkeeper.routes;

import static io.lbkeeper.routes.Route53Replies.set;
import static io.lbkeeper.routes.Route53Replies.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.RecordSet;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DnsRoute53ReadActionTest extends Route53TestBase {
    private static final List<String> NAMES = List.of("lb.example.com", "_owner.lb.example.com", "lb1.example.com",
            "lb2.example.com");

    @Test
    void allRecordSetsOfTheNamesAreTheAnswer() {
        server.replies(Route53Replies.list(
                set("lb.example.com.", "A", values(60, "203.0.113.20")),
                set("_owner.lb.example.com.", "TXT", values(60, Decisions.OWNER_OLD.values().get(0)
                        .replace("\"", "&quot;"))),
                set("other.example.com.", "A", values(60, "203.0.113.99"))));
        assertThat(read()).isEqualTo(Answer.value(List.of(Decisions.SERVICE_OLD, Decisions.OWNER_OLD)));
        assertThat(server.requests()).isNotEmpty().allMatch(request -> request.method().equals("GET")
                && request.target().startsWith("/2013-04-01/hostedzone/ZEXAMPLE/rrset"));
    }

    @Test
    void whatIsNoPlainAddressKeepsWhatItIs() {
        server.replies(Route53Replies.list(
                set("lb.example.com.", "A", "<AliasTarget><HostedZoneId>Z2</HostedZoneId>"
                        + "<DNSName>elb.example.com.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget>"),
                set("lb1.example.com.", "A", "<SetIdentifier>blue</SetIdentifier><Weight>10</Weight>"
                        + values(60, "203.0.113.10")),
                set("lb2.example.com.", "AAAA", values(300, "2001:db8::1", "2001:db8::2"))));
        assertThat(read()).isEqualTo(Answer.value(List.of(
                new RecordSet("lb.example.com", "A", Duration.ZERO, List.of(), "alias to elb.example.com."),
                new RecordSet("lb1.example.com", "A", Duration.ofSeconds(60), List.of("203.0.113.10"),
                        "weighted set 'blue'"),
                RecordSet.simple("lb2.example.com", "AAAA", Duration.ofSeconds(300), "2001:db8::1", "2001:db8::2"))));
    }

    @Test
    void aZoneWithNoneOfThemIsAnEmptyAnswerAndNotAFailedOne() {
        server.replies(Route53Replies.list());
        assertThat(read()).isEqualTo(Answer.value(List.of()));
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("bad input", Route53Replies.error(400, "InvalidInput", "Invalid XML"),
                        "InvalidInput .HTTP 400.: Invalid XML"),
                failure("no such zone", Route53Replies.error(404, "NoSuchHostedZone", "No hosted zone found"),
                        "NoSuchHostedZone .HTTP 404.: No hosted zone found"),
                failure("no permission", Route53Replies.error(403, "AccessDenied", "not authorized to perform"),
                        "AccessDenied .HTTP 403.: not authorized to perform"),
                failure("throttling", Route53Replies.error(400, "Throttling", "Rate exceeded"),
                        "Throttling .HTTP 400.: Rate exceeded|did not complete"),
                failure("500", Route53Replies.error(500, "InternalFailure", "oops"),
                        "InternalFailure .HTTP 500.: oops"),
                failure("a proxy's 503", Replies.whole(503, "<html>busy</html>"), "HTTP 503 without"),
                failure("silence", Replies.silence(), "did not complete"),
                failure("a drip", Replies.drip(Duration.ofMillis(50)), "did not complete"),
                failure("hanging up", Replies.hangUp(), "failed to respond"),
                failure("HTML", Replies.whole(200, "<html>hotel</html>"), ""),
                failure("no body", Replies.whole(200, ""), ""),
                failure("a cut answer", Replies.cut("<ListResourceRecordSetsResponse><ResourceRecordSets>"), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void anythingElseCouldNotBeAskedInAwsWords(String what, Reply reply, String pattern) {
        server.replies(reply);
        Answer<?> answer = read();
        assertThat(answer).isInstanceOf(Answer.CouldNotAsk.class);
        assertThat(((Answer.CouldNotAsk<?>) answer).why()).containsPattern(pattern).doesNotContain("\n").isNotBlank();
    }

    @Test
    void anApiThatIsNotThereCouldNotBeAsked() {
        server.close();
        assertThat(read()).isInstanceOf(Answer.CouldNotAsk.class).asString().contains("refused");
    }

    private Answer<?> read() {
        return callInTime("dns-route53-read-action", NAMES, Answer.class);
    }

    private static Arguments failure(String what, Reply reply, String pattern) {
        return Arguments.of(what, reply, pattern);
    }
}
