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
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The route's steps in their order, on a clock of the test's. */
class FollowerTest {
    private static final Duration TTL = Duration.ofSeconds(60);
    private static final RecordSet OLD = RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.10");
    private static final RecordSet NEW = RecordSet.simple("lb.example.com", "A", TTL, "203.0.113.20");
    private static final RecordSet OWNER = RecordSet.simple("_owner.lb.example.com", "TXT", TTL, "\"v=1\"");
    private static final RecordSet NS = RecordSet.simple("example.com", "NS", TTL, "b.example.net.", "a.example.net.");
    private static final Change MOVE = Change.swap(List.of(OLD), List.of(NEW, OWNER));
    private static final Answer<Progress> PENDING = Answer.value(Progress.PENDING);
    private static final Answer<Progress> IN_SYNC = Answer.value(Progress.IN_SYNC);
    private static final Answer<Progress> DENIED = Answer.couldNotAsk("AccessDenied (HTTP 403): no");

    private Duration now = Duration.ofHours(9);
    private Duration started = now;
    private Follower follower = follower(List.of());
    private Answer<Progress> progress = PENDING;
    private Answer<List<RecordSet>> zone = Answer.value(List.of(NEW, NS));
    private ServerAnswer first = told("a.example.net", "203.0.113.20");
    private ServerAnswer second = told("b.example.net", "203.0.113.20");
    private final List<String> said = new ArrayList<>();
    private final List<Long> askedAfterSeconds = new ArrayList<>();

    @Test
    void aChangeIsFollowedFurtherWhenTheSettingsAreEdited() {
        follow("C7");
        pass(Duration.ofSeconds(20));
        follower.goBy(List.of(), Duration.ofSeconds(5), Duration.ofSeconds(60));
        pass(Duration.ofMinutes(30));
        assertThat(said).singleElement().asString().contains("C7");
        assertThat(askedAfterSeconds).as("by the new deadline").allMatch(seconds -> seconds <= 65);
    }

    @Test
    void aPendingChangeIsAskedAboutEverMoreSeldomAndThenItsServersOnce() {
        follow("C7");
        pass(Duration.ofSeconds(100));
        assertThat(askedAfterSeconds).containsExactly(5L, 15L, 35L, 65L, 95L);
        assertThat(said).isEmpty();
        progress = IN_SYNC;
        pass(Duration.ofMinutes(30));
        assertThat(askedAfterSeconds).hasSize(6);
        assertThat(said).containsExactly("change C7 is in sync after 125 s; all its 2 name servers answer "
                + "203.0.113.20.");
    }

    @Test
    void aChangeThatStaysPendingIsGivenUpAtTheDeadline() {
        follow("C7");
        pass(Duration.ofHours(1));
        assertThat(said).hasSize(1).first().asString().startsWith(
                "ALARM change C7 is still pending after 600 s (lb.follow.deadline)");
        assertThat(askedAfterSeconds).hasSizeLessThan(25).last().isEqualTo(600L);
    }

    @Test
    void aProviderThatWillNotSayIsToldOnceAndItsServersAreAskedInstead() {
        progress = DENIED;
        first = new ServerAnswer.Silent("a.example.net", "timed out");
        second = new ServerAnswer.Silent("b.example.net", "timed out");
        follow("C7");
        pass(Duration.ofMinutes(5));
        assertThat(said).containsExactly("ALARM how far change C7 has come can't be told: AccessDenied (HTTP 403): no; "
                + "none of its name servers could be asked from here (a.example.net: timed out; b.example.net: timed "
                + "out).");
        first = told("a.example.net", "203.0.113.20");
        second = told("b.example.net", "203.0.113.20");
        pass(Duration.ofMinutes(1));
        assertThat(said).hasSize(2).last().asString().contains("is in sync after").contains("all its 2 name servers");
    }

    @Test
    void aProviderThatNeverSaysIsGivenUpAtTheDeadlineToo() {
        progress = DENIED;
        zone = Answer.couldNotAsk("AccessDenied");
        follow("C7");
        pass(Duration.ofHours(1));
        assertThat(said).hasSize(1);
        assertThat(askedAfterSeconds).last().isEqualTo(600L);
    }

    @Test
    void oneCallThatFailsIsNoNews() {
        first = new ServerAnswer.Silent("a.example.net", "timed out");
        second = new ServerAnswer.Silent("b.example.net", "timed out");
        progress = DENIED;
        follow("C7");
        pass(Duration.ofSeconds(6));
        assertThat(askedAfterSeconds).hasSize(1);
        progress = PENDING;
        pass(Duration.ofSeconds(100));
        assertThat(said).isEmpty();
    }

