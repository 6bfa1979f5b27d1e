package io.lbkeeper.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.routes.ScriptedServer.Reply;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DnsRoute53ChangeActionTest extends Route53TestBase {
    private static final Pattern CHANGES = Pattern.compile(
            "<Action>(\\w+)</Action><ResourceRecordSet><Name>([^<]+)</Name><Type>(\\w+)</Type><TTL>(\\d+)</TTL>"
                    + "<ResourceRecords><ResourceRecord><Value>([^<]+)</Value>");

    @Test
    void aGuardedChangeIsOneBatchThatDeletesWhatWasReadAndThenCreates() {
        server.replies(Route53Replies.applied());
        assertThat(change(Decisions.SWAP)).isEqualTo(new Outcome.Applied("C7"));
        assertThat(server.request().method() + " " + server.request().target())
                .isEqualTo("POST /2013-04-01/hostedzone/ZEXAMPLE/rrset/");
        assertThat(sentChanges()).containsExactly(
                "DELETE lb.example.com A 60 203.0.113.20",
                "DELETE _owner.lb.example.com TXT 60 " + Decisions.OWNER_OLD.values().get(0),
                "CREATE lb.example.com A 60 203.0.113.10",
                "CREATE _owner.lb.example.com TXT 60 " + Decisions.OWNER.values().get(0));
        assertThat(server.request().body()).contains("<Comment>lbkeeper on lb1</Comment>");
    }

    @Test
    void anUnguardedChangeIsOneUpsert() {
        server.replies(Route53Replies.applied());
        assertThat(change(Decisions.SET)).isEqualTo(new Outcome.Applied("C7"));
        assertThat(sentChanges()).containsExactly("UPSERT lb1.example.com A 60 203.0.113.10");
        assertThat(server.request().body()).contains("<Comment>lbkeeper on lb1</Comment>");
    }

    @Test
    void aRefusedBatchIsLostInAwsWords() {
        String words = "[Tried to delete resource record set [name='lb.example.com.', type='A'] but the values "
                + "provided do not match the current values]";
        server.replies(Route53Replies.error(400, "InvalidChangeBatch", words));
        assertThat(change(Decisions.SWAP)).isEqualTo(new Outcome.Lost("InvalidChangeBatch (HTTP 400): " + words));
        assertThat(server.requests()).as("times sent").hasSize(1);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                failure("another change runs", Route53Replies.error(400, "PriorRequestNotComplete", "was rejected"),
                        "PriorRequestNotComplete (HTTP 400): was rejected"),
                failure("throttling", Route53Replies.error(400, "Throttling", "Rate exceeded"),
                        "Throttling (HTTP 400): Rate exceeded"),
                failure("no permission", Route53Replies.error(403, "AccessDenied", "not authorized"),
                        "AccessDenied (HTTP 403): not authorized"),
                failure("no such zone", Route53Replies.error(404, "NoSuchHostedZone", "none"), "NoSuchHostedZone"),
                failure("bad input", Route53Replies.error(400, "InvalidInput", "bad"), "InvalidInput (HTTP 400): bad"),
                failure("500", Route53Replies.error(500, "InternalFailure", "oops"),
                        "InternalFailure (HTTP 500): oops"),
                failure("503", Replies.whole(503, "<html>busy</html>"), "HTTP 503 without"),
                failure("silence", Replies.silence(), "did not complete"),
                failure("a drip", Replies.drip(Duration.ofMillis(50)), "did not complete"),
                failure("hanging up", Replies.hangUp(), "failed to respond"),
                failure("a reset", Replies.reset(), "reset"),
                failure("HTML", Replies.whole(200, "<html>hotel</html>"), ""),
                failure("no body", Replies.whole(200, ""), ""),
                failure("a cut answer", Replies.cut(Route53Replies.changed().substring(0, 120)), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void anyOtherAnswerLeavesItOpenWhetherItWasAppliedAndNothingIsSentAgain(String what, Reply reply, String words) {
        server.replies(reply, Route53Replies.applied());
        Outcome outcome = change(Decisions.SWAP);
        assertThat(outcome).isInstanceOf(Outcome.CouldNotAsk.class);
        assertThat(((Outcome.CouldNotAsk) outcome).why()).contains(words).doesNotContain("\n").isNotBlank();
        assertThat(server.requests()).as("times sent").hasSize(1);
    }

    @Test
    void anUnguardedChangeMayBeSentAgainAsItDoesNoHarm() {
        server.replies(Route53Replies.error(500, "InternalFailure", "oops"), Route53Replies.applied());
        assertThat(change(Decisions.SET)).isEqualTo(new Outcome.Applied("C7"));
        assertThat(server.requests()).as("times sent").hasSize(2);
    }

    private Outcome change(Change change) {
        return callInTime("dns-route53-change-action", change, Outcome.class);
    }

    private List<String> sentChanges() {
        return CHANGES.matcher(server.request().body().replace("&quot;", "\"")).results()
                .map(found -> String.join(" ", found.group(1), found.group(2), found.group(3), found.group(4),
                        found.group(5))).toList();
    }

    private static Arguments failure(String what, Reply reply, String words) {
        return Arguments.of(what, reply, words);
    }
}
