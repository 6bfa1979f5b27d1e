package io.lbkeeper.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.lbkeeper.decision.Answer;
import io.lbkeeper.decision.Change;
import io.lbkeeper.decision.Outcome;
import io.lbkeeper.decision.Progress;
import io.lbkeeper.decision.RecordSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Secondaries of one's own, of which nobody tells when all have a change: they are asked themselves. */
class LaggardsTest {
    private static final Duration TTL = Duration.ofSeconds(60);
    private static final RecordSet NEW = RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.20");
    private static final Answer<Progress> NOBODY_SAYS = Answer.absent("there is no kamelet dns-rfc2136-follow-action");
    private static final String LAGS = "ns1 still answers 203.0.113.10 (TTL 60 s)";

    private Duration now = Duration.ofHours(9);
    private final Follower follower = new Follower(List.of("lb.example.com"), List.of("ns1", "ns2"),
            Duration.ofSeconds(5), Duration.ofMinutes(10), () -> now);
    private ServerAnswer first = told("ns1", "203.0.113.10", OptionalLong.empty());
    private ServerAnswer second = told("ns2", "203.0.113.20", OptionalLong.empty());
    private RecordSet zone = NEW;
    private Duration applied = now;
    private final List<String> said = new ArrayList<>();
    private final List<Long> askedAfterSeconds = new ArrayList<>();

    @Test
    void theyAreGivenTheTimeOfATransferBeforeOneThatLagsIsAnAlarm() {
        follow();
        pass(Duration.ofSeconds(6));
        assertThat(said).isEmpty();
        assertThat(follower.state()).asString().isEqualTo("change C7 is applied, and on its way to the name servers: "
                + LAGS + ".");
        pass(Duration.ofSeconds(10));
        assertThat(said).containsExactly("ALARM change C7 is not everywhere after 15 s: " + LAGS + ".");
        first = told("ns1", "203.0.113.20", OptionalLong.empty());
        pass(Duration.ofSeconds(20));
        assertThat(said).hasSize(2).last().isEqualTo("change C7 is in sync after 35 s; all its 2 name servers answer "
                + "203.0.113.20.");
        assertThat(follower.state().isAlarm()).isFalse();
    }

    @Test
    void oneThatNeverGetsItIsNamedStillWhenTheDeadlineIsOver() {
        first = new ServerAnswer.Silent("ns1", "no answer within 2000 ms");
        follow();
        pass(Duration.ofHours(1));
        assertThat(askedAfterSeconds.stream().filter(seconds -> seconds >= 600)).as("once a minute: no flood")
                .hasSize(51).startsWith(600L, 660L, 720L).endsWith(3600L);
        assertThat(said).containsExactly("ALARM change C7 is not everywhere after 15 s: ns1: no answer within 2000 ms.",
                "ALARM change C7 is not everywhere after 600 s: ns1: no answer within 2000 ms; they are asked once a "
                        + "minute by now (lb.follow.deadline).");
        assertThat(follower.state()).asString().endsWith("(lb.follow.deadline).");
    }

    @Test
    void oneThatRecoversAfterTheDeadlineIsNoticedWithinAMinuteAndAskedNoMore() {
        first = new ServerAnswer.Silent("ns1", "no answer within 2000 ms");
        follow();
        pass(Duration.ofMinutes(30).plusSeconds(1));
        first = told("ns1", "203.0.113.20", OptionalLong.empty());
        pass(Duration.ofMinutes(1));
        assertThat(said).hasSize(3).last().isEqualTo("change C7 is in sync after 1860 s; all its 2 name servers answer "
                + "203.0.113.20.");
        assertThat(follower.state().isAlarm()).isFalse();
        pass(Duration.ofHours(1));
        assertThat(askedAfterSeconds).last().isEqualTo(1860L);
    }

    @Test
    void whereNobodyCanBeAskedForAWhileAfterTheDeadlineTheLaggardIsFollowedOn() {
        first = told("ns1", "203.0.113.10", OptionalLong.empty());
        follow();
        pass(Duration.ofMinutes(20));
        first = new ServerAnswer.Silent("ns1", "no route");
        second = new ServerAnswer.Silent("ns2", "no route");
        pass(Duration.ofMinutes(20));
        assertThat(said).as("what it said before stands").hasSize(2).last().asString().contains(LAGS);
        first = told("ns1", "203.0.113.20", OptionalLong.empty());
        second = told("ns2", "203.0.113.20", OptionalLong.empty());
        pass(Duration.ofMinutes(1));
        assertThat(said).hasSize(3).last().asString().startsWith("change C7 is in sync after 24");
    }

    @Test
    void whatSomebodyElseHasWrittenAfterTheDeadlineEndsItToo() {
        first = told("ns1", "203.0.113.10", OptionalLong.empty());
        follow();
        pass(Duration.ofMinutes(20));
        zone = RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.30");
        pass(Duration.ofHours(1));
        assertThat(said).hasSize(3).last().isEqualTo("change C7 is not followed any more: the service record is "
                + "another by now.");
        assertThat(askedAfterSeconds).last().isEqualTo(1260L);
    }

    @Test
    void oneThatIsBehindIsToldWithItsSerialAndSerialsGoRound() {
        first = told("ns1", "203.0.113.10", OptionalLong.of(4294967295L));
        second = told("ns2", "203.0.113.20", OptionalLong.of(3));
        follow();
        pass(Duration.ofSeconds(16));
        assertThat(said).containsExactly("ALARM change C7 is not everywhere after 15 s: " + LAGS
                + " from serial 4294967295 where another has 3.");
    }

    @Test
    void oneThatHasTheNewestSerialAndAnswersOtherwiseIsNotCalledBehind() {
        first = told("ns1", "203.0.113.10", OptionalLong.of(18));
        second = told("ns2", "203.0.113.20", OptionalLong.of(18));
        follow();
        pass(Duration.ofSeconds(16));
        assertThat(said).containsExactly("ALARM change C7 is not everywhere after 15 s: " + LAGS + ".");
    }

    private void follow() {
        applied = now;
        follower.follow(Change.swap(List.of(), List.of(NEW)), new Outcome.Applied("C7"));
    }

    /** The route follow-change, ticking each second. */
    private void pass(Duration time) {
        Duration end = now.plus(time);
        while (now.compareTo(end) < 0) {
            now = now.plusSeconds(1);
            if (follower.isDue()) {
                askedAfterSeconds.add(now.minus(applied).toSeconds());
                follower.sawProgress(NOBODY_SAYS);
                follower.sawRecords(Answer.value(List.of(zone)));
                follower.sawServers(List.of(first, second));
                if (follower.isNews()) {
                    said.add((follower.state().isAlarm() ? "ALARM " : "") + follower.state());
                }
            }
        }
    }

    private static ServerAnswer told(String server, String address, OptionalLong serial) {
        return new ServerAnswer.Told(server, Set.of(address), TTL, serial);
    }
}