    @Test
    void aServerThatLagsOrRefusesIsNamedUntilItHasTheRecord() {
        progress = IN_SYNC;
        first = told("a.example.net", "203.0.113.10");
        second = new ServerAnswer.Refused("b.example.net", "REFUSED");
        follow("C7");
        pass(Duration.ofSeconds(60));
        second = told("b.example.net", "203.0.113.20");
        pass(Duration.ofSeconds(60));
        first = told("a.example.net", "203.0.113.20");
        pass(Duration.ofMinutes(60));
        assertThat(said).containsExactly("ALARM change C7 is not everywhere after 5 s: a.example.net still answers "
                + "203.0.113.10 (TTL 60 s); b.example.net gives REFUSED.",
                "ALARM change C7 is not everywhere after 65 s: a.example.net still answers 203.0.113.10 (TTL 60 s).",
                "change C7 is in sync after 125 s; all its 2 name servers answer 203.0.113.20.");
    }

    @Test
    void anotherTtlIsALagToo() {
        progress = IN_SYNC;
        first = new ServerAnswer.Told("a.example.net", Set.of("203.0.113.20"), Duration.ofSeconds(300));
        follow("C7");
        pass(Duration.ofSeconds(10));
        assertThat(said).containsExactly("ALARM change C7 is not everywhere after 5 s: a.example.net still answers "
                + "203.0.113.20 (TTL 300 s).");
    }

    @Test
    void anIpv6AddressIsTheSameHoweverItIsWritten() {
        progress = IN_SYNC;
        RecordSet six = RecordSet.simple("lb.example.com", "AAAA", TTL, "2001:db8::20");
        zone = Answer.value(List.of(six, NS));
        first = told("a.example.net", "2001:db8:0:0:0:0:0:20");
        second = told("b.example.net", "2001:db8:0:0:0:0:0:20");
        follower.follow(Change.swap(List.of(OLD), List.of(six, OWNER)), new Outcome.Applied("C7"));
        pass(Duration.ofSeconds(10));
        assertThat(said).containsExactly("change C7 is in sync after 5 s; all its 2 name servers answer 2001:db8::20.");
    }

    @Test
    void whereItsServersCantBeReachedOrAreNotKnownTheProviderIsBelieved() {
        progress = IN_SYNC;
        first = new ServerAnswer.Silent("a.example.net", "timed out");
        second = new ServerAnswer.Silent("b.example.net", "timed out");
        follow("C7");
        pass(Duration.ofMinutes(60));
        zone = Answer.value(List.of(NEW));
        follow("C8");
        pass(Duration.ofMinutes(60));
        zone = Answer.couldNotAsk("no answer within 3 s");
        follow("C9");
        pass(Duration.ofMinutes(60));
        assertThat(said).containsExactly("change C7 is in sync after 5 s; none of its name servers could be asked from "
                + "here (a.example.net: timed out; b.example.net: timed out).",
                "change C8 is in sync after 5 s; its name servers were not asked: the zone names none.",
                "change C9 is in sync after 5 s; its name servers were not asked: no answer within 3 s.");
    }

    @Test
    void aNewerChangeTakesThePlaceOfTheOlder() {
        follow("C7");
        pass(Duration.ofSeconds(30));
        assertThat(follower.isDue()).isFalse();
        now = now.plusSeconds(5);
        assertThat(follower.isDue()).isTrue();
        follow("C8");
        follower.sawProgress(IN_SYNC);
        assertThat(follower.asksServers()).as("what C7's status says is not C8's").isFalse();
        follower.sawServers(List.of(first, second));
        assertThat(follower.state()).asString().startsWith("change C8 is applied");
        progress = IN_SYNC;
        pass(Duration.ofSeconds(10));
        assertThat(said).containsExactly("change C8 is in sync after 5 s; all its 2 name servers answer 203.0.113.20.");
    }

    @Test
    void aRecordThatSomebodyHasChangedSinceIsNotCalledALag() {
        progress = IN_SYNC;
        first = told("a.example.net", "203.0.113.10");
        zone = Answer.value(List.of(OLD, NS));
        follow("C7");
        pass(Duration.ofMinutes(60));
        assertThat(said).containsExactly("change C7 is not followed any more: the service record is another by now.");
        assertThat(askedAfterSeconds).hasSize(1);
    }

    @Test
    void onlyAnAppliedChangeOfTheServiceRecordIsFollowed() {
        follower.follow(MOVE, new Outcome.Lost("gone"));
        follower.follow(MOVE, new Outcome.CouldNotAsk("timed out"));
        follower.follow(Change.swap(List.of(OWNER), List.of(OWNER)), new Outcome.Applied("C7"));
        follower.follow(Change.set(RecordSet.simple("lb1.example.com", "A", TTL, "203.0.113.20")),
                new Outcome.Applied("C8"));
        pass(Duration.ofMinutes(60));
        assertThat(askedAfterSeconds).isEmpty();
        assertThat(follower.state()).isEqualTo(new Propagation.Nothing());
    }

    @Test
    void ofSeveralNamesTheFirstInTheBatchStandsForAll() {
        follower = new Follower(List.of("lb.example.com", "a.example.com", "b.example.com"), List.of(),
                Duration.ofSeconds(5), Duration.ofMinutes(10), () -> now);
        RecordSet made = RecordSet.simple("b.example.com", "A", TTL, "203.0.113.20");
        follower.follow(Change.swap(List.of(OWNER), List.of(made, OWNER)), new Outcome.Applied("C7"));
        now = now.plusSeconds(5);
        assertThat(follower.isDue()).isTrue();
        assertThat(follower.names()).containsExactly("b.example.com", "example.com");
        follower.sawProgress(IN_SYNC);
        follower.sawRecords(Answer.value(List.of(made, NS)));
        assertThat(follower.question()).isEqualTo(new ServerQuestion("b.example.com", "A",
                List.of("a.example.net", "b.example.net")));
        assertThat(follower.state()).isNotInstanceOf(Propagation.Overtaken.class);
    }

    @Test
    void aDeadlineOfZeroFollowsNothing() {
        follower = new Follower(List.of("lb.example.com"), List.of(), Duration.ofSeconds(5), Duration.ZERO, () -> now);
        follow("C7");
        pass(Duration.ofMinutes(60));
        assertThat(askedAfterSeconds).isEmpty();
    }

    @Test
    void theServersThatAnOperatorNamesAreAskedAndNoOthers() {
        follower = follower(List.of("127.0.0.1:5353"));
        progress = IN_SYNC;
        follow("C7");
        now = now.plusSeconds(5);
        assertThat(follower.isDue()).isTrue();
        follower.sawProgress(progress);
        follower.sawRecords(zone);
        assertThat(follower.question()).isEqualTo(new ServerQuestion("lb.example.com", "A", List.of("127.0.0.1:5353")));
    }

    @Test
    void theZonesServersAreThoseOfTheNearestNameAboveTheService() {
        assertThat(ZoneServers.names("www.lb.example.com")).containsExactly("www.lb.example.com", "lb.example.com",
                "example.com");
        RecordSet nearer = RecordSet.simple("lb.example.com", "NS", TTL, "c.example.net.");
        RecordSet other = RecordSet.simple("other.www.lb.example.com", "NS", TTL, "d.example.net.");
        assertThat(ZoneServers.of("www.lb.example.com", List.of(NS, nearer, other, OLD)))
                .isEqualTo(Answer.value(List.of("c.example.net")));
        assertThat(ZoneServers.of("lb.example.com", List.of(NS)))
                .isEqualTo(Answer.value(List.of("a.example.net", "b.example.net")));
    }

    private Follower follower(List<String> servers) {
        return new Follower(List.of("lb.example.com"), servers, Duration.ofSeconds(5), Duration.ofMinutes(10),
                () -> now);
    }

    private void follow(String changeId) {
        follower.follow(MOVE, new Outcome.Applied(changeId));
        started = now;
    }

    /** The route follow-change, ticking each second. */
    private void pass(Duration time) {
        Duration end = now.plus(time);
        while (now.compareTo(end) < 0) {
            now = now.plusSeconds(1);
            if (follower.isDue()) {
                askedAfterSeconds.add(now.minus(started).toSeconds());
                follower.sawProgress(progress);
                if (follower.asksServers()) {
                    follower.sawRecords(zone);
                    boolean none = follower.question().servers().isEmpty();
                    follower.sawServers(none ? List.of() : List.of(first, second));
                }
                if (follower.isNews()) {
                    said.add((follower.state().isAlarm() ? "ALARM " : "") + follower.state());
                }
            }
        }
    }

    private static ServerAnswer told(String server, String address) {
        return new ServerAnswer.Told(server, Set.of(address), TTL);
    }
}
